import type { Network, Part } from "../../network/network";
import { type Attribute, isList, isMark, Reference, type Resource, Secret } from "../../network/resource";
import type { Rule } from "../rules/rule";
import { digest } from "./digest";

/**
 * What a finding rests on, as 32 hexadecimal digits: the same digits where all of it is the same. Of what is undecided
 * the message tells only what would decide it, and behind that a change may hide what it pleases; so an undecided finding is
 * one of before only where these are the same.
 */
export class RestsOn {
  private whole: string | undefined;

  constructor(private readonly network: Network) {}

  of({ scope }: Rule, { resource }: Part): string {
    if (scope === "resource") {
      return digest(JSON.stringify([plainObject(resource)]));
    }
    this.whole ??= digest(JSON.stringify([...resourcesOf(this.network).map(plainObject), intentOf(this.network)]));
    return this.whole;
  }
}

/** What rules look at: all that is managed, and data sources that something of it refers to. */
function resourcesOf({ resources }: Network): readonly Resource[] {
  const managed = resources.filter(({ standing, type }) => standing === "managed" && !WATCHING.has(type));
  const data = resources.filter(({ standing }) => standing === "data");
  const used = new Set(managed.flatMap(({ attributes }) => textsIn(attributes)));
  const inUse = new Set<Resource>();
  for (let found = data; found.length > 0; ) {
    found = data.filter((one) => !inUse.has(one) && namesOf(one).some((name) => used.has(name)));
    for (const one of found) {
      inUse.add(one);
      textsIn(one.attributes).forEach((text) => {
        used.add(text);
      });
    }
  }
  return [...managed, ...inUse].sort((a, b) => compare(a.input, b.input) || compare(a.address, b.address));
}

/** What only watches: no path and no tunnel is other for it. */
const WATCHING: ReadonlySet<string> = new Set([
  "azurerm_monitor_diagnostic_setting",
  "azurerm_monitor_metric_alert",
  "azurerm_network_connection_monitor",
]);

function namesOf({ address, attributes }: Resource): readonly string[] {
  return typeof attributes.id === "string" ? [address, attributes.id] : [address];
}

/** The texts of a value, with the addresses that it refers to: what it may refer to. */
function textsIn(value: Attribute | undefined): string[] {
  if (typeof value === "string") {
    return [value];
  }
  if (value instanceof Reference) {
    return [value.address];
  }
  if (value === undefined || value === null || typeof value !== "object" || isMark(value)) {
    return [];
  }
  return (isList(value) ? value : Object.values(value)).flatMap(textsIn);
}

function plainObject({ input, address, attributes }: Resource): unknown {
  return [input, address, plain(attributes)];
}

function plain(value: Attribute): unknown {
  if (value instanceof Secret) {
    return SECRET;
  }
  if (value instanceof Reference) {
    return [value.address, value.path];
  }
  if (isMark(value)) {
    return UNKNOWN;
  }
  if (isList(value)) {
    return value.map(plain);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const told = Object.entries(value).filter(([name]) => name !== "tags" && name !== "timeouts");
  return told.sort(([a], [b]) => compare(a, b)).map(([name, inner]) => [name, plain(inner)]);
}

// Neither says more: a secret is only told by whether there is one, and why a value is unknown is told by the finding.
const SECRET = { secret: true };
const UNKNOWN = { unknown: true };

/** What intent states, of the connections and links that it speaks of, and of the whole. */
function intentOf({ intent, expressRouteConnections, sites }: Network): unknown {
  const { statements, stated: _, ...whole } = intent;
  const over = [
    ...expressRouteConnections.map(({ resource, advertised }) => [resource.address, advertised]),
    ...sites.flatMap(({ resource, links }) =>
      links.items.map(({ path, advertised }) => [resource.address, path, advertised]),
    ),
  ];
  const lists = statements.map(({ resource: __, ...lists }) => lists);
  return JSON.parse(JSON.stringify([whole, lists, over], withoutOrigin));
}

function withoutOrigin(name: string, value: unknown): unknown {
  if (name === "path" || name === "written" || name === "resource") {
    return undefined;
  }
  return name === "unknown" ? "unknown" : value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
