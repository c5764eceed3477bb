import { assignmentsOf } from "../../../network/assemble/assignments";
import { Reference, UnknownAttribute } from "../../../network/resource";
import { eitherWay } from "../../../policies/judge/either-way";
import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import { networkOf } from "../../support/network";
import { managed, readingOf } from "../../support/readings";
import { changed } from "../rules/judging";
import { SOUND } from "../rules/sound";

const WAN = "azurerm_virtual_wan.wan.disable_vpn_encryption";
const OPEN = networkOf(changed(SOUND, { [WAN]: "${var.off}" }));
const ON = networkOf(changed(SOUND, { [WAN]: false }));
const OFF = networkOf(changed(SOUND, { [WAN]: true }));

function errors(...ways: readonly (typeof OPEN)[]) {
  const judged = (network: typeof OPEN) => judge(network, RULES).filter(({ level }) => level === "error");
  const found = eitherWay(judged(OPEN), () => ways.map((way) => () => way), judged);
  return [...new Set(found.map(({ rule, outcome }) => `${rule}: ${outcome}`))].sort();
}

describe("what is said where an id is one of few", () => {
  test("is what is said whichever it is", () => {
    expect(errors(ON, ON)).toEqual([]);
    expect(errors(OFF, OFF)).toContain("encryption-on: violation");
  });

  test("is open where that differs, and where it can't be tried", () => {
    const open = errors();
    expect(open).toContain("encryption-on: undecided");
    expect(errors(ON, OFF)).toEqual(open);
  });
});

describe("the ways in which ids may fall", () => {
  const to = (name: string) => new Reference(`azurerm_virtual_hub.${name}`, "p", ["id"], "by elimination");
  const oneOf = (...names: readonly string[]) =>
    new UnknownAttribute({ decidedBy: ["local.hub"] }, false, names.map(to));
  const ways = (...hubs: readonly UnknownAttribute[]) =>
    assignmentsOf([
      readingOf(
        "p",
        hubs.map((virtual_hub_id, index) =>
          managed("p", `azurerm_vpn_gateway.g${index}`, { name: "g", virtual_hub_id }),
        ),
      ),
    ]).map((readings) =>
      readings.flatMap(({ resources }) =>
        resources.map(({ attributes: { virtual_hub_id: hub } }) => (hub instanceof Reference ? hub.address : "open")),
      ),
    );

  test("are all of them, while they are few", () => {
    expect(ways(oneOf("a", "b"), oneOf("a", "b"))).toEqual([
      ["azurerm_virtual_hub.a", "azurerm_virtual_hub.a"],
      ["azurerm_virtual_hub.b", "azurerm_virtual_hub.a"],
      ["azurerm_virtual_hub.a", "azurerm_virtual_hub.b"],
      ["azurerm_virtual_hub.b", "azurerm_virtual_hub.b"],
    ]);
    expect(ways(...Array.from({ length: 5 }, () => oneOf("a", "b")))).toEqual([]);
  });

  test("are none where no id is one of few", () => {
    expect(ways(new UnknownAttribute({ decidedBy: ["local.hub"] }))).toEqual([]);
  });
});
