import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { App } from "cdktf";
import { type IVirtualWan, VirtualWan } from "../lib/hub/virtual-wan";
import { given } from "../lib/terraform/given";
import { recordSource } from "../lib/terraform/sources";
import type { NetworkFile } from "./network-file/read";
import { NetworkStack } from "./network-stack";
import type { NetworkDescription } from "./schema/network";

/**
 * What no single region holds: the resource group, the WAN, circuits and sites that several regions use, and who hears
 * of alerts.
 */
export class GlobalStack extends NetworkStack {
  /** Whether a network has anything for a global stack. */
  static isNeededBy({
    resourceGroup = {},
    wan = {},
    circuits = {},
    sites = {},
    monitoring,
  }: NetworkDescription): boolean {
    const shared = [...Object.values(circuits), ...Object.values(sites)].some(isShared);
    return !("existing" in resourceGroup) || !("existing" in wan) || shared || monitoring !== undefined;
  }

  /** The WAN that is made here; undefined where it exists already, so that each region reads it itself. */
  readonly madeWan: IVirtualWan | undefined;
  private readonly resourceGroup: ResourceGroup | undefined;

  constructor(app: App, id: string, file: NetworkFile) {
    const { resourceGroup = {}, wan = {} } = file.network;
    super(app, id, file);
    this.resourceGroup = "existing" in resourceGroup ? undefined : this.makeResourceGroup(resourceGroup);
    this.madeWan = "existing" in wan ? undefined : this.makeWan(wan);
  }

  /** By reference where it is made here, so that Terraform makes it first. */
  override get resourceGroupName(): string {
    return this.resourceGroup?.name ?? super.resourceGroupName;
  }

  override get wan(): IVirtualWan {
    return this.madeWan ?? super.wan;
  }

  private makeResourceGroup({ location, tags }: MadeResourceGroup): ResourceGroup {
    return this.make(["resourceGroup"], () => {
      const group = new ResourceGroup(this, "resource-group", {
        name: super.resourceGroupName,
        location: location ?? this.recordLocation,
        ...this.tags(tags),
      });
      recordSource(group);
      return group;
    });
  }

  private makeWan({ name, resourceGroup, location, tags, ...options }: MadeWan): VirtualWan {
    return this.make(
      ["wan"],
      () =>
        new VirtualWan(this, "wan", {
          name: name ?? `vwan-${this.network.name}`,
          resourceGroupName: resourceGroup ?? this.resourceGroupName,
          location: location ?? this.recordLocation,
          ...given(options),
          ...this.tags(tags),
        }),
    );
  }
}

type MadeResourceGroup = Exclude<NonNullable<NetworkDescription["resourceGroup"]>, { existing: unknown }>;
type MadeWan = Exclude<NonNullable<NetworkDescription["wan"]>, { existing: unknown }>;

/** Whether a circuit or site is in the global stack. */
export function isShared(entry: object): boolean {
  return "stack" in entry && entry.stack === "global";
}
