import { changeDropsTunnel } from "../../../policies/rules/change-drops-tunnel";
import { changedNetwork } from "../../support/changed-network";
import { type Changes, changed, saidOf } from "./judging";
import { SECOND_LINK, SECOND_NETWORK, SECOND_SITE, SECOND_SPOKE, SECOND_VPN_LINK, SOUND } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const TWO = { [`${SITE}.link[1]`]: SECOND_LINK, [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK };

/** What is said of a change of the sound network: what it is changed to, and what is made anew for which attributes. */
function said(to: Changes, replaced: { readonly [address: string]: readonly string[] } = {}, from: Changes = {}) {
  return saidOf(
    changeDropsTunnel,
    changedNetwork({ before: changed(SOUND, from), after: changed(SOUND, to), replaced }),
  );
}

const messages = (...change: Parameters<typeof said>) =>
  said(...change).map(({ level, message }) => `${level}: ${message}`);

describe("change-drops-tunnel", () => {
  test("says nothing where nothing changes, where all is made for the first time, and where nobody tells", () => {
    expect(messages({})).toEqual([]);
    expect(saidOf(changeDropsTunnel, changedNetwork({ before: {}, after: SOUND }))).toEqual([]);
  });

  test("says nothing of a change in place that tunnels don't notice", () => {
    expect(
      messages({
        "azurerm_virtual_hub.sdc.hub_routing_preference": "VpnGateway",
        [`${SITE}.link[0].speed_in_mbps`]: 2000,
        [`${CONNECTION}.vpn_link[0].bandwidth_mbps`]: 500,
        [`${CONNECTION}.tags`]: { owner: "net" },
      }),
    ).toEqual([]);
  });

  test("warns of a hub that is made anew, once for all that goes with it", () => {
    const anew = {
      "azurerm_virtual_hub.sdc": ["address_prefix"],
      "azurerm_vpn_gateway.sdc": ["virtual_hub_id"],
      [CONNECTION]: [],
    };
    expect(said({ "azurerm_virtual_hub.sdc.address_prefix": "10.101.0.0/23" }, anew)).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message:
          "the change replaces hub hub-sdc, for address_prefix can't change in place: site bergen, link a (azurerm_vpn_gateway_connection.bergen) goes down for about 30 minutes, until the gateway is there again",
        remedy:
          "Keep what forces it as it is, or apply the change in a maintenance window: until the tunnels are up again, protected traffic is dropped, or goes out unencrypted where it does not fail closed.",
        evidence: { forcedBy: ["address_prefix"], tunnels: 1 },
      },
    ]);
  });

  test.each([
    ["azurerm_vpn_gateway.sdc", "VPN gateway vpngw-sdc", "for about 30 minutes, until the gateway is there again"],
    [
      "azurerm_express_route_gateway.sdc",
      "ExpressRoute gateway ergw-sdc",
      "for about 30 minutes, until the gateway is there again",
    ],
    [SITE, "site bergen", "until it is connected again, which takes up to 30 minutes"],
    [CONNECTION, "site bergen at hub-sdc", "until it is connected again, which takes up to 30 minutes"],
    [
      "azurerm_express_route_connection.stockholm",
      "circuit erc-stockholm at hub-sdc",
      "until it is connected again, which takes up to 30 minutes",
    ],
    [
      "azurerm_express_route_circuit_peering.stockholm",
      "private peering of circuit erc-stockholm",
      "until it is connected again, which takes up to 30 minutes",
    ],
    [
      "azurerm_express_route_circuit.stockholm",
      "circuit erc-stockholm",
      "until the provider has provisioned the new circuit",
    ],
  ])("warns of %s that is made anew", (address, name, howLong) => {
    const [found, ...others] = messages({}, { [address]: ["x"] });
    expect(others).toEqual([]);
    expect(found).toContain(`warning: the change replaces ${name}, for x can't change in place: site bergen, link a`);
    expect(found?.endsWith(howLong)).toBe(true);
  });

  test("tells why something is made anew that no attribute forces", () => {
    const change = {
      action: "replaced",
      forcedBy: ["a failed apply left it tainted"],
      changed: [],
      namesBefore: {},
    } as const;
    const network = changedNetwork({ before: SOUND, after: SOUND, replaced: { [CONNECTION]: [] } });
    const vpnConnections = network.vpnConnections.map((one) => ({ ...one, resource: { ...one.resource, change } }));
    expect(saidOf(changeDropsTunnel, { ...network, vpnConnections })).toMatchObject([
      { path: "", message: expect.stringContaining("site bergen at hub-sdc, for a failed apply left it tainted: ") },
    ]);
  });

  test("says nothing of what carries no tunnel that was there before", () => {
    const without = { [CONNECTION]: undefined };
    expect(messages(without, { "azurerm_virtual_hub.sdc": ["sku"] }, without)).toEqual([]);
    expect(messages({}, { "azurerm_virtual_hub.sdc": ["sku"] }, without)).toEqual([]);
    const overInternet = { [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false };
    expect(messages(overInternet, { "azurerm_express_route_gateway.sdc": ["x"] }, overInternet)).toEqual([]);
  });

  test("warns of a connected link that gets another name", () => {
    expect(said({ [`${SITE}.link[0].name`]: "b", "network_intent.value.vpn": undefined })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: SITE,
        path: "link[0].name",
        message:
          "the change renames link a of site bergen to b while it is connected: Azure refuses that, so the apply fails, or the tunnel goes down for good",
        remedy:
          "Keep the name a. To rename it, take the link out of the connection, apply, rename it, and connect it again: its tunnel is down meanwhile.",
        evidence: { before: "a", after: "b" },
      },
    ]);
    expect(messages({ [`${CONNECTION}.vpn_link[0].name`]: "b" })).toEqual([
      "warning: the change renames link a of site bergen at hub-sdc to b while it is connected: Azure refuses that, so the apply fails, or the tunnel goes down for good",
    ]);
  });

  test("warns of connected links in another order, and takes one that is added or gone at the end", () => {
    const [a, b] = [
      SECOND_LINK,
      { name: "a", ip_address: "10.31.0.4", bgp: { asn: 65032, peering_address: "10.31.255.1" } },
    ];
    const found = messages({ ...TWO, [`${SITE}.link`]: [a, b] }, {}, TWO).filter((text) => text.startsWith("warning"));
    expect(found).toEqual([
      "warning: the change moves link a of site bergen from place 1 to 2 while it is connected: each link takes over what was another's, and its tunnel reconnects or goes down",
      "warning: the change moves link b of site bergen from place 2 to 1 while it is connected: each link takes over what was another's, and its tunnel reconnects or goes down",
    ]);
    expect(messages({ [`${SITE}.link[1]`]: SECOND_LINK })).toEqual([]);
    expect(messages({}, {}, { [`${SITE}.link[1]`]: SECOND_LINK })).toEqual([]);
  });

  test("says nothing of a link whose new name can't be told", () => {
    expect(messages({ [`${SITE}.link[0].name`]: "${var.name}" })).toEqual([]);
  });

  test("lets a link that isn't connected have any name", () => {
    const third = (name: string) => ({ [`${SITE}.link[1]`]: { ...SECOND_LINK, name } });
    expect(messages(third("c"), {}, third("b"))).toEqual([]);
  });

  test.each<[string, Changes, string]>([
    [
      "another key",
      { [`${CONNECTION}.vpn_link[0].shared_key`]: "${var.other}" },
      "the change gives site bergen at hub-sdc another shared_key",
    ],
    [
      "another device",
      { [`${SITE}.link[0].ip_address`]: "10.31.0.9" },
      "the change gives site bergen another ip_address",
    ],
    [
      "another scale",
      { "azurerm_vpn_gateway.sdc.scale_unit": 4 },
      "the change gives VPN gateway vpngw-sdc another scale_unit",
    ],
    [
      "a new spoke",
      { "azurerm_virtual_network.data": SECOND_NETWORK, "azurerm_virtual_hub_connection.data": SECOND_SPOKE },
      "the change writes spoke vnet-data at hub hub-sdc",
    ],
    [
      "a spoke with more addresses",
      { "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "10.112.0.0/22"] },
      "the change writes spoke vnet-app at hub hub-sdc",
    ],
  ])("notes that tunnels reconnect for %s", (_case, to, what) => {
    const [found, ...others] = said(to);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      outcome: "violation",
      level: "note",
      remedy: "Nothing, where a short loss is accepted; else apply it in a maintenance window.",
      evidence: { tunnels: 1 },
    });
    expect(found?.message.replace(/ \([^)]*\)/g, "")).toBe(
      `${what}: site bergen, link a may reconnect, for a few seconds up to some minutes`,
    );
  });

  test("says nothing of another address of a device that isn't connected", () => {
    const lone = (ip_address: string) => ({
      "azurerm_vpn_site.oslo": { ...SECOND_SITE, link: [{ name: "a", ip_address }] },
    });
    expect(messages(lone("10.30.0.5"), {}, lone("10.30.0.4"))).toEqual([]);
  });

  test("names every attribute that forces it, and none where nothing does", () => {
    const down = "site bergen, link a (azurerm_vpn_gateway_connection.bergen)";
    const told = (...forcedBy: readonly string[]) => said({}, { "azurerm_vpn_gateway.sdc": forcedBy });
    expect(told().map(({ path, message }) => [path, message])).toEqual([
      [
        "",
        `the change replaces VPN gateway vpngw-sdc: ${down} goes down for about 30 minutes, until the gateway is there again`,
      ],
    ]);
    expect(told("location", "name").map(({ path, message }) => [path, message])).toEqual([
      [
        "location",
        `the change replaces VPN gateway vpngw-sdc, for location, name can't change in place: ${down} goes down for about 30 minutes, until the gateway is there again`,
      ],
    ]);
  });

  test("counts every tunnel that goes down", () => {
    const [found] = said(TWO, { "azurerm_vpn_gateway.sdc": ["location"] }, TWO);
    expect(found).toMatchObject({
      evidence: { tunnels: 2 },
      message: expect.stringContaining(" go down for about 30 minutes"),
    });
  });

  test("tells of a link that moves its places before and after, and where", () => {
    const [a, b] = [
      { name: "a", ip_address: "10.31.0.4", bgp: { asn: 65032, peering_address: "10.31.255.1" } },
      SECOND_LINK,
    ];
    const moved = said({ ...TWO, [`${SITE}.link`]: [b, a] }, {}, TWO).filter(({ level }) => level === "warning");
    expect(moved.map(({ address, path, remedy, evidence }) => ({ address, path, remedy, evidence }))).toEqual([
      {
        address: SITE,
        path: "link[0].name",
        remedy: "Keep the order of links, and add new ones at the end.",
        evidence: { link: "a", before: 1, after: 2 },
      },
      {
        address: SITE,
        path: "link[1].name",
        remedy: "Keep the order of links, and add new ones at the end.",
        evidence: { link: "b", before: 2, after: 1 },
      },
    ]);
  });

  test("says nothing of a link that moves up where the one before it is gone", () => {
    const left = {
      [`${SITE}.link`]: [SECOND_LINK],
      [`${CONNECTION}.vpn_link`]: [{ ...SECOND_VPN_LINK, vpn_site_link_id: "${azurerm_vpn_site.bergen.link[0].id}" }],
    };
    const found = said({ ...left, "network_intent.value.vpn": undefined }, {}, TWO).filter(
      ({ level }) => level === "warning",
    );
    expect(found).toEqual([]);
  });
});
