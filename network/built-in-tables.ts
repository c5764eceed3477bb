/**
 * Names of the route tables that Azure makes with a hub; nobody else's may be called so.
 * https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing
 */
export const DEFAULT_TABLE = "defaultRouteTable";

/** What is associated with this one propagates to no table. */
export const NONE_TABLE = "noneRouteTable";
