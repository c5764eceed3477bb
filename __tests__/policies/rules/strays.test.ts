import { encryptedToAzure } from "../../../policies/rules/encrypted-to-azure";
import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { failsClosed } from "../../../policies/rules/fails-closed";
import { type Changes, said } from "./judging";
import { SECOND_NETWORK, SECOND_SPOKE } from "./sound";

const PREFERS = "network_intent.value.onPremises.prefersTunnelFor";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";
const SPOKE = "azurerm_virtual_hub_connection.data";

/** A second spoke, of which can't be told to which hub it is connected. */
const STRAY_SPOKE: Changes = {
  "azurerm_virtual_network.data": SECOND_NETWORK,
  [SPOKE]: { ...SECOND_SPOKE, virtual_hub_id: "${var.hubs[each.value.hub]}" },
};

function brief(findings: ReturnType<typeof said>) {
  return findings.map(({ outcome, address, path, message, decidedBy }) => ({
    outcome,
    address,
    path,
    message,
    decidedBy,
  }));
}

describe("a spoke of which can't be told to which hub it is connected", () => {
  test("is no matter where on-premises routers prefer the tunnel for all, and it has no protected addresses", () => {
    const changes = { ...STRAY_SPOKE, [FILTERS]: ["10.96.0.0/11"] };
    expect([encryptedToAzure, encryptedToOnprem, failsClosed].flatMap((rule) => said(rule, changes))).toEqual([
      expect.objectContaining({ outcome: "violation", address: "azurerm_express_route_connection.stockholm" }),
    ]);
  });

  test("leaves open whether on-premises routers reach it through the tunnel", () => {
    expect(said(encryptedToAzure, { ...STRAY_SPOKE, [PREFERS]: ["10.100.0.0/23", "10.110.0.0/22"] })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: SPOKE,
        path: "virtual_hub_id",
        message: "whether on-premises routers reach 10.111.0.0/22 through the tunnel can't be told",
        decidedBy: ["each.value.hub", "var.hubs"],
        evidence: {
          prefixes: ["10.111.0.0/22"],
          flow: "on-premises -> 10.111.0.0/22",
          trace: [
            "Azure advertises the prefix over ExpressRoute and through tunnels alike",
            "what on-premises routers prefer or refuse, or what route maps keep off, can't be told",
          ],
        },
      },
    ]);
  });

  test("leaves open what becomes of traffic to it when tunnels are lost", () => {
    const filtered = { ...STRAY_SPOKE, [FILTERS]: ["10.100.0.0/23", "10.110.0.0/22"] };
    const toAzure = said(failsClosed, filtered).filter(({ address }) => address === "azurerm_virtual_hub.sdc");
    expect(brief(toAzure)).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "whether on-premises routers send traffic for 10.111.0.0/22 unencrypted when tunnels are lost can't be told",
        decidedBy: ["each.value.hub", "var.hubs"],
      },
    ]);
  });

  test("leaves open where packets go that it has the addresses of", () => {
    const changes = { ...STRAY_SPOKE, "azurerm_virtual_network.data.address_space": ["10.31.17.0/24"] };
    expect(brief(said(encryptedToOnprem, changes))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "",
        message: expect.stringContaining("10.31.17.0/24"),
        decidedBy: ["each.value.hub", "var.hubs"],
      },
    ]);
  });

  test("may follow a table of its own", () => {
    const table = {
      "azurerm_virtual_hub_route_table.own": { name: "own", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
      [`${SPOKE}.routing`]: { associated_route_table_id: "${azurerm_virtual_hub_route_table.own.id}" },
    };
    expect(brief(said(encryptedToOnprem, { ...STRAY_SPOKE, ...table }))).toEqual([
      {
        outcome: "undecided",
        address: SPOKE,
        path: "routing[0].associated_route_table_id",
        message:
          "whether spoke vnet-data reaches protected prefixes encrypted can't be told: it may follow another route table than the default one",
        decidedBy: ["azurerm_virtual_hub_route_table.own", "each.value.hub", "var.hubs"],
      },
    ]);
  });
});

describe("what may be at a hub, and decides where protected traffic goes", () => {
  const HUB = "${local.hubs[each.key]}";
  const HOP = "${azurerm_virtual_hub_connection.app.id}";

  test("is a static route of which can't be told in which table it is, for its own prefix", () => {
    const route = (destination: string) => ({
      "azurerm_virtual_hub_route_table_route.away": {
        route_table_id: "${local.table}",
        name: "away",
        destinations_type: "CIDR",
        destinations: [destination],
        next_hop: HOP,
      },
    });
    expect(said(encryptedToOnprem, route("10.99.0.0/16"))).toEqual([]);
    expect(brief(said(encryptedToOnprem, route("10.31.17.0/24")))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "",
        message: expect.stringContaining("10.31.17.0/24"),
        decidedBy: ["local.table", 'network_intent.appliances["azurerm_virtual_hub_connection.app"]'],
      },
    ]);
    expect(brief(said(encryptedToOnprem, route("${var.away}")))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub_route_table_route.away",
        path: "",
        message: "whether 10.31.16.0/20 is reached encrypted can't be told, for where static route away leads can't",
        decidedBy: ["local.table", "var.away"],
      },
    ]);
  });

  test("is routing intent of an unknown hub, but for internet traffic alone", () => {
    const intent = (destination: string) => ({
      "azurerm_virtual_hub_routing_intent.all": {
        name: "all",
        virtual_hub_id: HUB,
        routing_policy: { name: "all", destinations: [destination], next_hop: HOP },
      },
    });
    expect(said(encryptedToOnprem, intent("Internet"))).toEqual([]);
    expect(brief(said(encryptedToOnprem, intent("PrivateTraffic")))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub_routing_intent.all",
        path: "routing_policy",
        message: expect.stringContaining("what the next hop of routing intent"),
        decidedBy: ["each.key", "local.hubs", 'network_intent.appliances["azurerm_virtual_hub_connection.app"]'],
      },
    ]);
  });

  test("is an appliance that tells an unknown hub routes", () => {
    const nva = { name: "nva", virtual_hub_id: HUB, peer_ip: "10.110.0.4", peer_asn: 65200 };
    expect(brief(said(encryptedToOnprem, { "azurerm_virtual_hub_bgp_connection.nva": nva }))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub_bgp_connection.nva",
        path: "peer_ip",
        message:
          "whether 10.31.16.0/20 is reached encrypted can't be told, for which routes the appliance 10.110.0.4 tells its hub over BGP connection nva can't",
        decidedBy: [
          "each.key",
          "local.hubs",
          'network_intent.hubPeers["azurerm_virtual_hub_bgp_connection.nva"].advertises',
        ],
      },
    ]);
  });
});
