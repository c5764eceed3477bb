import { type Reasoned, type TypeEntry, withoutEffect } from "./entry";
import { TYPES } from "./types";

const FOR_INTERNET = "it serves traffic that comes from the internet or goes there";
const LETS_THROUGH = "it lets packets through or drops them, and sends none another way";
const OWN_NETWORK = "it is an end of traffic inside a virtual network";
const FOR_ANOTHER = "it counts by what refers to it";
const NAMES = "it answers questions for names";

/**
 * Types of Azure Resource Manager below Microsoft.Network that don't matter here, with all that lives inside them, save
 * what has an entry of its own. Names are those of ARM's schemas up to 2025-11-01, in small letters.
 */
const TABLE: Reasoned = [
  [
    FOR_INTERNET,
    "applicationgateways",
    "applicationgatewaywebapplicationfirewallpolicies",
    "bastionhosts",
    "cloudserviceslots",
    "customipprefixes",
    "ddoscustompolicies",
    "ddosprotectionplans",
    "frontdoors",
    "frontdoorwebapplicationfirewallpolicies",
    "loadbalancers",
    "natgateways",
    "networkexperimentprofiles",
    "publicipaddresses",
    "publicipprefixes",
    "servicegateways",
    "trafficmanagerprofiles",
    "trafficmanagerusermetricskeys",
  ],
  [
    LETS_THROUGH,
    "applicationsecuritygroups",
    "networksecuritygroups",
    "networksecurityperimeters",
    "serviceendpointpolicies",
  ],
  [
    OWN_NETWORK,
    "interfaceendpoints",
    "networkinterfaces",
    "networkprofiles",
    "privateendpoints",
    "privatelinkservices",
    "virtualnetworktaps",
  ],
  [
    NAMES,
    "dnsforwardingrulesets",
    "dnsresolverdomainlists",
    "dnsresolverpolicies",
    "dnsresolvers",
    "dnszones",
    "privatednszones",
  ],
  [
    FOR_ANOTHER,
    "azurefirewalls",
    "dscpconfigurations",
    "interconnectgroups",
    "ipallocations",
    "ipgroups",
    "routetables",
    "virtualnetworks",
    "vpnserverconfigurations",
  ],
  ["it counts by its rules and configurations", "managementgroups", "networkmanagerconnections", "networkmanagers"],
  [
    "it is in a virtual network: a static route or a user-defined route that leads there tells it",
    "virtualnetworkappliances",
    "virtualrouters",
  ],
  ["it watches, and changes nothing", "networkwatchers"],
  ["it filters what comes over Microsoft peering, which carries no tunnel of a hub", "routefilters"],
];

/** Types that a network of this field is made of, or that could change one; all that lives inside them is as they are. */
const OF_THIS_FIELD: readonly string[] = [
  "expressroutecircuits",
  "expressroutecrossconnections",
  "expressroutegateways",
  "expressrouteports",
  "networkmanagers/connectivityconfigurations",
  "networkmanagers/routingconfigurations",
  "networkvirtualappliances",
  "p2svpngateways",
  "routetables/routes",
  "virtualhubs",
  "virtualnetworks/subnets",
  "virtualwans",
  "vpngateways",
  "vpnsites",
];

