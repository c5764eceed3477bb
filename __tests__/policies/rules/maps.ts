/** One rule of a route map that ends there: what matches is dropped, or let through where `action` is undefined. */
export function mapRule(name: string, criterion: object | undefined, action: object | undefined = { type: "Drop" }) {
  return {
    name,
    next_step_if_matched: "Terminate",
    ...(criterion === undefined ? {} : { match_criterion: [criterion] }),
    ...(action === undefined ? {} : { action: [action] }),
  };
}

/** A rule that drops everything. */
export const DROP_ALL = mapRule("drop", undefined);

/** A rule that drops these prefixes, and no others. */
export function dropping(...route_prefix: readonly string[]) {
  return mapRule("drop", { match_condition: "Equals", route_prefix });
}

/** A rule that lets these prefixes through, whatever comes after it. */
export function keeping(...route_prefix: readonly string[]) {
  return { ...mapRule("keep", { match_condition: "Equals", route_prefix }), action: undefined };
}

/** A route map at a connection of the sound network's hub. */
export function mapAt(connection: string, way: "inbound" | "outbound", ...rule: readonly object[]) {
  const name = `${way === "inbound" ? "in" : "out"}-${connection.split(".")[1]}`;
  const table = connection.startsWith("azurerm_vpn_") ? "associated_route_table" : "associated_route_table_id";
  return {
    [`azurerm_route_map.${name}`]: { name, virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", rule },
    [`${connection}.routing.${table}`]: "${azurerm_virtual_hub.sdc.default_route_table_id}",
    [`${connection}.routing.${way}_route_map_id`]: `\${azurerm_route_map.${name}.id}`,
  };
}
