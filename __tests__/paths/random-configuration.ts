import { type Configuration, tf } from "../support/network";
import {
  type Drawn,
  type DrawnConnection,
  type DrawnSpoke,
  type DrawnStatic,
  hubAt,
  isElsewhere,
  type PropagationKind,
} from "./random-wans";

const nameOf = (name: string, index: number) => `${name}${index}`;
const tableOf = (index: number) => tf(`azurerm_virtual_hub.h${index}.default_route_table_id`);
const redOf = (index: number) => tf(`azurerm_virtual_hub_route_table.red${index}.id`);
const RG = { resource_group_name: "rg", location: "westeurope" };

function propagated(kind: PropagationKind, at: number): object {
  switch (kind) {
    case "nothing":
      return {};
    case "label":
      return { propagated_route_table: { labels: ["default"], route_table_ids: [tableOf(at)] } };
    case "own":
      return { propagated_route_table: { route_table_ids: [tableOf(at)] } };
    case "red":
      return { propagated_route_table: { labels: ["default", "red"], route_table_ids: [tableOf(at)] } };
    case "none":
      return { propagated_route_table: { labels: ["none"], route_table_ids: [] } };
    case "own and red":
      return { propagated_route_table: { route_table_ids: [tableOf(at), redOf(at)] } };
  }
}

/** The WAN as Terraform configuration, with intent. */
export function configurationOf(drawn: Drawn, guarded: readonly string[]): Configuration {
  const resource: { [type: string]: { [name: string]: object } } = {};
  const add = (type: string, name: string, body: object) => {
    resource[type] = { ...resource[type], [name]: body };
  };
  for (const wan of drawn.isApart ? ["wan", "other"] : ["wan"]) {
    add("azurerm_virtual_wan", wan, { name: wan, ...RG });
  }
  for (const [index, preference] of drawn.preferences.entries()) {
    addHub(add, index, preference, drawn);
  }
  const intent = { expressRoute: {}, vpn: {} } as {
    expressRoute: Record<string, object>;
    vpn: Record<string, object>;
  };
  for (const [index, connection] of drawn.connections.entries()) {
    const said = {
      advertises: connection.prefixes.map((one, nth) => insideOf(connection, index, one, nth)),
      ...statedPath(connection),
    };
    const at = hubAt(drawn, connection.hub);
    if (connection.kind === "circuit") {
      addCircuit(add, index, at, connection);
      intent.expressRoute[`azurerm_express_route_connection.c${index}`] = said;
    } else {
      addTunnel(add, index, at, connection, drawn);
      intent.vpn[`azurerm_vpn_site.c${index}`] = { link: said };
    }
  }
  for (const [index, spoke] of drawn.spokes.entries()) {
    addSpoke(add, index, hubAt(drawn, spoke.hub), spoke);
  }
  for (const [index, route] of drawn.statics.entries()) {
    addStatic(add, index, hubAt(drawn, route.hub), route);
  }
  const appliances = drawn.forwards
    ? { appliances: Object.fromEntries(drawn.spokes.map((_, index) => [applianceIn(index), "forwardsByHubRoutes"])) }
    : {};
  return {
    resource,
    output: {
      network_intent: {
        value: { version: 1, ...intent, protected: guarded, onPremises: drawn.onPremises, ...appliances },
      },
    },
  };
}

type Add = (type: string, name: string, body: object) => void;

const applianceIn = (spoke: number) => `10.11${spoke}.0.4`;

function statedPath({ asPath, kind }: DrawnConnection): object {
  if (asPath === undefined) {
    return {};
  }
  return { asPath: kind === "circuit" ? [12076, ...Array(asPath - 1).fill(65020)] : Array(asPath).fill(65010) };
}

/** What the device itself announces, where NAT rules turn it into a prefix; else that. */
export function insideOf(connection: DrawnConnection, index: number, prefix: string, nth: number): string {
  return isTranslating(connection, prefix) ? `10.6${index}.${nth}.0/${prefix.split("/")[1]}` : prefix;
}

/** No rule translates everything there is. */
export function isTranslating({ kind, isTranslated, propagation }: DrawnConnection, prefix: string): boolean {
  // One doubt at a time.
  return kind !== "circuit" && isTranslated && !propagation.startsWith("own") && !prefix.endsWith("/0");
}

function addHub(add: Add, index: number, preference: string, drawn: Drawn): void {
  const id = tf(`azurerm_virtual_hub.h${index}.id`);
  add("azurerm_virtual_hub", nameOf("h", index), {
    name: nameOf("h", index),
    ...RG,
    virtual_wan_id: wanOf(drawn, index),
    address_prefix: `10.10${index}.0.0/23`,
    hub_routing_preference: preference,
  });
  add("azurerm_virtual_hub_route_table", nameOf("red", index), { name: "red", virtual_hub_id: id, labels: ["red"] });
  add("azurerm_vpn_gateway", nameOf("h", index), {
    name: nameOf("v", index),
    ...RG,
    virtual_hub_id: id,
    bgp_route_translation_for_nat_enabled: drawn.translates,
  });
  add("azurerm_express_route_gateway", nameOf("h", index), {
    name: nameOf("e", index),
    ...RG,
    virtual_hub_id: id,
    scale_units: 1,
  });
  add("azurerm_firewall", nameOf("h", index), {
    name: nameOf("f", index),
    ...RG,
    sku_name: "AZFW_Hub",
    sku_tier: "Standard",
  });
  if (drawn.secured.includes(index)) {
    const next_hop = tf(`azurerm_firewall.h${index}.id`);
    add("azurerm_virtual_hub_routing_intent", nameOf("h", index), {
      name: "ri",
      virtual_hub_id: id,
      routing_policy: [{ name: "all", destinations: ["PrivateTraffic"], next_hop }],
    });
  }
}

