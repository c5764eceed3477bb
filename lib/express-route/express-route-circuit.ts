import { ExpressRouteCircuit as ExpressRouteCircuitResource } from "@cdktf/provider-azurerm/lib/express-route-circuit";
import { type IResolvable, Token } from "cdktf";
import type { Construct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { OrToken, Tags } from "../terraform/or-token";
import { CircuitBase, type IExpressRouteCircuit } from "./circuit-base";
import {
  type ExpressRouteCircuitById,
  type ExpressRouteCircuitByName,
  KnownExpressRouteCircuit,
  ReadExpressRouteCircuit,
} from "./existing-circuit";
import type { IPrivatePeering } from "./private-peering";

/** Where a circuit reaches: `Local` the regions near its peering location, `Standard` its geography, `Premium` all. */
export const CIRCUIT_TIERS = ["Local", "Standard", "Premium"] as const;
export type CircuitTier = (typeof CIRCUIT_TIERS)[number];

/** How a circuit's outbound data is billed. */
export const CIRCUIT_BILLINGS = ["MeteredData", "UnlimitedData"] as const;
export type CircuitBilling = (typeof CIRCUIT_BILLINGS)[number];

/**
 * Bandwidths in Mbps that Azure sells through providers.
 * https://learn.microsoft.com/azure/expressroute/expressroute-introduction
 */
export const PROVIDER_BANDWIDTHS_MBPS = [50, 100, 200, 500, 1000, 2000, 5000, 10000] as const;
export type ProviderBandwidthMbps = (typeof PROVIDER_BANDWIDTHS_MBPS)[number];

/**
 * Bandwidths in Gbps that Azure sells on a port of one's own (ExpressRoute Direct).
 * https://learn.microsoft.com/azure/expressroute/expressroute-erdirect-about
 */
export const PORT_BANDWIDTHS_GBPS = [1, 2, 5, 10, 40, 100] as const;
export type PortBandwidthGbps = (typeof PORT_BANDWIDTHS_GBPS)[number];

interface AnyCircuitProps {
  /** Name of the circuit. It can't be changed later without replacing it. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** Azure region that holds the circuit's record, such as `westeurope`. */
  readonly location: string;
  /**
   * Where the circuit reaches. A hub may be in another region than a Standard or Premium circuit, but not than a Local
   * one.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
   * @default "Standard"
   */
  readonly tier?: OrToken<CircuitTier>;
  /** @default "MeteredData" */
  readonly billing?: OrToken<CircuitBilling>;
  /** @default none */
  readonly tags?: Tags;
}

/** A circuit through a connectivity provider. */
export interface ProviderCircuitProps extends AnyCircuitProps {
  /** Name of the provider, as Azure lists it: `Equinix`. */
  readonly serviceProvider: string;
  /** Where the provider meets Microsoft: `Amsterdam`. It can't be changed later without replacing the circuit. */
  readonly peeringLocation: string;
  /** Bandwidth in Mbps. It can grow later; to shrink it, the circuit is replaced. */
  readonly bandwidthMbps: OrToken<ProviderBandwidthMbps>;
  readonly expressRoutePortId?: never;
  readonly bandwidthGbps?: never;
  readonly rateLimiting?: never;
}

/** A circuit on a port of one's own (ExpressRoute Direct). */
export interface PortCircuitProps extends AnyCircuitProps {
  /** Resource id of the port. */
  readonly expressRoutePortId: string;
  /** Bandwidth in Gbps. It can grow later; to shrink it, the circuit is replaced. */
  readonly bandwidthGbps: OrToken<PortBandwidthGbps>;
  /**
   * Whether Azure holds the circuit to its bandwidth.
   * @default false
   */
  readonly rateLimiting?: boolean | IResolvable;
  readonly serviceProvider?: never;
  readonly peeringLocation?: never;
  readonly bandwidthMbps?: never;
}

export type ExpressRouteCircuitProps = ProviderCircuitProps | PortCircuitProps;

export type ExpressRouteCircuitAttributes = ExpressRouteCircuitById | ExpressRouteCircuitByName;

/**
 * An ExpressRoute circuit. It carries nothing encrypted by itself: the tunnels that run over it do.
 * https://learn.microsoft.com/azure/expressroute/expressroute-circuit-peerings
 */
export class ExpressRouteCircuit extends CircuitBase {
  /**
   * A circuit that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: ExpressRouteCircuitAttributes): IExpressRouteCircuit {
    return "expressRouteCircuitId" in attributes
      ? new KnownExpressRouteCircuit(scope, id, attributes)
      : new ReadExpressRouteCircuit(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: ExpressRouteCircuitResource;
  readonly resourceGroupName: string;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: ExpressRouteCircuitProps) {
    super(scope, id);
    checkCircuit(props).throwFor(this.node.path);
    this.resourceGroupName = props.resourceGroupName;
    this.resource = new ExpressRouteCircuitResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      location: props.location,
      sku: { tier: Token.asString(props.tier ?? "Standard"), family: Token.asString(props.billing ?? "MeteredData") },
      ...given({
        serviceProviderName: props.serviceProvider,
        peeringLocation: props.peeringLocation,
        bandwidthInMbps: props.bandwidthMbps && Token.asNumber(props.bandwidthMbps),
        expressRoutePortId: props.expressRoutePortId,
        bandwidthInGbps: props.bandwidthGbps && Token.asNumber(props.bandwidthGbps),
        rateLimitingEnabled: props.rateLimiting,
        tags: props.tags,
      }),
    });
    named(this.resource);
  }

  get expressRouteCircuitId(): string {
    return this.id();
  }

  get expressRouteCircuitName(): string {
    return this.resource.name;
  }

  override get privatePeering(): IPrivatePeering {
    this.node.addValidation({
      validate: () =>
        this.addedPeering === undefined
          ? ["it is connected without a private peering: addPrivatePeering, or connect its providerManagedPeering()"]
          : [],
    });
    return super.privatePeering;
  }
}

function checkCircuit(props: ExpressRouteCircuitProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.notEmpty("location", props.location);
  complaints.oneOf("tier", props.tier, CIRCUIT_TIERS);
  complaints.oneOf("billing", props.billing, CIRCUIT_BILLINGS);
  complaints.notEmpty("serviceProvider", props.serviceProvider);
  complaints.notEmpty("peeringLocation", props.peeringLocation);
  complaints.oneOf(
    "bandwidthMbps",
    props.bandwidthMbps,
    PROVIDER_BANDWIDTHS_MBPS,
    "what Azure sells through providers",
  );
  checkResourceId(complaints, "expressRoutePortId", props.expressRoutePortId, "expressRoutePorts");
  complaints.oneOf("bandwidthGbps", props.bandwidthGbps, PORT_BANDWIDTHS_GBPS, "what Azure sells on ports");
  return complaints;
}
