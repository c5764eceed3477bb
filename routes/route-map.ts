import { containsPrefix, type Prefix, parsePrefix, samePrefix } from "../address/prefix";
import { type Answer, allOf, anyOf, isOpen } from "../network/facts/answer";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { RouteMap, RouteMapAction, RouteMapMatch, RouteMapRule } from "../network/network";
import { type AsPath, holdsAny, isPath, knownPath, prepended, samePath } from "./as-path";

/** An advertised prefix with its AS path, as far as that is known. */
export interface Announcement {
  readonly prefix: Prefix;
  readonly asPath: AsPath;
}

/** One whose prefix may be what would tell it. */
interface Subject {
  readonly prefix: Prefix | readonly Unknown[];
  readonly asPath: AsPath;
}

type Result = Subject | "dropped" | readonly Unknown[];

/** What comes out of a route map: the announcement, perhaps changed; nothing; or what would tell. */
export type Mapped = Announcement | "dropped" | readonly Unknown[];

/** Whether it can't be told what comes out of a route map. */
export function isUntold(mapped: Mapped): mapped is readonly Unknown[] {
  return isOpenResult(mapped);
}

function isOpenResult(result: Result): result is readonly Unknown[] {
  return Array.isArray(result);
}

/**
 * Sends an announcement through a route map: its rules in order, each on what the ones before made of it. One that
 * nothing matches is allowed. A rule whose next step is `Unknown`, the provider's default, leaves open what happens
 * after it. https://learn.microsoft.com/azure/virtual-wan/route-maps-about
 *
 * A map never applies to the hub's own address space: don't send it through.
 */
export function throughMap(map: RouteMap, announcement: Announcement): Mapped {
  const result = resultOf(map, announcement);
  if (result === "dropped" || isOpenResult(result)) {
    return result;
  }
  const { prefix, asPath } = result;
  return "family" in prefix ? { prefix, asPath } : prefix;
}

/**
 * Sends an announcement through a route map whose prefix can't be told: whether it comes out, as whatever prefix.
 * @param unknowns what would tell the prefix
 */
export function comesThrough(map: RouteMap, unknowns: readonly Unknown[], asPath: AsPath): Answer {
  const result = resultOf(map, { prefix: unknowns, asPath });
  return result === "dropped" ? "no" : isOpenResult(result) ? result : "yes";
}

function resultOf(map: RouteMap, subject: Subject): Result {
  return map.rules.unknown === undefined ? throughRules(map, map.rules.items, subject) : [map.rules.unknown];
}

function throughRules(map: RouteMap, rules: readonly RouteMapRule[], subject: Subject): Result {
  const [rule, ...later] = rules;
  if (rule === undefined) {
    return subject;
  }
  const matches = matchesAll(map, rule, subject);
  if (matches === "no") {
    return throughRules(map, later, subject);
  }
  return isOpen(matches) ? matches : afterMatch(map, rule, later, subject);
}

function afterMatch(map: RouteMap, rule: RouteMapRule, later: readonly RouteMapRule[], subject: Subject): Result {
  const changed = acted(map, rule.actions, subject);
  if (changed === "dropped" || isOpenResult(changed)) {
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

function sameResult(a: Result, b: Result): boolean {
  if (a === "dropped" || b === "dropped") {
    return a === b;
  }
  if (isOpenResult(a) || isOpenResult(b)) {
    return false;
  }
  return samePrefixes(a.prefix, b.prefix) && samePath(a.asPath, b.asPath);
}

function samePrefixes(a: Subject["prefix"], b: Subject["prefix"]): boolean {
  return "family" in a && "family" in b ? samePrefix(a, b) : a === b;
}

/** Whether all criteria of a rule match; a rule without any matches everything. */
function matchesAll(map: RouteMap, rule: RouteMapRule, subject: Subject): Answer {
  const own: Answer = rule.matches.unknown === undefined ? "yes" : [rule.matches.unknown];
  return allOf([own, ...rule.matches.items.map((match) => matchesOne(map, match, subject))]);
}

function matchesOne(map: RouteMap, match: RouteMapMatch, subject: Subject): Answer {
  const { condition } = match;
  if (condition.state !== "known" || condition.value === "Unknown") {
    return [condition.state === "unknown" ? condition.unknown : inside(map, condition.path)];
  }
  const exact = condition.value === "Equals" || condition.value === "NotEquals";
  const criteria: Answer[] = [];
  if (isUsed(match.prefixes)) {
    criteria.push(matchesPrefix(match.prefixes, subject.prefix, exact));
  }
  if (isUsed(match.asPath)) {
    criteria.push(matchesAsPath(map, match.asPath, subject.asPath, exact));
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
function matchesPrefix(list: Items<Field<string>>, prefix: Subject["prefix"], exact: boolean): Answer {
  if (!("family" in prefix)) {
    return prefix;
  }
  const known = list.items.map((field): Answer => {
    const stated = field.state === "known" ? parsePrefix(field.value) : undefined;
    const meant = stated === undefined || stated.ok ? stated?.value : stated.meant;
    const fits = meant !== undefined && (exact ? samePrefix(meant, prefix) : containsPrefix(meant, prefix));
    return field.state === "unknown" ? [field.unknown] : fits ? "yes" : "no";
  });
  return anyOf([...known, ...(list.unknown === undefined ? [] : [[list.unknown]])]);
}

function matchesAsPath(map: RouteMap, list: Items<Field<string>>, asPath: AsPath, exact: boolean): Answer {
  const unknowns = unknownsOf(list);
  const wanted = textsOf(list);
  const known = exact ? isPath(asPath, wanted) : holdsAny(asPath, wanted);
  if (unknowns.length > 0) {
    return !exact && known === "yes" ? known : unknowns;
  }
  return known ?? [inside(map, list.path)];
}

function acted(map: RouteMap, actions: Items<RouteMapAction>, subject: Subject): Result {
  if (actions.unknown !== undefined) {
    return [actions.unknown];
  }
  let changed: Result = subject;
  for (const action of actions.items) {
    changed = act(map, action, changed);
    if (changed === "dropped" || isOpenResult(changed)) {
      return changed;
    }
  }
  return changed;
}

function act(map: RouteMap, action: RouteMapAction, subject: Subject): Result {
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
  return withAsPath(type.value, asns, action, withPrefix(type.value, prefixes, subject));
}

function textsOf(list: Items<Field<string>>): string[] {
  return list.items.flatMap((field) => (field.state === "known" ? [field.value] : []));
}

// Replacing by a summary strips the AS path.
function withPrefix(type: string, prefixes: readonly string[], subject: Subject): Subject {
  const replacement = type === "Replace" && prefixes[0] !== undefined ? parsePrefix(prefixes[0]) : undefined;
  if (replacement?.ok !== true || samePrefixes(replacement.value, subject.prefix)) {
    return subject;
  }
  return { prefix: replacement.value, asPath: knownPath([]) };
}

function withAsPath(type: string, asns: readonly string[], { parameters }: RouteMapAction, subject: Subject): Subject {
  const touched = parameters.items.some(({ asPath, prefixes, communities }) => {
    return asPath.items.length > 0 || (prefixes.items.length === 0 && communities.items.length === 0);
  });
  if (!touched) {
    return subject;
  }
  if (type === "Replace") {
    return { ...subject, asPath: knownPath(asns) };
  }
  return type === "Add" ? { ...subject, asPath: prepended(subject.asPath, asns) } : subject;
}
