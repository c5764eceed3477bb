import { failsClosed } from "../../../policies/rules/fails-closed";
import { said } from "./judging";
import { DROP_ALL, mapAt } from "./maps";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "azurerm_virtual_hub.sdc";
const OVER_EXPRESSROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const ON_LOSS = "network_intent.value.onTunnelLoss";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";

/** What keeps traffic off ExpressRoute in either direction. */
const DEVICES_ONLY = { [OVER_EXPRESSROUTE]: ["10.31.0.0/24"] };
const FILTERED = { [FILTERS]: ["10.110.0.0/22"] };

function summaries(changes: object) {
  return said(failsClosed, { ...changes }).map(({ outcome, level, address }) => `${outcome} (${level}): ${address}`);
}

describe("fails-closed", () => {
  test("takes a network that drops what tunnels carry, in both directions", () => {
    expect(said(failsClosed, { ...DEVICES_ONLY, ...FILTERED, [ON_LOSS]: "drop" })).toEqual([]);
  });

  test("takes filters of the spokes alone, and of more than them", () => {
    expect(said(failsClosed, { ...DEVICES_ONLY, [FILTERS]: ["10.110.0.0/23", "10.110.2.0/23"] })).toEqual([]);
    expect(said(failsClosed, { ...DEVICES_ONLY, [FILTERS]: ["10.100.0.0/23", "10.110.0.0/22"] })).toEqual([]);
  });

  test("says which protected prefixes a shorter one over ExpressRoute takes", () => {
    expect(said(failsClosed, { ...FILTERED, [ON_LOSS]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: CIRCUIT,
        path: "",
        message: "when tunnels are lost, 10.31.16.0/20 goes out unencrypted over circuit erc-stockholm at hub-sdc",
        remedy:
          "Advertise over ExpressRoute no prefix that holds protected addresses, or let an inbound route map on the ExpressRoute connection keep only the prefixes of VPN devices.",
        evidence: {
          direction: "to-onprem",
          prefixes: ["10.31.16.0/20"],
          via: [CIRCUIT],
          from: [HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.31.16.0/20",
          trace: [
            "a tunnel on the private path carries it while one is left",
            `without any, ${CIRCUIT} takes it in the clear`,
          ],
        },
      },
    ]);
  });

  // A router learns a prefix as a whole or not at all: one that it filters in part stays.
  test("says what on-premises routers still send over ExpressRoute, where they don't filter every spoke", () => {
    const evidence = {
      direction: "to-azure",
      prefixes: ["10.110.0.0/22"],
      sites: ["azurerm_vpn_site.bergen"],
      flow: "on-premises -> 10.110.0.0/22",
      trace: [
        "on-premises routers reach it through a tunnel while one is left",
        "Azure advertises it over ExpressRoute too, whatever becomes of the tunnels",
      ],
    };
    const found = said(failsClosed, { ...DEVICES_ONLY, [FILTERS]: ["10.100.0.0/23", "10.110.0.0/23"] });
    expect(found.map(({ address, evidence }) => ({ address, evidence }))).toEqual([{ address: HUB, evidence }]);
  });

  test("is an error where intent asks for drop, and a note where it accepts cleartext", () => {
    const both = (outcome: string) => [`${outcome}: ${CIRCUIT}`, `${outcome}: ${HUB}`];
    expect(summaries({ [ON_LOSS]: "drop" })).toEqual(both("violation (error)"));
    expect(summaries({ [ON_LOSS]: undefined })).toEqual(both("violation (warning)"));
    expect(summaries({ [ON_LOSS]: "cleartext" })).toEqual(both("violation (note)"));
    expect(summaries({ [ON_LOSS]: "${var.loss}" })).toEqual(both("undecided (error)"));
  });

  test("takes route maps that keep devices alone on ExpressRoute inbound, and the hub alone outbound", () => {
    const drop = { name: "drop", next_step_if_matched: "Terminate", action: [{ type: "Drop" }] };
    const keep = {
      name: "keep",
      next_step_if_matched: "Terminate",
      match_criterion: [{ match_condition: "Equals", route_prefix: ["10.31.0.0/24"] }],
    };
    const virtual_hub_id = "${azurerm_virtual_hub.sdc.id}";
    expect(
      said(failsClosed, {
        [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.0.0/24", "0.0.0.0/0"],
        "azurerm_route_map.in": { name: "in", virtual_hub_id, rule: [keep, drop] },
        "azurerm_route_map.out": { name: "out", virtual_hub_id, rule: [drop] },
        [`${CIRCUIT}.routing`]: {
          associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
          inbound_route_map_id: "${azurerm_route_map.in.id}",
          outbound_route_map_id: "${azurerm_route_map.out.id}",
        },
        [ON_LOSS]: "drop",
      }),
    ).toEqual([]);
  });

  test("can't tell whether routers follow 0.0.0.0/0 that Azure announces over ExpressRoute, where spokes are filtered", () => {
    const flag = "internet_security_enabled";
    const filtered = { ...DEVICES_ONLY, [FILTERS]: ["10.110.0.0/16"], [ON_LOSS]: "drop" };
    expect(summaries(filtered)).toEqual([]);
    const found = said(failsClosed, { ...filtered, [`${CIRCUIT}.${flag}`]: true });
    expect(found.map(({ outcome, level, address, path, message }) => [outcome, level, address, path, message])).toEqual(
      [
        [
          "undecided",
          "error",
          CIRCUIT,
          flag,
          "whether on-premises routers send traffic for 10.110.0.0/22 unencrypted when tunnels are lost can't be told: Azure may announce 0.0.0.0/0 over circuit erc-stockholm at hub-sdc",
        ],
      ],
    );
    expect(summaries({ ...filtered, [`${CIRCUIT}.enable_internet_security`]: true })).toEqual([
      `undecided (error): ${CIRCUIT}`,
    ]);
    expect(summaries({ ...filtered, [`${CIRCUIT}.${flag}`]: true, ...mapAt(CIRCUIT, "outbound", DROP_ALL) })).toEqual(
      [],
    );
  });

  test("is undecided where nobody says what comes over ExpressRoute, or what on-premises routers filter", () => {
    const changes = { "network_intent.value.expressRoute": undefined, "network_intent.value.onPremises": undefined };
    const found = said(failsClosed, changes);
    expect(found.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      { outcome: "undecided", address: CIRCUIT, decidedBy: [`network_intent.expressRoute["${CIRCUIT}"].advertises`] },
      { outcome: "undecided", address: HUB, decidedBy: ["network_intent.onPremises.filtersExpressRoute"] },
    ]);
  });

  // A second site whose tunnel runs over the internet, with the same prefix as ExpressRoute.
  const OVER_INTERNET = {
    "azurerm_vpn_site.oslo": {
      name: "oslo",
      resource_group_name: "rg",
      location: "swedencentral",
      virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
      link: [{ name: "a", ip_address: "203.0.113.4", bgp: { asn: 65031, peering_address: "10.30.255.1" } }],
    },
    "azurerm_vpn_gateway_connection.oslo": {
      name: "con-oslo",
      vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
      remote_vpn_site_id: "${azurerm_vpn_site.oslo.id}",
      vpn_link: [{ name: "a", vpn_site_link_id: "${azurerm_vpn_site.oslo.link[0].id}", bgp_enabled: true }],
    },
    'network_intent.value.vpn["azurerm_vpn_site.oslo"].a': { advertises: ["10.31.0.0/16"], asPath: [65031] },
    [`network_intent.value.expressRoute["${CIRCUIT}"].asPath`]: [65020],
    [`${HUB}.hub_routing_preference`]: "${var.preference}",
    ...FILTERED,
  };

  test("can't tell what happens where ExpressRoute or a tunnel over the internet takes it, by a preference that isn't known", () => {
    const message = "what becomes of 10.31.16.0/20 when tunnels are lost can't be told";
    const evidence = { direction: "to-onprem", prefixes: ["10.31.16.0/20"] };
    const open = { outcome: "undecided", level: "note", address: CIRCUIT, path: "", message, evidence };
    expect(said(failsClosed, OVER_INTERNET)).toEqual([{ ...open, decidedBy: [`${HUB}.hub_routing_preference`] }]);
    const asPath = `network_intent.value.vpn["azurerm_vpn_site.oslo"].a.asPath`;
    expect(said(failsClosed, { ...OVER_INTERNET, [asPath]: undefined, [ON_LOSS]: "drop" })).toEqual([
      { ...open, level: "error", decidedBy: ['network_intent.vpn["azurerm_vpn_site.oslo"].a.asPath'] },
    ]);
  });
});
