import fc from "fast-check";
import { judge } from "../../../policies/judge/judge";
import { type Verdict, verdictOf } from "../../../policies/judge/verdict";
import { RULES } from "../../../policies/rules/catalogue";
import { InputError } from "../../../text/complaint";
import { patience, sample } from "../../sample";
import { type Configuration, networkOf } from "../../support/network";
import { type Changes, changed } from "./judging";
import { SECOND_LINK, SECOND_NETWORK, SECOND_SPOKE, SECOND_VPN_LINK, SOUND } from "./sound";

const RUNS = sample(80, 1_000);

jest.setTimeout(patience(RUNS));

const SITE = "azurerm_vpn_site.bergen";
const LINK = `${SITE}.link[0]`;
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const VPN_LINK = `${CONNECTION}.vpn_link[0]`;
const TWO_LINKS = { [`${SITE}.link[1]`]: SECOND_LINK, [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK };
const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';

/** One error for each rule that has that level. */
const FAULTS: { readonly [rule: string]: Changes } = {
  "prefix-canonical": { "azurerm_virtual_network.app.address_space": ["10.110.0.9/22"] },
  "hub-prefix-size": { "azurerm_virtual_hub.sdc.address_prefix": "10.100.0.0/25" },
  "reserved-range": { [`${SITE}.address_cidrs`]: ["169.254.7.0/24"] },
  "address-overlap": {
    "azurerm_virtual_network.data": { ...SECOND_NETWORK, address_space: ["10.110.0.0/16"] },
    "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
  },
  "spoke-subnet-inside": { "azurerm_subnet.app.address_prefixes": ["10.222.0.0/24"] },
  "bgp-peer-not-apipa": { [`${LINK}.bgp.peering_address`]: "169.254.21.1" },
  "bgp-peer-not-device-address": { [`${LINK}.bgp.peering_address`]: "10.31.0.4" },
  "bgp-peer-outside-address-space": { [`${LINK}.bgp.peering_address`]: "10.100.0.9" },
  "bgp-peer-unique": { ...TWO_LINKS, [`${LINK}.bgp.peering_address`]: "10.31.255.2" },
  "asn-allowed": { [`${LINK}.bgp.asn`]: 64500 },
  "bgp-both-ends": { [`${VPN_LINK}.bgp_enabled`]: undefined },
  "site-routes-known": { [`${LINK}.bgp`]: undefined, [`${VPN_LINK}.bgp_enabled`]: undefined },
  "route-based-only": { [`${VPN_LINK}.policy_based_traffic_selector_enabled`]: true },
  "encryption-on": { "azurerm_virtual_wan.wan.disable_vpn_encryption": true },
  "ipsec-policy-strong": { [`${VPN_LINK}.ipsec_policy[0].dh_group`]: "DHGroup2" },
  "ike-version-2": { [`${VPN_LINK}.protocol`]: "IKEv1" },
  "preshared-key-secret": { [`${VPN_LINK}.shared_key`]: "hV3nQ8sLr5TzWk2Yb7Xc" },
  "private-ip-tunnel": { [`${VPN_LINK}.local_azure_ip_address_enabled`]: undefined },
  "private-ip-needs-expressroute": {
    azurerm_express_route_connection: {},
    "network_intent.value.expressRoute": undefined,
  },
  "device-address-literal": { [`${LINK}.fqdn`]: "vpn.bergen.example" },
  "device-address-advertised": { [OVER_EXPRESSROUTE]: ["10.30.0.0/16"] },
  "tunnel-ends-reachable": { "network_intent.value.onPremises.filtersExpressRoute": ["10.100.0.0/23"] },
  "no-tunnel-through-itself": { [`${SITE}.address_cidrs`]: ["10.31.0.0/24"] },
  "no-mixed-links": { ...TWO_LINKS, [`${CONNECTION}.vpn_link[1].local_azure_ip_address_enabled`]: false },
  "fast-path-off": { "azurerm_express_route_connection.stockholm.express_route_gateway_bypass_enabled": true },
  "links-match-site": { ...TWO_LINKS, [`${CONNECTION}.vpn_link[1].vpn_site_link_id`]: `\${${SITE}.link[0].id}` },
  "value-accepted": { [`${VPN_LINK}.dpd_timeout_seconds`]: 8 },
  "gateway-custom-address": {
    "azurerm_vpn_gateway.sdc.bgp_settings": [
      { asn: 65515, peer_weight: 0, instance_0_bgp_peering_address: [{ custom_ips: ["10.0.0.4"] }] },
    ],
  },
  "nat-rule-valid": {
    "azurerm_vpn_gateway_nat_rule.out": {
      type: "Dynamic",
      external_mapping: [{ address_space: "192.0.2.0/26" }],
      internal_mapping: [{ address_space: "10.110.0.0/26" }],
    },
  },
  "route-map-valid": {
    "azurerm_route_map.out": {
      name: "out",
      virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
      rule: [{ name: "all", next_step_if_matched: "Continue", action: [{ type: "Add" }] }],
    },
  },
  "route-table-valid": {
    "azurerm_virtual_hub_route_table.own": { name: "noneRouteTable", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
  },
  "expressroute-circuit-valid": { "azurerm_express_route_circuit.stockholm.bandwidth_in_mbps": 123 },
  "monitor-valid": {
    "azurerm_monitor_metric_alert.tunnel": {
      scopes: ["${azurerm_vpn_gateway.sdc.id}"],
      criteria: [{ metric_namespace: "Microsoft.Network/vpnGateways", metric_name: "TunnelBandwidth" }],
    },
  },
  limits: { "azurerm_vpn_gateway.sdc.scale_unit": 41 },
  "wan-standard": { "azurerm_virtual_wan.wan.type": "Basic" },
  "spoke-without-gateway": {
    "azurerm_subnet.app.name": "GatewaySubnet",
    "azurerm_virtual_network_gateway.old": { ip_configuration: [{ subnet_id: "${azurerm_subnet.app.id}" }] },
  },
  "spoke-one-hub": {
    "azurerm_virtual_hub_connection.app_twice": {
      ...SECOND_SPOKE,
      remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
    },
  },
  "expressroute-peering-valid": { "azurerm_express_route_circuit_peering.stockholm.vlan_id": 4095 },
  "encrypted-to-onprem": { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.16.0/20"] },
  "encrypted-to-azure": { "network_intent.value.onPremises.prefersTunnelFor": ["10.110.0.0/24"] },
  "fails-closed": { "network_intent.value.onTunnelLoss": "drop" },
  "branches-use-default-table": {
    "azurerm_virtual_hub_route_table.own": { name: "own", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
    [`${CONNECTION}.routing`]: { associated_route_table: "${azurerm_virtual_hub_route_table.own.id}" },
  },
};

const UNKNOWN = "${var.not_known_yet}";

function findingsOf(configuration: Configuration) {
  return judge(networkOf(configuration), RULES);
}

/** The verdict; none where the input can't be read, as when not even the version of intent is known. */
function verdictIf(configuration: Configuration): Verdict | "unreadable" {
  try {
    return verdictOf(findingsOf(configuration));
  } catch (error) {
    if (error instanceof InputError) {
      return "unreadable";
    }
    throw error;
  }
}

/** Every attribute and block of the resources and the output of a configuration, by its path. */
function attributesOf(configuration: Configuration): string[] {
  const { resource = {}, output = {} } = configuration;
  const resources = Object.entries(resource).flatMap(([type, byName]) =>
    entriesOf(byName).flatMap(([name, body]) => below(`${type}.${name}`, body)),
  );
  return [...resources, ...below("network_intent", output.network_intent)];
}

function below(path: string, value: unknown): string[] {
  const inner = Array.isArray(value)
    ? value.map((element, index): [string, unknown] => [`${path}[${index}]`, element])
    : entriesOf(value).map(([name, element]): [string, unknown] => [`${path}["${name}"]`, element]);
  return inner.flatMap(([at, element]) => [at, ...below(at, element)]);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

describe("values that are not known", () => {
  test.each(Object.entries(FAULTS))("the fault for %s is one", (rule, changes) => {
    const errors = findingsOf(changed(SOUND, changes)).filter(
      ({ level, outcome }) => level === "error" && outcome === "violation",
    );
    expect(errors.map((finding) => finding.rule)).toContain(rule);
  });

  test("are never called a violation", () => {
    for (const path of attributesOf(SOUND).filter((path) => !path.endsWith('["version"]'))) {
      const violations = findingsOf(changed(SOUND, { [path]: UNKNOWN })).filter(
        // Notes: what the sound network sends unencrypted when tunnels are lost, as its intent accepts.
        ({ outcome, level }) => outcome === "violation" && level !== "note",
      );
      expect({ path, violations }).toEqual({ path, violations: [] });
    }
  });

  test("never hide a fault", () => {
    const cases = Object.entries(FAULTS).flatMap(([rule, changes]) => {
      const faulty = changed(SOUND, changes);
      return attributesOf(faulty).map((path) => ({ rule, path, faulty }));
    });
    fc.assert(
      fc.property(fc.constantFrom(...cases), ({ rule, path, faulty }) => {
        const verdict = verdictIf(changed(faulty, { [path]: UNKNOWN }));
        expect({ rule, path, verdict }).not.toEqual({ rule, path, verdict: "pass" });
      }),
      { numRuns: RUNS },
    );
  });
});
