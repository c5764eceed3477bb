import { protectedIn } from "../../paths/protected";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const STATED = "network_intent.value.protected";
const inNetwork = (changes: Changes) => protectedIn(networkOf(changed(SOUND, changes)));

describe("what counts as protected", () => {
  test("is what is stated, each prefix once, and nothing else beside it", () => {
    expect(inNetwork({ [STATED]: ["10.31.16.0/20", "10.40.0.0/16", "10.31.16.0/20"] })).toEqual([
      { because: "stated", count: 2, prefixes: ["10.31.16.0/20", "10.40.0.0/16"], mayBeMore: false },
    ]);
  });

  test("is what sites announce where nothing is stated", () => {
    expect(inNetwork({ [STATED]: undefined }).map(({ because, mayBeMore }) => [because, mayBeMore])).toEqual([
      ["announced", false],
    ]);
  });

  test("may be more where a statement, or an announcement, can't be told", () => {
    expect(inNetwork({ [STATED]: ["10.31.16.0/20", "${var.more}"] })).toEqual([
      { because: "stated", count: 1, prefixes: ["10.31.16.0/20"], mayBeMore: true },
    ]);
    const unstated = { [STATED]: undefined, 'network_intent.value.vpn["azurerm_vpn_site.bergen"]': undefined };
    expect(inNetwork(unstated)).toContainEqual(expect.objectContaining({ because: "announced", mayBeMore: true }));
  });

  test("shows ten prefixes, and counts all", () => {
    const many = Array.from({ length: 12 }, (_, place) => `10.31.${place}.0/24`);
    const [told] = inNetwork({ [STATED]: many });
    expect([told?.count, told?.prefixes]).toEqual([12, many.slice(0, 10)]);
  });

  test("may be no more of what intent states though a site's announcements can't be told", () => {
    const untold = { 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises': "${var.more}" };
    expect(inNetwork(untold)).toEqual([{ because: "stated", count: 1, prefixes: ["10.31.16.0/20"], mayBeMore: false }]);
  });
});
