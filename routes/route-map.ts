import { containsPrefix, type Prefix, parsePrefix, samePrefix } from "../address/prefix";
import { type Answer, allOf, anyOf, isOpen } from "../network/facts/answer";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { RouteMap, RouteMapAction, RouteMapMatch, RouteMapRule } from "../network/network";

/** An advertised prefix with its AS path, where that is known. */
export interface Announcement {
  readonly prefix: Prefix;
  readonly asPath: readonly string[] | undefined;
}

/** What comes out of a route map: the announcement, perhaps changed; nothing; or what would tell. */
export type Mapped = Announcement | "dropped" | readonly Unknown[];

/** Whether it can't be told what comes out of a route map. */
export function isUntold(mapped: Mapped): mapped is readonly Unknown[] {
  return Array.isArray(mapped);
}

/**
 * Sends an announcement through a route map: its rules in order, each on what the ones before made of it. One that
 * nothing matches is allowed. A rule whose next step is `Unknown`, the provider's default, leaves open what happens
 * after it. https://learn.microsoft.com/azure/virtual-wan/route-maps-about
 *
 * A map never applies to the hub's own address space: don't send it through.
 */
export function throughMap(map: RouteMap, announcement: Announcement): Mapped {
  if (map.rules.unknown !== undefined) {
    return [map.rules.unknown];
  }
  return throughRules(map, map.rules.items, announcement);
}

function throughRules(map: RouteMap, rules: readonly RouteMapRule[], announcement: Announcement): Mapped {
  const [rule, ...later] = rules;
  if (rule === undefined) {
    return announcement;
  }
  const matches = matchesAll(map, rule, announcement);
  if (matches === "no") {
    return throughRules(map, later, announcement);
  }
  return isOpen(matches) ? matches : afterMatch(map, rule, later, announcement);
}

function afterMatch(
  map: RouteMap,
  rule: RouteMapRule,
  later: readonly RouteMapRule[],
  announcement: Announcement,
): Mapped {
  const changed = acted(map, rule.actions, announcement);
  if (changed === "dropped" || isUntold(changed)) {
    return changed;
  }
  const step = rule.nextStep;
  const next = step.state === "known" ? step.value : "Unknown";
  if (next === "Terminate") {
    return changed;
  }
  const continued = throughRules(map, later, changed);
  if (next === "Continue" || sameResult(continued, changed)) {
    return continued;
  }
  return [step.state === "unknown" ? step.unknown : inside(map, rule.nextStep.path)];
}

function inside(map: RouteMap, path: string): Unknown {
  return { decidedBy: [`${map.resource.address}.${path}`] };
}

function sameResult(a: Mapped, b: Mapped): boolean {
  if (a === "dropped" || b === "dropped") {
    return a === b;
  }
  if (isUntold(a) || isUntold(b)) {
    return false;
  }
  return samePrefix(a.prefix, b.prefix) && a.asPath?.join(" ") === b.asPath?.join(" ");
}

/** Whether all criteria of a rule match; a rule without any matches everything. */
function matchesAll(map: RouteMap, rule: RouteMapRule, announcement: Announcement): Answer {
  const own: Answer = rule.matches.unknown === undefined ? "yes" : [rule.matches.unknown];
  return allOf([own, ...rule.matches.items.map((match) => matchesOne(map, match, announcement))]);
}

function matchesOne(map: RouteMap, match: RouteMapMatch, announcement: Announcement): Answer {
  const { condition } = match;
  if (condition.state !== "known" || condition.value === "Unknown") {
    return [condition.state === "unknown" ? condition.unknown : inside(map, condition.path)];
  }
  const exact = condition.value === "Equals" || condition.value === "NotEquals";
  const criteria: Answer[] = [];
  if (isUsed(match.prefixes)) {
    criteria.push(matchesPrefix(match.prefixes, announcement.prefix, exact));
  }
  if (isUsed(match.asPath)) {
    criteria.push(matchesAsPath(map, match.asPath, announcement.asPath, exact));
  }
  if (isUsed(match.communities)) {
    // What communities a route carries is in no input.
    criteria.push([inside(map, match.communities.path)]);
  }
  return condition.value.startsWith("Not") ? opposite(allOf(criteria)) : allOf(criteria);
}

