import { knownValue } from "../../field";
import type { Network, Part, Subnet, VirtualNetwork } from "../../network";
import { shown, toldApart } from "./told-apart";

interface Place {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/** What subnets are called: by their virtual network too, for every network has one that is called `default`. */
export class SubnetNames {
  /** By resource, or by the subnet itself where it is a block of its network. */
  private readonly places = new Map<object, Place>();
  private readonly labels = new Map<VirtualNetwork, ReadonlyMap<Subnet, string>>();

  constructor(
    { virtualNetworks }: Network,
    private readonly nameOf: (network: VirtualNetwork) => string | undefined,
  ) {
    for (const network of virtualNetworks) {
      for (const subnet of network.subnets.items) {
        this.places.set(isBlock({ subnet, network }) ? subnet : subnet.resource, { subnet, network });
      }
    }
  }

  /** The virtual network that a subnet is a block of; undefined for everything else. */
  networkAround(part: Part): VirtualNetwork | undefined {
    return this.places.get(part)?.network;
  }

  /** `subnet web of virtual network app` */
  of(part: Part): string | undefined {
    const place = this.places.get(part) ?? this.places.get(part.resource);
    const label = place && this.labelOf(place);
    const network = place && this.nameOf(place.network);
    return label && network && `subnet ${label} of ${network}`;
  }

  private labelOf({ subnet, network }: Place): string | undefined {
    const labels =
      this.labels.get(network) ?? toldApart(network.subnets.items, [({ name }) => shown(knownValue(name))]);
    this.labels.set(network, labels);
    return labels.get(subnet);
  }
}

function isBlock({ subnet, network }: Place): boolean {
  return subnet.resource === network.resource;
}