const wanOf = (drawn: Drawn, hub: number) => tf(`azurerm_virtual_wan.${isElsewhere(drawn, hub) ? "other" : "wan"}.id`);

function addCircuit(add: Add, index: number, at: number, connection: DrawnConnection): void {
  const { weight, propagation, tellsNothing } = connection;
  const inbound = addMap(add, index, at, connection);
  if (tellsNothing) {
    const rule = [{ name: "all", next_step_if_matched: "Terminate", action: [{ type: "Drop" }] }];
    add("azurerm_route_map", nameOf("out", index), mapIn(at, nameOf("out", index), rule));
  }
  const routing = {
    ...propagated(propagation, at),
    ...inbound,
    ...(tellsNothing && { outbound_route_map_id: tf(`azurerm_route_map.out${index}.id`) }),
  };
  add("azurerm_express_route_connection", nameOf("c", index), {
    name: nameOf("c", index),
    express_route_gateway_id: tf(`azurerm_express_route_gateway.h${at}.id`),
    routing_weight: weight,
    ...(Object.keys(routing).length > 0 && { routing }),
  });
}

const mapIn = (at: number, name: string, rule: readonly object[]) => ({
  name,
  virtual_hub_id: tf(`azurerm_virtual_hub.h${at}.id`),
  rule,
});

function addMap(add: Add, index: number, at: number, { map }: DrawnConnection): object {
  if (map === undefined) {
    return {};
  }
  const actions = {
    drop: { type: "Drop" },
    prepend: { type: "Add", parameter: [{ as_path: ["65100", "65101"] }] },
    summarise: { type: "Replace", parameter: [{ route_prefix: [map.inside] }] },
  };
  const rule = {
    name: map.does,
    next_step_if_matched: "Terminate",
    match_criterion: [{ match_condition: "Contains", route_prefix: [map.inside] }],
    action: [actions[map.does]],
  };
  add("azurerm_route_map", nameOf("in", index), mapIn(at, nameOf("in", index), [rule]));
  return { inbound_route_map_id: tf(`azurerm_route_map.in${index}.id`) };
}

function addTunnel(add: Add, index: number, at: number, connection: DrawnConnection, drawn: Drawn): void {
  const { kind, propagation, prefixes } = connection;
  const name = nameOf("c", index);
  const routing = { ...propagated(propagation, at), ...addMap(add, index, at, connection) };
  const rules = prefixes.flatMap((prefix, nth) => {
    return isTranslating(connection, prefix) ? [{ prefix, inside: insideOf(connection, index, prefix, nth), nth }] : [];
  });
  for (const { prefix, inside, nth } of rules) {
    add("azurerm_vpn_gateway_nat_rule", `${name}-${nth}`, {
      name: `${name}-${nth}`,
      vpn_gateway_id: tf(`azurerm_vpn_gateway.h${at}.id`),
      mode: "IngressSnat",
      type: "Static",
      internal_mapping: [{ address_space: inside }],
      external_mapping: [{ address_space: prefix }],
    });
  }
  add("azurerm_vpn_site", name, {
    name,
    ...RG,
    virtual_wan_id: wanOf(drawn, at),
    link: [
      { name: "link", ip_address: `10.20${index}.0.4`, bgp: { asn: 65010, peering_address: `10.20${index}.1.1` } },
    ],
  });
  add("azurerm_vpn_gateway_connection", name, {
    name,
    vpn_gateway_id: tf(`azurerm_vpn_gateway.h${at}.id`),
    remote_vpn_site_id: tf(`azurerm_vpn_site.${name}.id`),
    vpn_link: [
      {
        name: "link",
        vpn_site_link_id: tf(`azurerm_vpn_site.${name}.link[0].id`),
        bgp_enabled: true,
        local_azure_ip_address_enabled: kind === "tunnel",
        ...(rules.length > 0 && {
          ingress_nat_rule_ids: rules.map(({ nth }) => tf(`azurerm_vpn_gateway_nat_rule.${name}-${nth}.id`)),
        }),
      },
    ],
    ...(Object.keys(routing).length > 0 && { routing: { associated_route_table: tableOf(at), ...routing } }),
  });
}

function addSpoke(add: Add, index: number, at: number, spoke: DrawnSpoke): void {
  const name = nameOf("s", index);
  add("azurerm_virtual_network", name, { name, ...RG, address_space: [`10.11${index}.0.0/24`] });
  add("azurerm_virtual_hub_connection", name, {
    name,
    virtual_hub_id: tf(`azurerm_virtual_hub.h${at}.id`),
    remote_virtual_network_id: tf(`azurerm_virtual_network.${name}.id`),
    internet_security_enabled: spoke.hearsDefault,
    routing: {
      associated_route_table_id: spoke.isRed ? redOf(at) : tableOf(at),
      ...propagated(spoke.propagation, at),
      static_vnet_propagate_static_routes_enabled: spoke.handsStatics,
      ...(spoke.statics.length > 0 && {
        static_vnet_route: [{ name: "nva", address_prefixes: spoke.statics, next_hop_ip_address: applianceIn(index) }],
      }),
    },
  });
}

function addStatic(add: Add, index: number, at: number, { isRed, prefixes: destinations, next }: DrawnStatic): void {
  add("azurerm_virtual_hub_route_table_route", nameOf("r", index), {
    route_table_id: isRed ? redOf(at) : tableOf(at),
    name: nameOf("r", index),
    destinations_type: "CIDR",
    destinations,
    next_hop_type: "ResourceId",
    next_hop: next === "firewall" ? tf(`azurerm_firewall.h${at}.id`) : APPLIANCE_ID,
  });
}

const APPLIANCE_ID =
  "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualHubs/h/hubVirtualNetworkConnections/nva";
