import { parsePrefix } from "../../address/prefix";
import { DEFAULT_TABLE, NONE_TABLE } from "../../network/built-in-tables";
import { phrase } from "../../network/facts/called/phrase";
import { prefixOfField } from "../../network/facts/prefixes";
import { isByAzapi, isManaged } from "../../network/facts/standing";
import { type Field, knownValue, unknownsOf } from "../../network/field";
import { type Block, blocksOf } from "../../network/fields/block";
import { textField, textItems } from "../../network/fields/typed-fields";
import type { RouteTable, RoutingIntent, StaticRoute } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeBesideIntent } from "./reasoning/beside-intent";
import { managedBlocks } from "./reasoning/resource-blocks";
import { staticRouteThing } from "./reasoning/static-routes";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const RESERVED = [DEFAULT_TABLE, NONE_TABLE];

/** Route tables and routing intent of a hub are ones that Azure takes. */
export const routeTableValid: Rule = {
  id: "route-table-valid",
  level: "error",
  section: "Values",
  what: "CIDR destinations of static routes parse, each destination is in a table once, and no route table has a reserved name. Beside routing intent there is no table of one's own, no static route to a virtual network connection and no route map on an azurerm_express_route_connection; the intent has one policy for each destination.",
  why: "The provider checks none of it: Azure refuses such a table, map or intent at apply. A route map beside routing intent needs a connection without route tables, which azurerm's block doesn't allow (inference; hashicorp/terraform-provider-azurerm#32724).",
  page: "https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies",
  *judge(network) {
    for (const table of managedBlocks(network, "azurerm_virtual_hub_route_table")) {
      yield* judgeRoutes(table);
    }
    for (const route of managedBlocks(network, "azurerm_virtual_hub_route_table_route")) {
      yield* judgeRoute(route);
    }
    for (const table of network.routeTables) {
      yield* judgeDestinations(table);
    }
    for (const table of network.routeTables.filter(isManaged)) {
      yield* judgeName(table);
    }
    yield* judgeBesideIntent(network);
    for (const intent of network.routingIntents.filter(isManaged)) {
      yield* judgePolicies(intent);
    }
  },
};

function* judgeRoutes(table: Block): Iterable<Judgement> {
  const { path, blocks, unknown } = blocksOf(table, "route");
  if (unknown !== undefined) {
    yield cannotTell(at(table, path), unknown, phrase`which static routes ${table} has can't be told`);
  }
  for (const route of blocks) {
    yield* judgeRoute(route);
  }
}

function* judgeRoute(route: Block): Iterable<Judgement> {
  const type = textField(route, "destinations_type");
  const destinations = textItems(route, "destinations");
  const unknowns = [...(type.state === "unknown" ? [type.unknown] : []), ...unknownsOf(destinations)];
  if (unknowns.length > 0 && (type.state === "unknown" || type.state === "absent" || type.value === "CIDR")) {
    yield cannotTell(
      at(route, destinations.path),
      unknowns,
      phrase`whether a destination of ${route} is a prefix can't be told`,
    );
  }
  for (const field of knownValue(type) === "CIDR" ? destinations.items : []) {
    const parsed = field.state === "known" ? parsePrefix(field.value) : undefined;
    if (field.state === "known" && parsed?.ok === false) {
      yield violation(at(route, field.path), {
        message: phrase`destination ${JSON.stringify(field.value)} of ${route} is no prefix: ${parsed.problem}`,
        remedy: "Write it as address/length, with no host bits set.",
        evidence: { destination: field.value },
      });
    }
  }
}

function* judgeName(table: RouteTable): Iterable<Judgement> {
  const { name } = table;
  const place = at(table, name.path);
  if (name.state === "unknown") {
    yield cannotTell(place, name.unknown, phrase`the name of ${table} is unknown, so it may be a reserved one`);
  } else if (table.isDefault && isByAzapi(table)) {
    // azapi writes into the table that Azure has made.
    return;
  } else if (name.state === "known" && RESERVED.some((one) => one.toLowerCase() === name.value.toLowerCase())) {
    yield violation(place, {
      message: phrase`${table} has the name ${name.value}, which Azure keeps for a table of its own`,
      remedy:
        "Use another name; static routes of the default table are azurerm_virtual_hub_route_table_route resources.",
      evidence: { name: name.value },
    });
  }
}

/** A destination stands once in a table, in one of its blocks or in a route of its own. */
function* judgeDestinations(table: RouteTable): Iterable<Judgement> {
  const taken = new Map<string, StaticRoute>();
  for (const route of table.routes.items) {
    for (const field of route.destinations.items) {
      const destination = destinationOf(route, field);
      const other = destination === undefined ? undefined : taken.get(destination);
      if (destination !== undefined && other !== undefined) {
        yield violation(at(route.holder, field.path), {
          message: phrase`destination ${knownValue(field) ?? ""} of ${table} stands in ${staticRouteThing(other)} too`,
          remedy: "Keep one route for each destination of a table.",
          evidence: { destination, other: other.holder.resource.address, otherPath: other.path },
        });
      } else if (destination !== undefined) {
        taken.set(destination, route);
      }
    }
  }
}

function destinationOf({ destinationsType }: StaticRoute, field: Field<string>): string | undefined {
  const [type, text] = [knownValue(destinationsType), knownValue(field)];
  return type === undefined || text === undefined
    ? undefined
    : type === "CIDR"
      ? (prefixOfField(field)?.prefix.text ?? text)
      : `${type} ${text.toLowerCase()}`;
}

function* judgePolicies(intent: RoutingIntent): Iterable<Judgement> {
  const { policies } = intent;
  const taken = new Map<string, string>();
  const unknowns = [
    ...(policies.unknown === undefined ? [] : [policies.unknown]),
    ...policies.items.flatMap(({ destinations }) => unknownsOf(destinations)),
  ];
  if (unknowns.length > 0) {
    const message = phrase`whether ${intent} has one policy a destination can't be told`;
    yield cannotTell(at(intent, policies.path), unknowns, message);
  }
  for (const policy of policies.items) {
    for (const field of policy.destinations.items) {
      const destination = knownValue(field);
      const earlier = destination === undefined ? undefined : taken.get(destination);
      if (destination !== undefined && earlier !== undefined) {
        yield violation(at(intent, field.path), {
          message: phrase`${intent} has two policies for ${destination}`,
          remedy: "Keep one policy for each of Internet and PrivateTraffic.",
          evidence: { destination, other: earlier },
        });
      } else if (destination !== undefined) {
        taken.set(destination, policy.path);
      }
    }
  }
}