/** The type of azurerm that makes what an ARM type is, where rules speak of it. */
const AZURERM: ReadonlyMap<string, string> = new Map([
  ["azurefirewalls", "azurerm_firewall"],
  ["expressroutecircuits", "azurerm_express_route_circuit"],
  ["expressroutecircuits/authorizations", "azurerm_express_route_circuit_authorization"],
  ["expressroutecircuits/peerings", "azurerm_express_route_circuit_peering"],
  ["expressroutegateways", "azurerm_express_route_gateway"],
  ["expressroutegateways/expressrouteconnections", "azurerm_express_route_connection"],
  ["expressrouteports", "azurerm_express_route_port"],
  ["p2svpngateways", "azurerm_point_to_site_vpn_gateway"],
  ["routetables", "azurerm_route_table"],
  ["routetables/routes", "azurerm_route"],
  ["virtualhubs", "azurerm_virtual_hub"],
  ["virtualhubs/bgpconnections", "azurerm_virtual_hub_bgp_connection"],
  ["virtualhubs/hubroutetables", "azurerm_virtual_hub_route_table"],
  ["virtualhubs/hubvirtualnetworkconnections", "azurerm_virtual_hub_connection"],
  ["virtualhubs/routemaps", "azurerm_route_map"],
  ["virtualhubs/routingintent", "azurerm_virtual_hub_routing_intent"],
  ["virtualnetworkgateways", "azurerm_virtual_network_gateway"],
  ["virtualnetworks", "azurerm_virtual_network"],
  ["virtualnetworks/subnets", "azurerm_subnet"],
  ["virtualwans", "azurerm_virtual_wan"],
  ["vpngateways", "azurerm_vpn_gateway"],
  ["vpngateways/natrules", "azurerm_vpn_gateway_nat_rule"],
  ["vpngateways/vpnconnections", "azurerm_vpn_gateway_connection"],
  ["vpnsites", "azurerm_vpn_site"],
]);

/** The type of azurerm that makes what an ARM type is; undefined where rules speak of none. */
export function azurermOf(armType: string): string | undefined {
  return AZURERM.get(pathOf(armType)?.join("/") ?? "");
}

/** Types that azurerm has under another name, and that are seen whoever makes them. */
const SEEN: readonly (readonly [arm: string, azurerm: string])[] = [
  ["connections", "azurerm_virtual_network_gateway_connection"],
  ["localnetworkgateways", "azurerm_local_network_gateway"],
  ["securitypartnerproviders", "azurerm_virtual_hub_security_partner_provider"],
  ["virtualnetworkgateways", "azurerm_virtual_network_gateway"],
];

/** What is made of each type, by its path below Microsoft.Network in small letters. */
export const ARM_TYPES: ReadonlyMap<string, TypeEntry> = new Map<string, TypeEntry>([
  ...OF_THIS_FIELD.map((type): [string, TypeEntry] => [type, { kind: "judged" }]),
  ...SEEN.flatMap(([type, azurerm]): [string, TypeEntry][] => {
    const entry = TYPES.get(azurerm);
    return entry === undefined || entry.kind === "without effect" || entry.could === undefined
      ? []
      : [[type, { kind: "seen", could: entry.could }]];
  }),
  [
    "firewallpolicies",
    { kind: "seen", could: "drop the packets of tunnels that a secured hub sends through its firewall" },
  ],
  ...withoutEffect(TABLE),
]);

/**
 * What is made of an ARM type such as `Microsoft.Network/virtualHubs/routeMaps@2024-05-01`; undefined where it is of
 * another service. A type of networks that this version has never heard of may be of this field.
 */
export function entryOfArm(armType: string): TypeEntry | undefined {
  const path = pathOf(armType);
  if (path === undefined) {
    return DEPLOYS.test(armType) ? TYPES.get("azurerm_resource_group_template_deployment") : undefined;
  }
  const longestFirst = path.map((_, index) => path.slice(0, path.length - index).join("/"));
  return longestFirst.map((one) => ARM_TYPES.get(one)).find((entry) => entry !== undefined) ?? { kind: "judged" };
}

/** What makes whatever its template or script says. */
const DEPLOYS = /^Microsoft\.Resources\/(deployments|deploymentScripts|deploymentStacks)(@|$)/i;

/** The types below Microsoft.Network that an ARM type is made of, in small letters. */
function pathOf(armType: string): readonly string[] | undefined {
  return /^Microsoft\.Network\/([^@]+)/i.exec(armType)?.[1]?.toLowerCase().split("/");
}
