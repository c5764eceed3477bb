import { z } from "zod";
import {
  CIRCUIT_BILLINGS,
  CIRCUIT_TIERS,
  PORT_BANDWIDTHS_GBPS,
  PROVIDER_BANDWIDTHS_MBPS,
} from "../../lib/express-route/express-route-circuit";
import { location } from "./hub";
import { routing } from "./routing";
import {
  asn,
  asPath,
  flag,
  named,
  networkId,
  oneOf,
  optionalSection,
  prefix,
  prefixes,
  section,
  tags,
  text,
  variable,
  wholeNumber,
  word,
} from "./values";

const subnets = section("{primary: 172.20.1.0/30, secondary: 172.20.1.4/30}", {
  primary: prefix.describe("A /30. Its first usable address is the customer's router, its second Microsoft's."),
  secondary: prefix.describe("Another /30, of the second path."),
});

const vlanId = wholeNumber(1, 4094);

const newPeering = section("a private peering, such as {peerAsn: 65020, vlanId: 301, subnets: {...}}", {
  peerAsn: asn.describe("ASN on the customer's side."),
  vlanId: vlanId.describe("VLAN of both paths, unique on the circuit."),
  subnets: subnets.optional().describe("The two subnets between the customer's routers and Microsoft's."),
  sharedKey: variable.optional().describe("MD5 key of the BGP sessions. Default: none."),
});

const readPeering = section("{existing: {...}}", {
  existing: optionalSection("a map, such as {subnets: {...}}", {
    subnets: subnets.optional().describe("States its subnets. Default: not stated."),
    peerAsn: asn.optional().describe("States the ASN on the customer's side. Default: not stated."),
    vlanId: vlanId.optional().describe("States its VLAN. Default: not stated."),
  }).describe("A private peering that Terraform reads. It refuses to plan where what is stated here is wrong."),
});

const onTunnelLoss = section("a map, such as {action: drop, keepInbound: [172.16.0.0/16]}", {
  action: z.literal("drop", "drop").describe("What happens to the traffic of a lost tunnel."),
  keepInbound: prefixes
    .optional()
    .describe(
      "Prefixes that the hub still learns over it, exactly as advertised, beside those that hold VPN devices and nothing protected. Default: those alone.",
    ),
  keepOutbound: prefixes
    .optional()
    .describe("Prefixes of spokes that the hub still advertises over it, beside its own prefix. Default: none."),
});

const connection = optionalSection("a map, such as {advertises: [10.0.0.0/16]}", {
  name: text("a name").optional().describe("Its name in Azure. Default: con- and the circuit's name here."),
  advertises: prefixes
    .optional()
    .describe("Prefixes that on-premises routers advertise over it, exactly as configured there. Default: unknown."),
  asPath: asPath.optional().describe("The AS path that the hub would learn, nearest AS first. Default: unknown."),
  routingWeight: wholeNumber(0, 32_000)
    .optional()
    .describe("Weight among connections to the same prefix; the higher one wins. Default: 0."),
  authorizationKey: variable.optional().describe("Key of an authorization, for a circuit in another subscription."),
  routing: routing.optional().describe("Route tables and route maps."),
  onTunnelLoss: onTunnelLoss
    .optional()
    .describe(
      "Lets Azure drop what belongs into tunnels when they are lost, by route maps on the connection. Default: as onTunnelLoss of the network says.",
    ),
});

const connections = named("a map of connections by hub", connection)
  .optional()
  .describe("The hubs that it is connected to, by their names here, and how.");

/** What circuits that are made here have in common. */
const made = {
  name: text("a name").optional().describe("Its name in Azure. Default: erc-, the network's name and the name here."),
  resourceGroup: text("a name").optional().describe("Name of a resource group that exists. Default: the network's."),
  location: location.optional().describe("Azure region that holds its record. Default: its hub's, or the network's."),
  tier: word(CIRCUIT_TIERS).optional().describe("Where it reaches. Default: Standard."),
  billing: word(CIRCUIT_BILLINGS).optional().describe("How outbound data is billed. Default: MeteredData."),
  peering: z
    .union(
      [z.literal("managedByProvider"), newPeering],
      "managedByProvider, or {peerAsn: 65020, vlanId: 301, subnets: {...}}",
    )
    .describe("Its private peering: managedByProvider where the provider runs layer 3, else what to set up."),
  authorizations: z
    .array(text("a name"), "a list of names")
    .optional()
    .describe("Names of authorizations to make, with which gateways of other subscriptions can connect."),
  stack: z
    .literal("global", "global")
    .optional()
    .describe(
      "Puts it into the global Terraform stack, for hubs of several regions to use. Default: its region's stack.",
    ),
  tags: tags.optional().describe("Its tags, beside the network's."),
  connections,
};

export const circuit = z.union(
  [
    section("a circuit of a provider, such as {provider: Equinix, peeringLocation: Amsterdam, bandwidthMbps: 1000}", {
      provider: text("a provider, as Azure lists it").describe(
        "Name of the connectivity provider, as Azure lists it: Equinix.",
      ),
      peeringLocation: text("a place, such as Amsterdam").describe("Where the provider meets Microsoft: Amsterdam."),
      bandwidthMbps: oneOf(PROVIDER_BANDWIDTHS_MBPS).describe(
        "Bandwidth in Mbps. To shrink it, the circuit is replaced.",
      ),
      ...made,
    }),
    section("a circuit on a port, such as {port: id, bandwidthGbps: 10}", {
      port: networkId("expressRoutePorts").describe("Resource id of a port of one's own (ExpressRoute Direct)."),
      bandwidthGbps: oneOf(PORT_BANDWIDTHS_GBPS).describe("Bandwidth in Gbps. To shrink it, the circuit is replaced."),
      rateLimiting: flag().optional().describe("Whether Azure holds the circuit to its bandwidth. Default: false."),
      ...made,
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", {
              id: networkId("expressRouteCircuits").describe("Its resource id. Nothing else is known of it."),
            }),
            section("{name: ..., resourceGroup: ...}", {
              name: text("a name").describe("Its name in Azure. Terraform reads it."),
              resourceGroup: text("a name").describe("Its resource group."),
              provisioned: z
                .literal(true, "true")
                .optional()
                .describe("States that the provider has provisioned it. Default: not stated."),
            }),
          ],
          "{id: ...} or {name: ..., resourceGroup: ...}; or {peeringId: ...}",
        )
        .describe("A circuit that exists already."),
      peering: z
        .union(
          [newPeering, readPeering],
          "{existing: {subnets: ...}}, or {peerAsn: 65020, vlanId: 301, subnets: {...}}",
        )
        .optional()
        .describe("Its private peering: existing, with what is stated of it, or what to set up. Default: it exists."),
      connections,
    }),
    section("{existing: {peeringId: ...}}", {
      existing: section("{peeringId: ...}", {
        peeringId: networkId("expressRouteCircuits/peerings").describe(
          "Resource id of its private peering: all that one needs of somebody else's circuit, beside an authorization key.",
        ),
      }),
      connections,
    }),
  ],
  "a circuit: with provider, peeringLocation and bandwidthMbps; with port and bandwidthGbps; or with existing",
);

export type CircuitDescription = z.output<typeof circuit>;
export type CircuitConnectionDescription = z.output<typeof connection>;
