import { reportOf } from "../../../policies/report/report";
import { viewOf } from "../../../view/view";
import { type Changes, changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";
import { faultsOfXml } from "../xml";

function drawn(changes: Changes = {}): Promise<string> {
  const after = networkOf(changed(SOUND, changes));
  return viewOf({ after, before: undefined, report: reportOf({ network: after, rules: [], findings: [] }) }, "svg");
}

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
    ["circuit unprotected", "on-premises routers to circuit erc-stockholm: nothing protected"],
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
    ["circuit clear", "on-premises routers to circuit erc-stockholm: in the clear"],
    ["circuit clear", "circuit erc-stockholm to hub hub-sdc: in the clear"],
  ]);
});

test("equal inputs make equal pictures", async () => {
  expect(await drawn()).toBe(await drawn());
});

test.each([
  ["markup", "<img src=x onerror=alert(1)>"],
  ["quotes", `a"b'c\`d`],
  ["words of Graphviz", "\\N \\G \\E <B>x</B>"],
  ["an end of the file", "]]></text></svg>"],
  ["what turns text around", "abc\u202edef"],
  ["control characters", "a\u0000\u0007\u001bb"],
  ["five hundred characters", "x".repeat(500)],
])("a name of %s is a text and nothing else", async (_case, name) => {
  const svg = await drawn({
    "azurerm_vpn_site.bergen.name": name,
    "azurerm_virtual_hub.sdc.name": name,
    "azurerm_express_route_circuit.stockholm.name": name,
    "azurerm_express_route_circuit.stockholm.peering_location": name,
    "azurerm_virtual_wan.wan.name": name,
  });

  expect(faultsOfXml(svg)).toEqual([]);
  expect(svg).not.toMatch(/<img|<B>|[^\P{Cc}\n]|\u202e/u);
  const longest = Math.max(...textsIn(svg).map((text = "") => text.length));
  expect(longest).toBeLessThan(120);
});
