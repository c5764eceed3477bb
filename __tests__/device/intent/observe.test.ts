import { namedFile, observationsOf } from "../../../device/azure/read-observations";
import { observeIntent } from "../../../device/intent/observe";
import type { Network } from "../../../network/network";
import { type Changes, changed } from "../../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";
import { complaintsOf } from "../rendering";
import { type Files, ROUTES, saidOf } from "../verify/observed";

const EDGE = {
  value: [
    { network: "10.31.0.0/16", path: "65020" },
    { network: "10.99.0.0/16", path: "65020" },
    { network: "10.100.0.0/23", path: "65515" },
    { network: "172.29.0.0/30", path: "" },
  ],
};

const unstated = (changes: Changes = {}) => networkOf(changed(SOUND, { network_intent: undefined, ...changes }));

function observed(network: Network, files: Files, text?: string) {
  const all = Object.entries(files).flatMap(([name, content]) =>
    observationsOf(namedFile(name), JSON.stringify(content)),
  );
  return observeIntent(network, all, text === undefined ? undefined : { path: "intent.yaml", text });
}

const BY_HAND =
  "Azure doesn't know what on-premises routers prefer (prefersTunnelFor) and filter (filtersExpressRoute), which prefixes have to be encrypted (protected), and what should become of packets when tunnels are lost (onTunnelLoss): state them by hand.";
const HEARD = { value: [{ prefix: "10.31.16.0/20", asPath: "65032" }] };
const WHOLE: Files = { "edge.json": EDGE, "inbound:con-bergen=heard.json": HEARD };

test("what Microsoft's edge and a connection hear becomes intent, and what nobody can see is said", () => {
  const { text, notes } = observed(unstated(), WHOLE);
  expect(text).toBe(`version: 1
expressRoute:
  azurerm_express_route_connection.stockholm:
    advertises: [10.31.0.0/16, 10.99.0.0/16]
    asPath: [65020]
vpn:
  azurerm_vpn_site.bergen:
    a:
      advertises: [10.31.16.0/20]
      asPath: [65032]
`);
  expect(notes).toEqual([BY_HAND]);
});

test("intent that was observed holds, and Azure runs as it says", () => {
  const { text } = observed(unstated(), { ...WHOLE, "edge.json": { value: EDGE.value.slice(0, 1) } });
  const network = networkOf(changed(SOUND, { network_intent: undefined }), { intent: text });
  expect(
    saidOf(network, { "routes.json": { value: ROUTES } }).filter((line) => line.includes("observed-route")),
  ).toEqual([]);
});

test("a file that is there keeps its comments, its order and all that Azure can't see", () => {
  const before = `# Of the network team.
version: 1

protected: [10.31.16.0/20] # agreed in March

onPremises:
  # on both routers
  prefersTunnelFor: all

expressRoute:
  # the circuit in Stockholm
  azurerm_express_route_connection.stockholm:
    advertises: [10.30.0.0/16, 10.31.0.0/16] # see the router
`;
  const { text, notes } = observed(unstated(), WHOLE, before);
  expect(text).toBe(`# Of the network team.
version: 1

protected: [10.31.16.0/20] # agreed in March

onPremises:
  # on both routers
  prefersTunnelFor: all

expressRoute:
  # the circuit in Stockholm
  azurerm_express_route_connection.stockholm:
    advertises: [10.31.0.0/16, 10.99.0.0/16] # see the router
    asPath: [65020]
vpn:
  azurerm_vpn_site.bergen:
    a:
      advertises: [10.31.16.0/20]
      asPath: [65032]
`);
  expect(notes[0]).toBe(
    'expressRoute["azurerm_express_route_connection.stockholm"].advertises: 10.30.0.0/16 is stated and not announced; it is taken out.',
  );
  expect(observed(unstated(), WHOLE, text).text).toBe(text);
});

const CHOSEN: Files = { "routes.json": { value: ROUTES } };
const BERGEN = 'vpn["azurerm_vpn_site.bergen"].a.advertises';

test("routes that a hub chose are no statement of all that is announced: those that lost would be hidden", () => {
  const { text, notes } = observed(unstated(), CHOSEN);
  expect(text).toBe("version: 1\n");
  expect(notes).toContain(
    `${BERGEN}: 10.31.16.0/20 is among the effective routes. Those are the ones that a hub chose; what lost is not in them, so nothing is stated: hand over what is announced, or state it by hand.`,
  );
});

test("but what a person stated without them is completed, and nothing is taken away", () => {
  const stated = "version: 1\nvpn:\n  azurerm_vpn_site.bergen:\n    a:\n      advertises: [10.31.32.0/20]\n";
  const { text, notes } = observed(unstated(), CHOSEN, stated);
  expect(text).toBe(stated.replace("[10.31.32.0/20]", "[10.31.32.0/20, 10.31.16.0/20]"));
  expect(notes).toContain(`${BERGEN}: 10.31.16.0/20 is among the effective routes and was not stated; it is added.`);
});

test("that nothing is heard is no statement that nothing is announced", () => {
  const { text, notes } = observed(unstated(), { "inbound:con-bergen=heard.json": { value: [] } });
  expect(text).toBe("version: 1\n");
  expect(notes).toEqual([
    "No file tells what is announced over circuit erc-stockholm at hub-sdc.",
    "No file tells what is announced over site bergen, link a.",
    BY_HAND,
  ]);
});

test("a link of several is told by its AS number, and only where no other has it", () => {
  const second = {
    "azurerm_vpn_site.bergen.link[1]": { ...SECOND_LINK, bgp: { asn: 65099, peering_address: "10.31.255.2" } },
    "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
  };
  const heard = { value: [...HEARD.value, { prefix: "10.31.64.0/20", asPath: "65099" }] };
  expect(observed(unstated(second), { "inbound:con-bergen=heard.json": heard }).text).toContain(`    b:
      advertises: [10.31.64.0/20]
      asPath: [65099]
`);
  const alike = { ...second, "azurerm_vpn_site.bergen.link[1]": SECOND_LINK };
  expect(observed(unstated(alike), WHOLE).notes).toEqual([
    "heard.json: which link announces 10.31.16.0/20 can't be told: no link, or several, have its AS number.",
    "No file tells what is announced over site bergen, link a.",
    "No file tells what is announced over site bergen, link b.",
    BY_HAND,
  ]);
});

test("a file that is no intent file is refused", () => {
  expect(complaintsOf(() => observed(unstated(), WHOLE, "version: 1\nvpm: {}\n"))).toEqual([
    expect.stringContaining("intent.yaml:2:1:"),
  ]);
});
