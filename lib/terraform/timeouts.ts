/** How long Terraform waits for Azure, for creating, updating and deleting alike. */
export interface Timeouts {
  readonly create: string;
  readonly update: string;
  readonly delete: string;
}

function minutes(count: number): Timeouts {
  const duration = `${count}m`;
  return { create: duration, update: duration, delete: duration };
}

/**
 * A hub takes 5 to 7 minutes, its routers up to 25 more to scale.
 * https://learn.microsoft.com/azure/virtual-wan/hub-settings
 */
export const HUB_TIMEOUTS: Timeouts = minutes(60);

/** A gateway takes about half an hour, an update of its two instances one after the other as long again. */
export const GATEWAY_TIMEOUTS: Timeouts = minutes(90);

/** Connecting takes up to 30 minutes, which is all that azurerm grants; route tables and maps touch the same routers. */
export const CONNECTION_TIMEOUTS: Timeouts = minutes(60);
