import { deviceSet } from "../../../device/configuration/device-set";
import { type Changes, changed } from "../../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";
import { entry } from "../azure/downloads";
import { complaintsOf, fileOf, SOUND_ENTRY } from "../rendering";

const ONE = entry(SOUND_ENTRY);
const sound = (changes: Changes = {}) => networkOf(changed(SOUND, changes));
const texts = (prefixes: readonly { readonly text: string }[] | undefined) => prefixes?.map(({ text }) => text);

test("a device has what the file tells, and from the network what the file doesn't", () => {
  const { devices } = deviceSet([fileOf([ONE])], sound());
  const [device] = devices;
  const [hub] = device?.hubs ?? [];
  expect([device?.site, device?.link, device?.address.text, device?.bgp?.asn, device?.prefers]).toEqual([
    "bergen",
    "a",
    "10.31.0.4",
    65032,
    "all",
  ]);
  expect([texts(device?.announces), texts(device?.overExpressRoute), device?.dropped]).toEqual([
    ["10.31.16.0/20"],
    ["10.31.0.0/16"],
    [],
  ]);
  expect([hub?.hub, hub?.prefix.text, hub?.negotiation.ikeEncryption, hub?.dpdTimeoutSeconds, hub?.initiates]).toEqual([
    "hub-sdc",
    "10.100.0.0/23",
    "AES256",
    45,
    true,
  ]);
});

test("spokes are those of the file and those of the network", () => {
  const changes = {
    "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "10.120.0.0/22"],
    "network_intent.value.onTunnelLoss": "drop",
  };
  const { devices } = deviceSet([fileOf([ONE])], sound(changes));
  expect(texts(devices[0]?.dropped)).toEqual(["10.110.0.0/22", "10.120.0.0/22"]);
});

test("where it can't be told whether packets may go in the clear, they are dropped", () => {
  const changes = { "network_intent.value.onTunnelLoss": "${var.loss}" };
  const { devices } = deviceSet([fileOf([ONE])], sound(changes));
  expect(texts(devices[0]?.dropped)).toEqual(["10.110.0.0/22"]);
});

test("Azure's side that begins alone is waited for", () => {
  const changes = { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].connection_mode": "InitiatorOnly" };
  const { devices } = deviceSet([fileOf([ONE])], sound(changes));
  expect(devices[0]?.hubs[0]?.initiates).toBe(false);
});

describe("the router in front of a circuit", () => {
  const edgeOf = (changes: Changes = {}) => {
    const { edges, notes } = deviceSet([fileOf([ONE])], sound(changes));
    const [edge] = edges;
    return edge === undefined
      ? notes
      : {
          announces: texts(edge.announces),
          accepts: edge.accepts.map(({ prefix }) => prefix.text),
          refuses: texts(edge.refuses),
          sessions: edge.sessions.map(({ own, microsoft }) => `${own.text} ${microsoft.text}`),
        };
  };
  const sessions = ["172.29.0.1 172.29.0.2", "172.29.0.5 172.29.0.6"];

  test("accepts hub and spokes where packets may fall back on it", () => {
    expect(edgeOf()).toEqual({
      announces: ["10.31.0.0/16"],
      accepts: ["10.100.0.0/23", "10.110.0.0/22"],
      refuses: [],
      sessions,
    });
  });

  test.each([
    ["lost tunnels drop their packets", { "network_intent.value.onTunnelLoss": "drop" }],
    ["intent filters them", { "network_intent.value.onPremises.filtersExpressRoute": ["10.110.0.0/16"] }],
  ])("refuses spokes where %s, and accepts the hub all the same", (_why, changes) => {
    expect(edgeOf(changes)).toEqual({
      announces: ["10.31.0.0/16"],
      accepts: ["10.100.0.0/23"],
      refuses: ["10.110.0.0/22"],
      sessions,
    });
  });

  test("isn't rendered where its AS number can't be told, and that is said", () => {
    expect(edgeOf({ "azurerm_express_route_circuit_peering.stockholm.peer_asn": "${var.asn}" })).toEqual([
      "Circuit erc-stockholm: its AS number or its two subnets can't be told, so nothing is rendered for the router there.",
    ]);
  });
});

test("two links of one address to one hub are refused: they would peer with the same addresses", () => {
  const changes = {
    "azurerm_vpn_site.bergen.link[1]": { ...SECOND_LINK, ip_address: "10.31.0.4" },
    "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
  };
  const file = fileOf([ONE, entry({ ...SOUND_ENTRY, link: "b", peer: "10.31.255.2" })]);
  expect(complaintsOf(() => deviceSet([file], sound(changes)))).toEqual([
    "azure.json: Link a of site bergen and Link b of site bergen have one device address, 10.31.0.4, and one hub: both would peer with the same addresses of Azure's from one routing table; give each link an address of its own",
  ]);
});

test("a link of the network that no file tells of is said to be left out", () => {
  const changes = {
    "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
    "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
  };
  expect(deviceSet([fileOf([ONE])], sound(changes)).notes).toEqual([
    "azurerm_vpn_gateway_connection.bergen, vpn_link[1].local_azure_ip_address_enabled: no file tells where its tunnels end, or no input what it connects; nothing is rendered for it.",
  ]);
});
