import { z } from "zod";
import { MOST_EXPRESSROUTE_SCALE_UNITS } from "../../lib/express-route/scale-units";
import { NAT_MODES } from "../../lib/vpn/nat-rule";
import { MOST_VPN_SCALE_UNITS } from "../../lib/vpn/scale-units";
import { GATEWAY_ROUTING_PREFERENCES } from "../../lib/vpn/vpn-gateway";
import { GATEWAY_INSTANCES } from "../../lib/vpn/vpn-gateway-instance";
import { address, flag, named, networkId, optionalSection, prefix, section, text, wholeNumber, word } from "./values";

const mappings = z
  .array(
    section("a mapping, such as {addressSpace: 10.0.1.0/24}", {
      addressSpace: prefix.describe("Prefix that is translated, or translated to."),
      portRange: z
        .string("a port or ports in quotes, such as '2000-2999'")
        .regex(/^\d{1,5}(-\d{1,5})?$/, "a port or ports, such as '2000-2999'")
        .optional()
        .describe("Default: all ports."),
    }),
    "a list of mappings, such as [{addressSpace: 10.0.1.0/24}]",
  )
  .min(1, "a list with at least one mapping");

const natRule = {
  name: text("a name").optional().describe("Its name in Azure. Default: the name here."),
  mode: word(NAT_MODES)
    .optional()
    .describe("Whether packets to the site (EgressSnat) or from it (IngressSnat) are translated. Default: EgressSnat."),
  internalMappings: mappings.describe("Address spaces inside."),
  externalMappings: mappings.describe("Address spaces outside. As large as those inside, in a static rule."),
};

const natRules = named(
  "a map of NAT rules by name",
  z.union(
    [
      section("a static rule", {
        ...natRule,
        type: z.literal("Static", "Static or Dynamic").optional().describe("Default: Static."),
      }),
      section("a dynamic rule", {
        ...natRule,
        type: z.literal("Dynamic", "Static or Dynamic").describe("Addresses inside share those outside."),
        instance: word(GATEWAY_INSTANCES).describe("The instance of the gateway that the rule is for."),
      }),
      section("{existing: {id: ...}}", {
        existing: section("{id: ...}", {
          id: networkId("vpnGateways/natRules").describe("Its resource id."),
        }).describe("A NAT rule that the gateway has already."),
      }),
    ],
    "a NAT rule, such as {internalMappings: [...], externalMappings: [...]}",
  ),
);

const complete = flag()
  .optional()
  .describe("States that it has no connections but those of this file. Default: not stated.");

export const vpnGateway = z.union(
  [
    optionalSection("a VPN gateway, such as {scaleUnits: 2}", {
      name: text("a name").optional().describe("Its name in Azure. Default: vpng-, the network's name and the hub's."),
      scaleUnits: wholeNumber(1, MOST_VPN_SCALE_UNITS).optional().describe("Scale units of 500 Mbps. Default: 1."),
      routingPreference: word(GATEWAY_ROUTING_PREFERENCES)
        .optional()
        .describe("How its public addresses are reached. Tunnels over ExpressRoute don't use them."),
      customBgpAddresses: section("{instance0: [169.254.21.1], instance1: [169.254.22.1]}", {
        instance0: z.array(address, "a list of addresses").describe("Addresses on Instance0."),
        instance1: z.array(address, "a list of addresses").describe("Addresses on Instance1."),
      })
        .optional()
        .describe("BGP addresses beside the gateway's own: 169.254.21.0 to 169.254.22.255. Default: none."),
      bgpPeerWeight: wholeNumber(0, 100)
        .optional()
        .describe("Weight of routes that it learns over BGP. Changing it replaces the gateway. Default: 0."),
      bgpRouteTranslationForNat: flag()
        .optional()
        .describe("Whether NAT rules translate routes too, for all connections. Default: false."),
      natRules: natRules.optional().describe("NAT rules, by name."),
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", {
              id: networkId("vpnGateways").describe("Its resource id. Nothing else is known of it."),
              complete,
            }),
            section("{name: ...}", {
              name: text("a name").describe("Its name in Azure. Terraform reads it, with its addresses."),
              resourceGroup: text("a name").optional().describe("Its resource group. Default: the hub's."),
              scaleUnits: wholeNumber(1, MOST_VPN_SCALE_UNITS)
                .optional()
                .describe("States its scale units. Default: not stated."),
              complete,
            }),
          ],
          "{id: ...} or {name: ...}",
        )
        .describe("A VPN gateway that the hub has already."),
      natRules: natRules.optional().describe("NAT rules, by name."),
    }),
  ],
  "a VPN gateway, such as {scaleUnits: 2} or {existing: {name: ...}}",
);

export const expressRouteGateway = z.union(
  [
    optionalSection("an ExpressRoute gateway, such as {scaleUnits: 1}", {
      name: text("a name").optional().describe("Its name in Azure. Default: ergw-, the network's name and the hub's."),
      scaleUnits: wholeNumber(1, MOST_EXPRESSROUTE_SCALE_UNITS)
        .optional()
        .describe("Scale units of 2 Gbps. Default: 1."),
      allowNonVirtualWanTraffic: flag()
        .optional()
        .describe("Whether circuits of the hub may reach virtual networks outside the WAN. Default: false."),
    }),
    section("{existing: {id: ...}}", {
      existing: section("{id: ...}", {
        id: networkId("expressRouteGateways").describe("Its resource id. Terraform can't read one by name."),
        complete,
      }).describe("An ExpressRoute gateway that the hub has already."),
    }),
  ],
  "an ExpressRoute gateway, such as {scaleUnits: 1} or {existing: {id: ...}}",
);

export type VpnGatewayDescription = z.output<typeof vpnGateway>;
export type ExpressRouteGatewayDescription = z.output<typeof expressRouteGateway>;
export type NatRuleDescription = NonNullable<VpnGatewayDescription["natRules"]>[string];
