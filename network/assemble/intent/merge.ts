import type { Field, Items, Unknown } from "../../field";
import { together } from "../../fields/block";
import type { Intent, Preference } from "../../intent";
import type { VirtualHub, VirtualNetwork, VpnConnection } from "../../network";
import { UnknownAttribute } from "../../resource";
import { fieldOf, isStated, prefixItems, reason } from "./stated-fields";
import type { Statement } from "./statement";

/** What the default of a part of intent is taken from, where an input doesn't state it. */
export interface Surroundings {
  readonly hubs: readonly VirtualHub[];
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly vpnConnections: readonly VpnConnection[];
}

type Prefixes = Items<Field<string>>;

/**
 * Which prefixes are protected: what the file says; else what outputs say, and for an input that doesn't say, what is
 * protected by default: all that its private-IP links advertise and their sites list. An output speaks of its own
 * input only, so it can't take that protection from another's links.
 */
export function protectedBy(statements: readonly Statement[], { vpnConnections }: Surroundings): Prefixes | undefined {
  const lists = statements.flatMap(({ part, input }) =>
    part.protected === undefined ? [] : [{ list: part.protected, input }],
  );
  const file = lists.find(({ input }) => input === undefined);
  if (file !== undefined || lists.length === 0) {
    return file?.list;
  }
  const stating = new Set(lists.map(({ input }) => input));
  const silent = vpnConnections.filter(({ resource }) => !stating.has(resource.input));
  return union("protected", [...lists.map(({ list }) => list), ...silent.flatMap(protectedByDefault)]);
}

function protectedByDefault(connection: VpnConnection): Prefixes[] {
  const { path, unknown } = connection.links;
  const hidden: Prefixes[] = unknown === undefined ? [] : [{ path, items: [], unknown }];
  const lists = connection.links.items.flatMap(({ useAzurePrivateIp, siteLink }): Prefixes[] => {
    if (useAzurePrivateIp.state === "known" && !useAzurePrivateIp.value) {
      return [];
    }
    if (siteLink.state === "resolved") {
      const { advertised, site } = siteLink.to;
      return advertised === undefined ? [site.addressCidrs] : [advertised.prefixes, site.addressCidrs];
    }
    return siteLink.state === "unknown" ? [{ path: siteLink.path, items: [], unknown: siteLink.unknown }] : [];
  });
  return [...hidden, ...lists];
}

/**
 * For which Azure prefixes on-premises routers prefer the tunnel: what the file says; else what outputs say. "all" of
 * one output is all of its own input's hubs and networks, where another input with hubs doesn't say the same.
 */
export function preferredBy(statements: readonly Statement[], around: Surroundings): Preference | undefined {
  const said = statements.flatMap((statement) => {
    const preference = preferenceOf(statement);
    return preference === undefined ? [] : [{ preference, input: statement.input }];
  });
  const file = said.find(({ input }) => input === undefined);
  if (file !== undefined || said.length === 0) {
    return file?.preference;
  }
  const unknown = together(
    said.flatMap(({ preference }) => (preference.kind === "unknown" ? [preference.unknown] : [])),
  );
  if (unknown !== undefined) {
    return { kind: "unknown", unknown };
  }
  const all = new Set(said.flatMap(({ preference, input }) => (preference.kind === "all" ? [input] : [])));
  const holders = around.hubs.map(({ resource }) => resource.input);
  if (said.every(({ preference }) => preference.kind === "all") && holders.every((input) => all.has(input))) {
    return { kind: "all" };
  }
  const lists = said.flatMap(({ preference, input }) =>
    preference.kind === "prefixes" ? [preference.prefixes] : azurePrefixesOf(input, around),
  );
  return { kind: "prefixes", prefixes: union("onPremises.prefersTunnelFor", lists) };
}

function azurePrefixesOf(input: string | undefined, { hubs, virtualNetworks }: Surroundings): Prefixes[] {
  const own = hubs.filter(({ resource }) => resource.input === input).map(({ addressPrefix }) => addressPrefix);
  const networks = virtualNetworks.filter(({ resource }) => resource.input === input);
  return [{ path: "address_prefix", items: own }, ...networks.map(({ addressSpace }) => addressSpace)];
}

function preferenceOf({ stated, part, name }: Statement): Preference | undefined {
  const { onPremises } = stated;
  if (onPremises instanceof UnknownAttribute) {
    return { kind: "unknown", unknown: reason(onPremises, ["onPremises"], name) };
  }
  const preference = onPremises?.prefersTunnelFor;
  if (preference instanceof UnknownAttribute) {
    return { kind: "unknown", unknown: reason(preference, ["onPremises", "prefersTunnelFor"], name) };
  }
  if (preference === "all") {
    return { kind: "all" };
  }
  return part.prefersTunnelFor === undefined ? undefined : { kind: "prefixes", prefixes: part.prefersTunnelFor };
}

/** Which Azure prefixes on-premises routers filter: what the file says; else all that outputs say. */
export function filteredBy(statements: readonly Statement[]): Prefixes | undefined {
  const lists = statements.flatMap((statement) => {
    const list = filterOf(statement);
    return list === undefined ? [] : [{ list, input: statement.input }];
  });
  const file = lists.find(({ input }) => input === undefined);
  if (file !== undefined || lists.length === 0) {
    return file?.list;
  }
  return union(
    "onPremises.filtersExpressRoute",
    lists.map(({ list }) => list),
  );
}

function filterOf({ stated, part, name }: Statement): Prefixes | undefined {
  const { onPremises } = stated;
  return onPremises instanceof UnknownAttribute
    ? prefixItems(onPremises, ["onPremises"], name)
    : part.filtersExpressRoute;
}

/** What to do on tunnel loss: what the file says; else the strictest of what outputs say. */
export function tunnelLossBy(statements: readonly Statement[]): Intent["onTunnelLoss"] {
  const said = statements.flatMap(({ stated: { onTunnelLoss }, input, name }) =>
    isStated(onTunnelLoss) ? [{ input, loss: fieldOf(onTunnelLoss, ["onTunnelLoss"], name) }] : [],
  );
  const file = said.find(({ input }) => input === undefined);
  const losses = file === undefined ? said.map(({ loss }) => loss) : [file.loss];
  const drop = losses.find((loss) => loss.state === "known" && loss.value === "drop");
  return drop ?? losses.find((loss) => loss.state === "unknown") ?? losses[0];
}

function union(path: string, lists: readonly Prefixes[]): Prefixes {
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0) {
    return only;
  }
  const items = [...new Set(lists.flatMap((list) => list.items))];
  const unknown = together(unknowns(lists));
  return unknown === undefined ? { path, items } : { path, items, unknown };
}

function unknowns(lists: readonly Prefixes[]): Unknown[] {
  return [...new Set(lists.flatMap((list) => (list.unknown === undefined ? [] : [list.unknown])))];
}
