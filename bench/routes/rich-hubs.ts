import { manyHubs } from "./configurations";

interface Written {
  readonly resource: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
}

/**
 * The same hubs and sites with everything that decides routing beside prefixes: a table of each hub's own with a label that
 * every second connection propagates to, a route map at each circuit and at every tenth site, and a NAT rule for every tenth.
 */
export function richHubs(hubs: number, sites: number): object {
  const plain: Written = JSON.parse(JSON.stringify(manyHubs(hubs, sites)));
  const { azurerm_express_route_connection: circuits = {}, azurerm_vpn_gateway_connection: tunnels = {} } =
    plain.resource;
  for (const [hub, circuit] of Object.entries(circuits)) {
    circuit.routing = routingOf(hub, 0, { inbound_route_map_id: `\${azurerm_route_map.circuit-${hub}.id}` });
  }
  for (const [index, [key, tunnel]] of Object.entries(tunnels).entries()) {
    const [hub = ""] = key.split("-");
    const isTenth = index % 10 === 0;
    const map = isTenth ? { inbound_route_map_id: `\${azurerm_route_map.site-${hub}.id}` } : {};
    tunnel.routing = { ...routingOf(hub, index, map), associated_route_table: tableOf(hub) };
    if (index % 10 === 5 && Array.isArray(tunnel.vpn_link)) {
      tunnel.vpn_link[0].ingress_nat_rule_ids = [`\${azurerm_vpn_gateway_nat_rule.${hub}.id}`];
    }
  }
  return { ...plain, resource: { ...plain.resource, ...ofHubs(Object.keys(circuits)) } };
}

function tableOf(hub: string): string {
  return `\${azurerm_virtual_hub.${hub}.default_route_table_id}`;
}

function routingOf(hub: string, index: number, more: object): object {
  const labels = index % 2 === 0 ? ["default"] : ["default", "red"];
  return { propagated_route_table: { labels, route_table_ids: [tableOf(hub)] }, ...more };
}

function ofHubs(hubs: readonly string[]): object {
  const each = <T>(make: (hub: string) => T) => Object.fromEntries(hubs.map((hub) => [hub, make(hub)]));
  const maps = hubs.flatMap((hub): [string, object][] => [
    [`circuit-${hub}`, mapOf(hub, { type: "Drop" }, "192.168.0.0/16")],
    [`site-${hub}`, mapOf(hub, { type: "Add", parameter: [{ as_path: ["64600"] }] }, "11.0.0.0/8")],
  ]);
  return {
    azurerm_virtual_hub_route_table: each((hub) => ({
      name: "red",
      virtual_hub_id: `\${azurerm_virtual_hub.${hub}.id}`,
      labels: ["red"],
    })),
    azurerm_route_map: Object.fromEntries(maps),
    azurerm_vpn_gateway_nat_rule: each((hub) => ({
      name: "nat",
      vpn_gateway_id: `\${azurerm_vpn_gateway.${hub}.id}`,
      mode: "IngressSnat",
      type: "Static",
      internal_mapping: [{ address_space: "192.168.10.0/24" }],
      external_mapping: [{ address_space: "100.64.10.0/24" }],
    })),
  };
}

function mapOf(hub: string, action: object, prefix: string): object {
  return {
    name: "map",
    virtual_hub_id: `\${azurerm_virtual_hub.${hub}.id}`,
    rule: [
      {
        name: "rule",
        next_step_if_matched: "Terminate",
        match_criterion: [{ match_condition: "Contains", route_prefix: [prefix] }],
        action: [action],
      },
    ],
  };
}
