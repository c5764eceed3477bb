import { EncryptedExpressRoute } from "../../../lib/pattern/encrypted-express-route";
import type {
  EncryptedExpressRouteOptions,
  ExistingHubPattern,
  NewHubPattern,
} from "../../../lib/pattern/encrypted-options";
import type {
  ConnectionOfPattern,
  ExistingCircuitOfPattern,
  NewCircuitOfPattern,
  PatternPlace,
  PeeringOfPattern,
  SiteOfPattern,
  SpokeOfPattern,
} from "../../../lib/pattern/encrypted-parts";
import { casesOf, type PropertyCase } from "./harness";
import { armId, freeLink, PLACE, type Surroundings } from "./surroundings";

const NEW_CIRCUIT: NewCircuitOfPattern = {
  circuit: { serviceProvider: "Equinix", peeringLocation: "Amsterdam", bandwidthMbps: 1000 },
  peering: "providerManaged",
};
const PEERING = { peerAsn: 65020, vlanId: 301 };
const SPOKE: SpokeOfPattern = { virtualNetwork: { addressSpace: ["10.110.0.0/22"] } };

/** The least that the pattern needs, beside its hub. */
function least() {
  return {
    ...PLACE,
    name: "weu",
    circuits: { ams: NEW_CIRCUIT },
    sites: { hq: { site: { links: [freeLink()] } } },
  };
}

function pattern({ subject }: Surroundings, props: Partial<NewHubPattern>): void {
  new EncryptedExpressRoute(subject, "pattern", { ...least(), hub: { addressPrefix: "10.100.0.0/23" }, ...props });
}

function peeringOf(circuit: string) {
  return { expressRouteCircuitPeeringId: armId(`expressRouteCircuits/${circuit}/peerings/AzurePrivatePeering`) };
}

export const patternCases: readonly PropertyCase[] = [
  ...casesOf<PatternPlace>("PatternPlace", pattern, () => ({ ...PLACE, name: "weu" }), {
    name: () => ({ name: "other" }),
    resourceGroupName: () => ({ resourceGroupName: "other" }),
    location: () => ({ location: "northeurope" }),
  }),
  ...casesOf<Omit<EncryptedExpressRouteOptions, keyof PatternPlace>>(
    "EncryptedExpressRouteOptions",
    pattern,
    () => ({ circuits: { ams: NEW_CIRCUIT }, sites: { hq: { site: { links: [freeLink()] } } } }),
    {
      vpnGateway: () => ({ vpnGateway: { scaleUnits: 2 } }),
      expressRouteGateway: () => ({ expressRouteGateway: { scaleUnits: 2 } }),
      circuits: () => ({ circuits: { fra: NEW_CIRCUIT } }),
      sites: () => ({ sites: { depot: { site: { links: [freeLink()] } } } }),
      spokes: () => ({ spokes: { app: SPOKE } }),
      protectedPrefixes: () => ({ protectedPrefixes: ["10.0.1.0/24"] }),
      onPremises: () => ({ onPremises: { prefersTunnelFor: "all" } }),
      onTunnelLoss: () => ({ onTunnelLoss: "cleartext" }),
    },
  ),
  ...casesOf<Pick<NewHubPattern, "wan" | "hub">>(
    "NewHubPattern",
    pattern,
    () => ({ hub: { addressPrefix: "10.100.0.0/23" } }),
    {
      wan: ({ wan }) => ({ wan: wan.one }),
      hub: () => ({ hub: { addressPrefix: "10.102.0.0/23" } }),
    },
  ),
  ...casesOf<Pick<ExistingHubPattern, "wan" | "hub">>(
    "ExistingHubPattern",
    ({ subject }, props) => new EncryptedExpressRoute(subject, "pattern", { ...least(), ...props }),
    ({ wan, hub }) => ({ wan: wan.one, hub: hub.one }),
    {
      wan: ({ wan }) => ({ wan: wan.other }),
      hub: ({ hub }) => ({ hub: hub.other }),
    },
  ),
  ...casesOf<Pick<ConnectionOfPattern, "onTunnelLoss">>(
    "ConnectionOfPattern",
    (around, ams) => pattern(around, { circuits: { ams: { ...NEW_CIRCUIT, ...ams } } }),
    () => ({}),
    { onTunnelLoss: () => ({ onTunnelLoss: { action: "drop", keepInbound: ["10.0.0.0/24"] } }) },
  ),
  ...casesOf<Pick<NewCircuitOfPattern, "circuit" | "peering">>(
    "NewCircuitOfPattern",
    (around, ams) => pattern(around, { circuits: { ams } }),
    () => NEW_CIRCUIT,
    {
      circuit: () => ({ circuit: { ...NEW_CIRCUIT.circuit, name: "other" } }),
      peering: () => ({ peering: PEERING }),
    },
  ),
  ...casesOf<Pick<ExistingCircuitOfPattern, "circuit" | "peering">>(
    "ExistingCircuitOfPattern",
    (around, ams) => pattern(around, { circuits: { ams } }),
    ({ knownCircuit }) => ({ circuit: knownCircuit.one }),
    {
      circuit: ({ knownCircuit }) => ({ circuit: knownCircuit.other }),
      peering: () => ({ peering: PEERING }),
    },
  ),
  ...casesOf<Pick<PeeringOfPattern, "peering">>(
    "PeeringOfPattern",
    (around, ams) => pattern(around, { circuits: { ams } }),
    () => ({ peering: peeringOf("one") }),
    { peering: () => ({ peering: peeringOf("other") }) },
  ),
  ...casesOf<Pick<SiteOfPattern, "site">>(
    "SiteOfPattern",
    (around, hq) => pattern(around, { sites: { hq } }),
    () => ({ site: { links: [freeLink()] } }),
    { site: ({ site }) => ({ site: site.one }) },
  ),
  ...casesOf<Pick<SpokeOfPattern, "virtualNetwork">>(
    "SpokeOfPattern",
    (around, app) => pattern(around, { spokes: { app } }),
    () => SPOKE,
    { virtualNetwork: ({ virtualNetwork }) => ({ virtualNetwork: virtualNetwork.one }) },
  ),
];
