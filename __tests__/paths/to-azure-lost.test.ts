import type { LossKind } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { changed } from "../policies/rules/judging";
import { DROP_ALL, mapAt, mapRule } from "../policies/rules/maps";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const STOCKHOLM = "azurerm_express_route_connection.stockholm";
const OSLO = "azurerm_express_route_connection.oslo";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";
const [A, B] = [`${CONNECTION}#a`, `${CONNECTION}#b`];

/** A site with two links, each device behind a circuit of its own. */
const TWO_OF_EACH = {
  "azurerm_express_route_circuit.oslo": {
    name: "erc-oslo",
    resource_group_name: "rg",
    location: "swedencentral",
    service_provider_name: "Telia Carrier",
    peering_location: "Oslo",
    bandwidth_in_mbps: 1000,
    sku: { tier: "Standard", family: "MeteredData" },
  },
  "azurerm_express_route_circuit_peering.oslo": {
    peering_type: "AzurePrivatePeering",
    express_route_circuit_name: "${azurerm_express_route_circuit.oslo.name}",
    resource_group_name: "rg",
    peer_asn: 65021,
    primary_peer_address_prefix: "172.29.1.0/30",
    secondary_peer_address_prefix: "172.29.1.4/30",
    vlan_id: 78,
  },
  [OSLO]: {
    name: "oslo",
    express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
    express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.oslo.id}",
  },
  "azurerm_vpn_site.bergen.link[1]": { ...SECOND_LINK, ip_address: "10.32.0.5" },
  [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK,
  "network_intent.value.expressRoute": {
    [STOCKHOLM]: { advertises: ["10.31.0.0/24"] },
    [OSLO]: { advertises: ["10.32.0.0/24"] },
  },
  'network_intent.value.vpn["azurerm_vpn_site.bergen"].b': { advertises: ["10.31.16.0/20"] },
};

/** What becomes of packets from the site to the spoke, today and when something is lost. */
function toSpoke(changes: object, whenLost?: LossKind) {
  const network = networkOf(changed(SOUND, { ...TWO_OF_EACH, ...changes }));
  const { routes } = routeTable(network, whenLost === undefined ? {} : { whenLost });
  const row = routes.find((one) => one.direction === "to-azure" && one.destination === "10.110.0.0/22");
  const lost = row?.whenLost.map((loss) => [loss.lost, loss.outcome, ...loss.via]);
  return { now: [row?.outcome, ...(row?.via ?? [])], lost: new Map(lost?.map(([what, ...rest]) => [what, rest])) };
}

describe("from a site with two links over two circuits, to a spoke", () => {
  test("packets take the link that is left, and go in the clear when none is", () => {
    const { now, lost } = toSpoke({});
    expect(now).toEqual(["encrypted", A, B]);
    expect(lost.get(`link ${A}`)).toEqual(["encrypted", B]);
    expect(lost.get(`link ${B}`)).toEqual(["encrypted", A]);
    expect(lost.get(`connection ${CONNECTION}`)).toEqual(["clear", OSLO, STOCKHOLM]);
    expect(lost.get("all tunnels of azurerm_vpn_site.bergen")).toEqual(["clear", OSLO, STOCKHOLM]);
    expect(lost.get("all tunnels")).toEqual(["clear", OSLO, STOCKHOLM]);
  });

  test("a circuit, or its connection to the hub, takes the tunnel with it whose device nothing else leads to", () => {
    const { lost } = toSpoke({});
    expect(lost.get("circuit azurerm_express_route_circuit.oslo")).toEqual(["encrypted", A]);
    expect(lost.get("circuit azurerm_express_route_circuit.stockholm")).toEqual(["encrypted", B]);
    expect(lost.get(`connection ${OSLO}`)).toEqual(["encrypted", A]);
  });

  test("what is filtered, or kept off ExpressRoute by maps, is dropped when no link is left", () => {
    expect(toSpoke({ [FILTERS]: ["10.110.0.0/22"] }).lost.get("all tunnels")).toEqual(["dropped"]);
    const one = mapAt(STOCKHOLM, "outbound", DROP_ALL);
    expect(toSpoke(one).lost.get("all tunnels")).toEqual(["clear", OSLO]);
    expect(toSpoke({ ...one, ...mapAt(OSLO, "outbound", DROP_ALL) }).lost.get("all tunnels")).toEqual(["dropped"]);
  });

  test("a summary over ExpressRoute takes them when the tunnels' longer prefix is gone, though the spoke is filtered", () => {
    const contains = { match_condition: "Contains", route_prefix: ["10.110.0.0/16"] };
    const replace = { type: "Replace", parameter: [{ route_prefix: ["10.110.0.0/16"] }] };
    const summary = mapRule("summarise", contains, replace);
    const changes = {
      ...mapAt(STOCKHOLM, "outbound", summary),
      ...mapAt(OSLO, "outbound", DROP_ALL),
      [FILTERS]: ["10.110.0.0/22"],
    };
    const { now, lost } = toSpoke(changes);
    expect(now).toEqual(["encrypted", A, B]);
    expect(lost.get(`link ${A}`)).toEqual(["encrypted", B]);
    expect(lost.get("all tunnels")).toEqual(["clear", STOCKHOLM]);
  });

  test("of one kind of loss, no other is told", () => {
    expect([...toSpoke({}, "circuit").lost.keys()].every((what) => String(what).includes("express_route"))).toBe(true);
  });
});
