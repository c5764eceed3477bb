import { type App, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { type IVirtualWan, VirtualWan } from "../lib/hub/virtual-wan";
import { InvalidConstructError } from "../lib/terraform/complaints";
import { given } from "../lib/terraform/given";
import type { Tags } from "../lib/terraform/or-token";
import { recordSource, withSource } from "../lib/terraform/sources";
import { InputError } from "../text/complaint";
import { AzureStack } from "./azure-stack";
import type { NetworkFile } from "./network-file/read";
import { pathInFile } from "./network-file/wording";
import { regionOfHub } from "./regions";
import type { NetworkDescription } from "./schema/network";

/** One stack of a network, and what its parts have in common. */
export class NetworkStack extends AzureStack {
  readonly network: NetworkDescription;
  private readonly variables = new Map<string, TerraformVariable>();
  private knownWan: IVirtualWan | undefined;

  /** @param madeWan the WAN, where another stack makes it */
  constructor(
    app: App,
    id: string,
    private readonly file: NetworkFile,
    madeWan?: IVirtualWan,
  ) {
    const { subscription, terraform } = file.network;
    const { providerVersion, registerResourceProviders, backend } = terraform ?? {};
    super(app, id, { subscription, providerVersion, registerResourceProviders, backend: backend?.azurerm });
    this.network = file.network;
    this.knownWan = madeWan;
    withSource(this, file.sourceOf(["name"]));
  }

  /** Resource group of everything that says no other one. */
  get resourceGroupName(): string {
    return nameOfResourceGroup(this.network);
  }

  /** Region of records that belong to no region. */
  get recordLocation(): string {
    return locationOfRecords(this.network);
  }

  /** The WAN: the one that is made, or what is known of the one that exists. */
  get wan(): IVirtualWan {
    this.knownWan ??= this.make(["wan"], () => existingWan(this, this.network));
    return this.knownWan;
  }

  /** Tags of something that has these of its own. */
  tags(own: Tags | undefined): { readonly tags?: Tags } {
    const tags = { ...this.network.tags, ...own };
    return Object.keys(tags).length === 0 ? {} : { tags };
  }

  /**
   * Makes a construct out of a part of the file, whose line it then has.
   * @throws InputError with the line, for everything that the construct complains about
   */
  make<T extends Construct | object>(path: readonly PropertyKey[], construct: () => T): T {
    try {
      const made = construct();
      if (isConstruct(made)) {
        withSource(made, this.file.sourceOf(path));
      }
      return made;
    } catch (failure) {
      if (failure instanceof InvalidConstructError) {
        const place = (message: string) => ({ path, at: "key" as const, message: `${pathInFile(path)}: ${message}` });
        throw new InputError(failure.complaints.map((complaint) => this.file.complaint(place(complaint))));
      }
      throw failure;
    }
  }

  /** A sensitive variable of this stack, declared once however many parts use it. */
  secret(name: string, description: string): TerraformVariable {
    const known = this.variables.get(name);
    if (known !== undefined) {
      return known;
    }
    const variable = new TerraformVariable(this, `variable-${name}`, {
      type: "string",
      sensitive: true,
      nullable: false,
      description,
    });
    variable.overrideLogicalId(name);
    recordSource(variable);
    this.variables.set(name, variable);
    return variable;
  }
}

/** The name of the network's resource group, be it made here or there already. */
export function nameOfResourceGroup({ name, resourceGroup = {} }: NetworkDescription): string {
  return "existing" in resourceGroup ? resourceGroup.existing.name : (resourceGroup.name ?? `rg-${name}`);
}

/** Region of records that belong to no region. */
export function locationOfRecords(network: NetworkDescription): string {
  const [first = ""] = Object.keys(network.hubs);
  return network.location ?? regionOfHub(network, first) ?? first;
}

function existingWan(stack: NetworkStack, { wan = {} }: NetworkDescription): IVirtualWan {
  if (!("existing" in wan)) {
    throw new Error("the WAN is made in the global stack, which comes first");
  }
  const { existing } = wan;
  if ("id" in existing) {
    return VirtualWan.fromAttributes(stack, "wan", {
      virtualWanId: existing.id,
      ...given({ complete: existing.complete }),
    });
  }
  const { name, resourceGroup, allowBranchToBranch, complete } = existing;
  return VirtualWan.fromAttributes(stack, "wan", {
    name,
    resourceGroupName: resourceGroup,
    ...given({ allowBranchToBranch, complete }),
  });
}

// A private peering that is known by its id is no construct: nothing of it is in Terraform.
function isConstruct(made: object): made is Construct {
  return "node" in made;
}