function isUsed(list: Items<Field<string>>): boolean {
  return list.items.length > 0 || list.unknown !== undefined;
}

function opposite(answer: Answer): Answer {
  return isOpen(answer) ? answer : answer === "yes" ? "no" : "yes";
}

// `Contains` is the prefix itself and everything underneath, never one that covers it.
function matchesPrefix(list: Items<Field<string>>, prefix: Prefix, exact: boolean): Answer {
  const known = list.items.map((field): Answer => {
    const stated = field.state === "known" ? parsePrefix(field.value) : undefined;
    const meant = stated === undefined || stated.ok ? stated?.value : stated.meant;
    const fits = meant !== undefined && (exact ? samePrefix(meant, prefix) : containsPrefix(meant, prefix));
    return field.state === "unknown" ? [field.unknown] : fits ? "yes" : "no";
  });
  return anyOf([...known, ...(list.unknown === undefined ? [] : [[list.unknown]])]);
}

function matchesAsPath(
  map: RouteMap,
  list: Items<Field<string>>,
  asPath: readonly string[] | undefined,
  exact: boolean,
): Answer {
  const unknowns = unknownsOf(list);
  if (unknowns.length > 0 || asPath === undefined) {
    return unknowns.length > 0 ? unknowns : [inside(map, list.path)];
  }
  const wanted = list.items.flatMap((field) => (field.state === "known" ? [field.value] : []));
  const fits = exact ? wanted.join(" ") === asPath.join(" ") : wanted.some((asn) => asPath.includes(asn));
  return fits ? "yes" : "no";
}

function acted(map: RouteMap, actions: Items<RouteMapAction>, announcement: Announcement): Mapped {
  if (actions.unknown !== undefined) {
    return [actions.unknown];
  }
  let changed: Mapped = announcement;
  for (const action of actions.items) {
    changed = act(map, action, changed);
    if (changed === "dropped" || isUntold(changed)) {
      return changed;
    }
  }
  return changed;
}

function act(map: RouteMap, action: RouteMapAction, announcement: Announcement): Mapped {
  const { type, parameters } = action;
  if (type.state !== "known" || type.value === "Unknown") {
    return [type.state === "unknown" ? type.unknown : inside(map, type.path)];
  }
  if (type.value === "Drop") {
    return "dropped";
  }
  const open: Unknown[] = [
    ...(parameters.unknown === undefined ? [] : [parameters.unknown]),
    ...parameters.items.flatMap(({ prefixes, asPath }) => [...unknownsOf(prefixes), ...unknownsOf(asPath)]),
  ];
  if (open.length > 0) {
    return open;
  }
  const prefixes = parameters.items.flatMap((one) => textsOf(one.prefixes));
  const asns = parameters.items.flatMap((one) => textsOf(one.asPath));
  return withAsPath(type.value, asns, action, withPrefix(type.value, prefixes, announcement));
}

function textsOf(list: Items<Field<string>>): string[] {
  return list.items.flatMap((field) => (field.state === "known" ? [field.value] : []));
}

// Replacing by a summary strips the AS path.
function withPrefix(type: string, prefixes: readonly string[], announcement: Announcement): Announcement {
  const replacement = type === "Replace" && prefixes[0] !== undefined ? parsePrefix(prefixes[0]) : undefined;
  if (replacement?.ok !== true || samePrefix(replacement.value, announcement.prefix)) {
    return announcement;
  }
  return { prefix: replacement.value, asPath: [] };
}

function withAsPath(
  type: string,
  asns: readonly string[],
  { parameters }: RouteMapAction,
  announcement: Announcement,
): Announcement {
  const touched = parameters.items.some(({ asPath, prefixes, communities }) => {
    return asPath.items.length > 0 || (prefixes.items.length === 0 && communities.items.length === 0);
  });
  if (!touched) {
    return announcement;
  }
  if (type === "Replace") {
    return { ...announcement, asPath: asns };
  }
  return type === "Add" && announcement.asPath !== undefined
    ? { ...announcement, asPath: [...asns, ...announcement.asPath] }
    : announcement;
}
