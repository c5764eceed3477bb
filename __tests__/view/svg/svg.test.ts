import { reportOf } from "../../../policies/report/report";
import { viewOf } from "../../../view/view";
import type { Changes } from "../../policies/rules/judging";
import { networkOf } from "../../support/network";
import { HOSTILE, namedAll, seen } from "../seen";
import { faultsOfXml } from "../xml";

const drawn = (changes: Changes = {}) => viewOf(seen(changes), "svg");

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const linesIn = (svg: string) =>
  [...svg.matchAll(/<g class="line ([^"]*)" id="[^"]*"><title>([^<]*)<\/title>/g)].map(([, kind, told]) => [
    kind,
    told,
  ]);

test("the sound network has a place for each thing, and its tunnel over its circuit is encrypted", async () => {
  const svg = await drawn();

  expect(faultsOfXml(svg)).toEqual([]);
  expect(linesIn(svg)).toEqual([
    ["inside", "vpngw-sdc in hub hub-sdc"],
    ["inside", "ergw-sdc in hub hub-sdc"],
    ["inside", "spokes of hub hub-sdc"],
    ["circuit unprotected", "circuit erc-stockholm to hub hub-sdc: nothing protected"],
    ["tunnel encrypted", "tunnels from sites to circuit erc-stockholm: encrypted"],
    ["tunnel encrypted", "tunnels over circuit erc-stockholm to hub hub-sdc: encrypted"],
  ]);
  expect(textsIn(svg)).toEqual(expect.arrayContaining(["bergen", "hub hub-sdc", "erc-stockholm", "encrypted"]));
});

test("what is protected and goes out in the clear is told at its circuit", async () => {
  const leak = ["10.31.0.0/16", "10.31.16.0/20"];
  const advertised = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
  const svg = await drawn({ [advertised]: leak });
  expect(linesIn(svg).filter(([kind]) => kind?.endsWith("clear"))).toEqual([
    ["circuit clear", "circuit erc-stockholm to hub hub-sdc: in the clear"],
  ]);
});

test("a picture without anything in it says so", async () => {
  const after = networkOf({ resource: {} });
  const report = reportOf({ network: after, rules: [], findings: [] });
  const svg = await viewOf({ after, before: undefined, report }, "svg");
  expect([faultsOfXml(svg), textsIn(svg)[0]]).toEqual([
    [],
    "No input holds a WAN, a hub, a site or a circuit: there is nothing to draw.",
  ]);
});

test("equal inputs make equal pictures", async () => {
  expect(await drawn()).toBe(await drawn());
});

test.each(HOSTILE)("a name of %s is a text and nothing else", async (_case, name) => {
  const svg = await viewOf(namedAll(name), "svg");

  expect(faultsOfXml(svg)).toEqual([]);
  expect(svg).not.toMatch(/<img|<B>|[^\P{Cc}\n]|\u202e/u);
  const longest = Math.max(...textsIn(svg).map((text = "") => text.length));
  expect(longest).toBeLessThan(120);
});

test("where nobody states what routers do, nothing is called encrypted", async () => {
  const svg = await drawn({ network_intent: undefined });
  expect(linesIn(svg).filter(([kind]) => !kind?.startsWith("inside"))).toEqual([
    ["circuit undecided", "circuit erc-stockholm to hub hub-sdc: undecided"],
    ["tunnel undecided", "tunnels from sites to circuit erc-stockholm: undecided"],
    ["tunnel undecided", "tunnels over circuit erc-stockholm to hub hub-sdc: undecided"],
  ]);
});
