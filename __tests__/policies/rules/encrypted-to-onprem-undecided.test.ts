import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { said } from "./judging";
import { idOf } from "./sound";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";

describe("encrypted-to-onprem", () => {
  test("is undecided without intent, and names the lines that would decide", () => {
    const findings = said(encryptedToOnprem, { network_intent: undefined });
    expect(findings.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        address: CONNECTION,
        decidedBy: [
          `network_intent.expressRoute["${CIRCUIT}"].advertises`,
          'network_intent.vpn["azurerm_vpn_site.bergen"].a.advertises',
        ],
      },
    ]);
  });

  test("is undecided where intent doesn't say what comes over ExpressRoute", () => {
    expect(said(encryptedToOnprem, { "network_intent.value.expressRoute": undefined })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: CIRCUIT,
        path: "",
        message:
          "whether 10.31.16.0/20 is reached encrypted can't be told, for what is advertised over circuit erc-stockholm at hub-sdc can't",
        decidedBy: [`network_intent.expressRoute["${CIRCUIT}"].advertises`],
        evidence: { prefixes: ["10.31.16.0/20"], count: 1 },
      },
    ]);
  });

  test("is undecided under routing intent whose next hop is an appliance, unless intent says that it sends packets on", () => {
    const intent = (nextHop: string) => ({
      "azurerm_virtual_hub_routing_intent.ri": {
        name: "ri",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: nextHop }],
      },
    });
    const appliance = idOf("networkVirtualAppliances", "nva");
    const underIntent = said(encryptedToOnprem, intent(appliance));
    expect(underIntent.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub_routing_intent.ri",
        decidedBy: [`network_intent.appliances[${JSON.stringify(appliance)}]`],
      },
    ]);
    const forwarding = { "network_intent.value.appliances": { [appliance]: "forwardsByHubRoutes" } };
    expect(said(encryptedToOnprem, { ...intent(appliance), ...forwarding })).toEqual([]);
  });

  test("is undecided for a spoke of which it can't be told which table it follows", () => {
    const table = { associated_route_table_id: "${var.table}" };
    const findings = said(encryptedToOnprem, { "azurerm_virtual_hub_connection.app.routing": table });
    expect(findings.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      { outcome: "undecided", address: "azurerm_virtual_hub_connection.app", decidedBy: ["var.table"] },
    ]);
  });

  test("is undecided where an appliance tells the hub routes over BGP", () => {
    const appliance = (hub: string) => ({
      "azurerm_virtual_hub_bgp_connection.nva": {
        name: "nva",
        virtual_hub_id: hub,
        peer_asn: 65030,
        peer_ip: "10.41.0.4",
      },
    });
    const address = "azurerm_virtual_hub_bgp_connection.nva";
    expect(said(encryptedToOnprem, appliance("${azurerm_virtual_hub.sdc.id}"))).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address,
        path: "peer_ip",
        message:
          "whether 10.31.16.0/20 is reached encrypted can't be told, for which routes the appliance 10.41.0.4 tells hub hub-sdc (azurerm_virtual_hub.sdc) over BGP connection nva can't",
        decidedBy: [`network_intent.hubPeers["${address}"].advertises`],
        evidence: { prefixes: ["10.31.16.0/20"], count: 1 },
      },
    ]);
    expect(said(encryptedToOnprem, {})).toEqual([]);
    const somewhere = said(encryptedToOnprem, appliance("${var.hub}"));
    expect(new Set(somewhere.map(({ outcome }) => outcome))).toEqual(new Set(["undecided"]));
    expect(somewhere.flatMap(({ decidedBy }) => decidedBy)).toContain(
      `network_intent.hubPeers["${address}"].advertises`,
    );
  });

  test("is undecided where which gateway a tunnel ends at can't be told", () => {
    const id = idOf("vpnGateways", "gw-old");
    const findings = said(encryptedToOnprem, { [`${CONNECTION}.vpn_gateway_id`]: id });
    expect(new Set(findings.map(({ outcome }) => outcome))).toEqual(new Set(["undecided"]));
  });

  test("is undecided where a static route of the default table leads to an appliance", () => {
    const findings = said(encryptedToOnprem, {
      "azurerm_virtual_hub_route_table_route.r": {
        name: "r",
        route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
        destinations_type: "CIDR",
        destinations: ["10.31.16.0/24"],
        next_hop: "${azurerm_virtual_hub_connection.app.id}",
      },
    });
    expect(findings.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        address: CONNECTION,
        decidedBy: ['network_intent.appliances["azurerm_virtual_hub_connection.app"]'],
      },
    ]);
  });

  test("is undecided where whether ExpressRoute propagates to the default table can't be told", () => {
    const findings = said(encryptedToOnprem, {
      [`${CIRCUIT}.routing`]: {
        associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
        propagated_route_table: { labels: ["${var.label}"] },
      },
      [`network_intent.value.expressRoute["${CIRCUIT}"].advertises`]: ["10.31.16.0/24"],
    });
    expect(findings.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      { outcome: "undecided", address: CONNECTION, decidedBy: ["var.label"] },
    ]);
  });

  test("is undecided where whether a link is on the private path can't be told", () => {
    const flag = `${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`;
    const findings = said(encryptedToOnprem, { [flag]: "${var.flag}" });
    expect(findings.map(({ outcome, decidedBy }) => ({ outcome, decidedBy }))).toEqual([
      { outcome: "undecided", decidedBy: ["var.flag"] },
    ]);
  });

  test("is undecided where a second hub may be in the WAN, and finds no fault in what only that one reaches", () => {
    const findings = said(encryptedToOnprem, {
      "azurerm_virtual_hub.noe": {
        name: "hub-noe",
        resource_group_name: "rg",
        location: "norwayeast",
        virtual_wan_id: "${terraform_data.wan.output}",
        address_prefix: "10.101.0.0/23",
      },
      "network_intent.value.protected": ["10.31.16.0/20", "10.90.0.0/16"],
    });
    expect(findings.map(({ outcome, address, path, decidedBy }) => ({ outcome, address, path, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub.noe",
        path: "virtual_wan_id",
        decidedBy: ["terraform_data.wan.output"],
      },
    ]);
  });

  test("refuses IPv6 that is protected, one prefix or several, for hubs carry IPv4 only", () => {
    const told = (...prefixes: readonly string[]) =>
      said(encryptedToOnprem, { "network_intent.value.protected": ["10.31.16.0/20", ...prefixes] }).map(
        ({ message }) => message,
      );
    expect(told("2001:db8::/32")).toEqual(["2001:db8::/32 is protected, and hubs carry IPv4 only"]);
    expect(told("2001:db8::/48", "2001:db8:1::/48")).toEqual([
      "2001:db8::/48 and 2001:db8:1::/48 are protected, and hubs carry IPv4 only",
    ]);
  });
});
