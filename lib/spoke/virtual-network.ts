import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork as VirtualNetworkResource } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Fn, type IResolvable, Lazy, Op, type Postcondition, type TerraformProvider, TerraformSelf } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { inName, named, ownId } from "../terraform/names";
import { once } from "../terraform/once";
import type { Tags } from "../terraform/or-token";

/** A virtual network: made here, or there already. */
export interface IVirtualNetwork extends IConstruct {
  /** Resource id of the virtual network. */
  readonly virtualNetworkId: string;
  /** The Terraform resources of the subnets that are made here, by name. */
  readonly subnets: ReadonlyMap<string, Subnet>;
}

export interface VirtualNetworkProps {
  /** Name of the virtual network. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** Azure region, such as `westeurope`. */
  readonly location: string;
  /** Prefixes of the virtual network. They overlap neither the hub nor anything on premises. */
  readonly addressSpace: readonly string[];
  /**
   * Subnets, each a Terraform resource of its own. No `GatewaySubnet`: a spoke holds no gateway.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal
   * @default none
   */
  readonly subnets?: readonly SubnetProps[];
  /**
   * DNS servers of the virtual network.
   * @default Azure's own
   */
  readonly dnsServers?: readonly string[];
  /** @default none */
  readonly tags?: Tags;
}

export interface SubnetProps {
  /** Name of the subnet, unique in its virtual network. */
  readonly name: string;
  /** Prefixes inside the virtual network's address space. */
  readonly addressPrefixes: readonly string[];
  /**
   * Whether virtual machines without an explicit way out reach the internet by Azure's default one.
   * @default true, as azurerm has it
   */
  readonly defaultOutboundAccess?: boolean | IResolvable;
}

/** A virtual network that exists already, by id. The gate knows nothing else of it. */
export interface VirtualNetworkById {
  /** Resource id of the virtual network, in any subscription. */
  readonly virtualNetworkId: string;
}

/** A virtual network that exists already, read by name. */
export interface VirtualNetworkByName {
  readonly name: string;
  readonly resourceGroupName: string;
  /**
   * The address space that it has, in any order. The gate judges with it, and Terraform refuses to go on where Azure
   * has another one.
   * @default not stated; rules that need it are undecided
   */
  readonly addressSpace?: readonly string[];
  /**
   * The provider to read with, where the virtual network is in another subscription.
   * @default the stack's azurerm provider
   */
  readonly provider?: TerraformProvider;
}

export type VirtualNetworkAttributes = VirtualNetworkById | VirtualNetworkByName;

/** A virtual network with its subnets. */
export class VirtualNetwork extends Construct implements IVirtualNetwork {
  /**
   * A virtual network that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: VirtualNetworkAttributes): IVirtualNetwork {
    return "virtualNetworkId" in attributes
      ? new KnownVirtualNetwork(scope, id, attributes)
      : new ReadVirtualNetwork(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VirtualNetworkResource;
  private readonly id = once(() => this.resource.id);
  private readonly name = once(() => this.resource.name);
  // Told when Terraform is written, so that the network can be given another name until then.
  private readonly networkName = once(() => Lazy.stringValue({ produce: () => this.name() }));
  readonly subnets: ReadonlyMap<string, Subnet>;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VirtualNetworkProps) {
    super(scope, id);
    checkNetwork(props).throwFor(this.node.path);
    this.resource = new VirtualNetworkResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      location: props.location,
      addressSpace: [...props.addressSpace],
      ...given({ dnsServers: props.dnsServers && [...props.dnsServers], tags: props.tags }),
    });
    named(this.resource);
    this.subnets = new Map(
      (props.subnets ?? []).map((subnet, index) => [
        subnet.name,
        this.addSubnet(props.resourceGroupName, subnet, index),
      ]),
    );
  }

  get virtualNetworkId(): string {
    return this.id();
  }

  private addSubnet(resourceGroupName: string, subnet: SubnetProps, index: number): Subnet {
    const key = isLiteral(subnet.name) ? subnet.name : String(index);
    const resource = new Subnet(this, ownId(this, `subnet-${key}`, key), {
      name: subnet.name,
      resourceGroupName,
      virtualNetworkName: this.networkName(),
      addressPrefixes: [...subnet.addressPrefixes],
      ...given({ defaultOutboundAccessEnabled: subnet.defaultOutboundAccess }),
    });
    named(resource);
    return resource;
  }
}

function checkNetwork(props: VirtualNetworkProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.notEmpty("location", props.location);
  if (props.addressSpace.length === 0) {
    complaints.add("addressSpace: a virtual network has at least one prefix");
  }
  complaints.prefixes("addressSpace", props.addressSpace, { family: "any" });
  complaints.addresses("dnsServers", props.dnsServers, { family: "any" });
  const names = new Map<string, string>();
  for (const [index, subnet] of (props.subnets ?? []).entries()) {
    complaints.notEmpty(`subnets[${index}].name`, subnet.name);
    complaints.prefixes(`subnets[${index}].addressPrefixes`, subnet.addressPrefixes, { family: "any" });
    const inTerraform = isLiteral(subnet.name) ? inName(subnet.name) : subnet.name;
    const other = names.get(inTerraform);
    if (other === subnet.name) {
      complaints.add(`subnets[${index}].name: another subnet is called ${JSON.stringify(subnet.name)} too`);
    } else if (other !== undefined) {
      complaints.add(
        `subnets[${index}].name: ${JSON.stringify(subnet.name)} and ${JSON.stringify(other)} would have one name in Terraform, ${inTerraform}; call one of them otherwise`,
      );
    }
    names.set(inTerraform, subnet.name);
  }
  return complaints;
}

/** A virtual network of which only the id is known. */
class KnownVirtualNetwork extends Construct implements IVirtualNetwork {
  readonly virtualNetworkId: string;
  readonly subnets: ReadonlyMap<string, Subnet> = new Map();

  constructor(scope: Construct, id: string, { virtualNetworkId }: VirtualNetworkById) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "virtualNetworkId", virtualNetworkId, "virtualNetworks");
    complaints.throwFor(this.node.path);
    this.virtualNetworkId = virtualNetworkId;
  }
}

/** A virtual network that Terraform reads. */
class ReadVirtualNetwork extends Construct implements IVirtualNetwork {
  /** The Terraform data source. */
  readonly resource: DataAzurermVirtualNetwork;
  private readonly id = once(() => this.resource.id);
  readonly subnets: ReadonlyMap<string, Subnet> = new Map();

  constructor(scope: Construct, id: string, { name, resourceGroupName, addressSpace, provider }: VirtualNetworkByName) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.prefixes("addressSpace", addressSpace, { family: "any" });
    complaints.throwFor(this.node.path);
    this.resource = new DataAzurermVirtualNetwork(this, "Default", {
      name,
      resourceGroupName,
      ...given({ provider, lifecycle: addressSpace && { postcondition: [hasAddressSpace(name, addressSpace)] } }),
    });
    named(this.resource);
  }

  get virtualNetworkId(): string {
    return this.id();
  }
}

/** Sets, because Azure tells the prefixes in an order of its own, and a list never equals a tuple in Terraform. */
function hasAddressSpace(name: string, addressSpace: readonly string[]): Postcondition {
  return {
    condition: Op.eq(Fn.toset(TerraformSelf.getAny("address_space")), Fn.toset([...addressSpace])),
    errorMessage: `The address_space of virtual network ${name} is \${jsonencode(self.address_space)}, but another one is stated.`,
  };
}
