import { literalPrefix } from "../../../address/prefix";
import { freeAsn, hostIn, linkRangeBeside } from "../../../lab/plan/addresses";

describe("the range of the lab's own links", () => {
  test.each([
    [[], "198.18.0.0/15"],
    [["10.0.0.0/8"], "198.18.0.0/15"],
    [["198.19.255.0/24"], "100.64.0.0/10"],
    [["198.0.0.0/8", "100.64.1.0/24"], undefined],
  ])("beside %j it is %s", (used, range) => {
    expect(linkRangeBeside(used.map((text) => literalPrefix(text)))?.text).toBe(range);
  });
});

describe("a host in a prefix", () => {
  test.each([
    ["10.0.1.0/24", [], "10.0.1.10"],
    ["10.0.1.0/24", ["10.0.1.10"], "10.0.1.11"],
    ["10.0.1.8/30", [], "10.0.1.9"],
    ["10.0.1.8/32", [], "10.0.1.8"],
    ["10.0.1.8/32", ["10.0.1.8"], undefined],
  ])("of %s, where %j are taken, it is %s", (prefix, taken, address) => {
    expect(hostIn(literalPrefix(prefix), new Set(taken))?.text).toBe(address);
  });
});

test("the router in the middle has an AS number that nobody else has", () => {
  expect([freeAsn(new Set()), freeAsn(new Set([64512, 64513, 65515]))]).toEqual([64512, 64514]);
});
