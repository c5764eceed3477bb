import type { VpnGatewayById, VpnGatewayByName } from "../../../lib/vpn/existing-vpn-gateway";
import {
  type DynamicNatRuleOptions,
  type NatMapping,
  NatRule,
  type NatRuleAttributes,
  type NatRuleProps,
  type StaticNatRuleOptions,
} from "../../../lib/vpn/nat-rule";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import {
  type GatewayBgpAddresses,
  VpnGateway,
  type VpnGatewayOptions,
  type VpnGatewayProps,
} from "../../../lib/vpn/vpn-gateway";
import { casesOf, type PropertyCase } from "./harness";
import { armId, type Surroundings } from "./surroundings";

const MAPPINGS = {
  internalMappings: [{ addressSpace: "10.5.0.0/24" }],
  externalMappings: [{ addressSpace: "10.6.0.0/24" }],
};
const OTHER_MAPPING = [{ addressSpace: "10.7.0.0/24" }];

function makeRule(
  { subject, vpnGateway }: Surroundings,
  kind: Pick<DynamicNatRuleOptions, "type" | "instance"> | Pick<StaticNatRuleOptions, "type">,
): void {
  new NatRule(subject, "nat", { name: "nat", ...MAPPINGS, ...kind, gateway: vpnGateway.one });
}

export const vpnGatewayCases: readonly PropertyCase[] = [
  ...casesOf<VpnGatewayOptions>(
    "VpnGatewayOptions",
    ({ subject, bareHub }, options) => new VpnGateway(subject, "vpn", { ...options, hub: bareHub.one }),
    () => ({ name: "vpn" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      scaleUnits: () => ({ scaleUnits: 2 }),
      routingPreference: () => ({ routingPreference: "Internet" }),
      customBgpAddresses: () => ({ customBgpAddresses: { instance0: ["169.254.21.2"], instance1: ["169.254.22.2"] } }),
      bgpPeerWeight: () => ({ bgpPeerWeight: 10 }),
      bgpRouteTranslationForNat: () => ({ bgpRouteTranslationForNat: true }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<GatewayBgpAddresses>(
    "GatewayBgpAddresses",
    ({ subject, bareHub }, customBgpAddresses) =>
      new VpnGateway(subject, "vpn", { name: "vpn", hub: bareHub.one, customBgpAddresses }),
    () => ({ instance0: ["169.254.21.2"], instance1: ["169.254.22.2"] }),
    {
      instance0: () => ({ instance0: ["169.254.21.6"] }),
      instance1: () => ({ instance1: ["169.254.22.6"] }),
    },
  ),
  ...casesOf<Pick<VpnGatewayProps, "hub">>(
    "VpnGatewayProps",
    ({ subject }, { hub }) => new VpnGateway(subject, "vpn", { name: "vpn", hub }),
    ({ bareHub }) => ({ hub: bareHub.one }),
    { hub: ({ bareHub }) => ({ hub: bareHub.other }) },
  ),
  ...casesOf<VpnGatewayById>(
    "VpnGatewayById",
    ({ subject, site, routeMap }, attributes) => {
      const gateway = VpnGateway.fromAttributes(subject, "vpn", attributes);
      // A hub tells its connections what its default route table is.
      const routing = attributes.hub === undefined ? {} : { routing: { inboundRouteMap: routeMap.one } };
      new VpnConnection(subject, "connection", { name: "c", gateway, site: site.one, ...routing });
    },
    () => ({ vpnGatewayId: armId("vpnGateways/one") }),
    {
      vpnGatewayId: () => ({ vpnGatewayId: armId("vpnGateways/other") }),
      hub: ({ bareHub }) => ({ from: { hub: bareHub.one }, to: { hub: bareHub.other } }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<VpnGatewayByName>(
    "VpnGatewayByName",
    ({ subject }, attributes) => VpnGateway.fromAttributes(subject, "vpn", attributes),
    ({ bareHub }) => ({ name: "vpn", hub: bareHub.one }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      hub: ({ bareHub }) => ({ hub: bareHub.other }),
      scaleUnits: () => ({ scaleUnits: 2 }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<Omit<StaticNatRuleOptions, "type" | "instance">>(
    "AnyNatRuleOptions",
    ({ subject, vpnGateway }, options) => new NatRule(subject, "nat", { ...options, gateway: vpnGateway.one }),
    () => ({ name: "nat", ...MAPPINGS }),
    {
      name: () => ({ name: "other" }),
      mode: () => ({ mode: "IngressSnat" }),
      internalMappings: () => ({ internalMappings: OTHER_MAPPING }),
      externalMappings: () => ({ externalMappings: OTHER_MAPPING }),
    },
  ),
  {
    property: "DynamicNatRuleOptions.type",
    before: (around) => makeRule(around, {}),
    after: (around) => makeRule(around, { type: "Dynamic", instance: "Instance0" }),
  },
  ...casesOf<Pick<DynamicNatRuleOptions, "instance">>(
    "DynamicNatRuleOptions",
    (around, { instance }) => makeRule(around, { type: "Dynamic", instance }),
    () => ({ instance: "Instance0" }),
    { instance: () => ({ instance: "Instance1" }) },
  ),
  ...casesOf<NatMapping>(
    "NatMapping",
    ({ subject, vpnGateway }, mapping) =>
      new NatRule(subject, "nat", { name: "nat", ...MAPPINGS, internalMappings: [mapping], gateway: vpnGateway.one }),
    () => ({ addressSpace: "10.5.0.0/24" }),
    { addressSpace: () => ({ addressSpace: "10.7.0.0/24" }), portRange: () => ({ portRange: "2000-2999" }) },
  ),
  ...casesOf<Pick<NatRuleProps, "gateway">>(
    "NatRuleProps",
    ({ subject }, { gateway }) => new NatRule(subject, "nat", { name: "nat", ...MAPPINGS, gateway }),
    ({ vpnGateway }) => ({ gateway: vpnGateway.one }),
    { gateway: ({ vpnGateway }) => ({ gateway: vpnGateway.other }) },
  ),
  ...casesOf<NatRuleAttributes>(
    "NatRuleAttributes",
    ({ subject, vpnGateway, site }, attributes) => {
      const rule = NatRule.fromAttributes(subject, "nat", attributes);
      const everyLink = { ingressNatRules: [rule] };
      new VpnConnection(subject, "c", { name: "c", gateway: vpnGateway.one, site: site.one, everyLink });
    },
    () => ({ natRuleId: armId("vpnGateways/vpn/natRules/one") }),
    { natRuleId: () => ({ natRuleId: armId("vpnGateways/vpn/natRules/other") }) },
  ),
];
