import type { Tags } from "../terraform/or-token";
import type { IActionGroup } from "./action-group";
import type { ILogAnalyticsWorkspace } from "./workspace";

/** How a hub or a circuit is watched. */
export interface MonitoringOptions {
  /**
   * What the names of alerts and diagnostic settings hold: `contoso-westeurope` makes `alr-contoso-westeurope-...`. No two
   * hubs or circuits of a resource group have the same.
   */
  readonly name: string;
  /** Where alerts are. */
  readonly resourceGroupName: string;
  /** The workspace that gets logs and metrics. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** Who hears of alerts. */
  readonly actionGroups: readonly IActionGroup[];
  /** @default none */
  readonly tags?: Tags;
}
