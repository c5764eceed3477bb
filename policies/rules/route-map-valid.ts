import { parseAsn, reservedAsn } from "../../address/asn";
import { parsePrefix } from "../../address/prefix";
import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { isManaged } from "../../network/facts/standing";
import type { Field, Items } from "../../network/field";
import { knownValue, unknownsOf } from "../../network/field";
import type { RouteMap, RouteMapAction, RouteMapRule } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** Route maps are ones that Azure takes, and every rule of them can be reached. */
export const routeMapValid: Rule = {
  id: "route-map-valid",
  level: "error",
  section: "Values",
  what: "Prefixes and AS numbers of a route map parse, no reserved or private AS is prepended, the next step is Continue or Terminate, and every action but Drop has parameters.",
  why: "The provider takes any text, and its own default for the next step is neither. A rule after one that takes every route and ends there does nothing.",
  page: "https://learn.microsoft.com/azure/virtual-wan/route-maps-about",
  scope: "resource",
  *judge(network) {
    for (const map of network.routeMaps.filter(isManaged)) {
      yield* judgeMap(map);
    }
  },
};

function* judgeMap(map: RouteMap): Iterable<Judgement> {
  const { rules } = map;
  if (rules.unknown !== undefined) {
    yield cannotTell(at(map, rules.path), rules.unknown, phrase`which rules ${map} has can't be told`);
  }
  for (const rule of rules.items) {
    yield* judgeRule(map, rule);
  }
  const last = rules.items.findIndex(takesAll);
  const later = rules.items.slice(last + 1);
  if (last >= 0 && later.length > 0) {
    const ending = calledRule(rules.items[last]);
    for (const rule of later) {
      yield violation(at(map, rule.path), {
        level: "warning",
        message: phrase`${calledRule(rule)} of ${map} does nothing: ${ending} before it takes every route and ends there`,
        remedy: "Put the rule that takes every route last.",
      });
    }
  }
}

function calledRule(rule: RouteMapRule | undefined): string {
  return `rule ${rule === undefined ? "" : (knownValue(rule.name) ?? rule.path)}`;
}

/** Whether a rule surely takes every route, so that none comes to a later rule. */
function takesAll({ matches, actions, nextStep }: RouteMapRule): boolean {
  const any = matches.items.length === 0 && matches.unknown === undefined;
  return any && (knownValue(nextStep) === "Terminate" || actions.items.some(({ type }) => knownValue(type) === "Drop"));
}

function* judgeRule(map: RouteMap, rule: RouteMapRule): Iterable<Judgement> {
  const name = phrase`${calledRule(rule)} of ${map}`;
  yield* judgeNextStep(map, rule, name);
  for (const list of [rule.matches, rule.actions]) {
    if (list.unknown !== undefined) {
      yield cannotTell(at(map, list.path), list.unknown, phrase`what ${name} holds can't be told`);
    }
  }
  for (const match of rule.matches.items) {
    yield* judgePrefixes(map, match.prefixes, name);
    yield* judgeAsns(map, match.asPath, name, false);
  }
  for (const action of rule.actions.items) {
    yield* judgeAction(map, action, name);
  }
}

function* judgeNextStep(map: RouteMap, { nextStep }: RouteMapRule, name: Phrase): Iterable<Judgement> {
  const place = at(map, nextStep.path);
  if (nextStep.state === "unknown") {
    yield cannotTell(place, nextStep.unknown, phrase`the next step of ${name} is unknown`);
  } else if (knownValue(nextStep) !== "Continue" && knownValue(nextStep) !== "Terminate") {
    yield violation(place, {
      message: phrase`the next step of ${name} is ${knownValue(nextStep) ?? "not set"}`,
      remedy: "Set next_step_if_matched to Continue or Terminate.",
    });
  }
}

function* judgeAction(map: RouteMap, action: RouteMapAction, name: Phrase): Iterable<Judgement> {
  const { type, parameters } = action;
  const prepends = knownValue(type) === "Add" || knownValue(type) === "Replace";
  for (const parameter of parameters.items) {
    yield* judgePrefixes(map, parameter.prefixes, name);
    yield* judgeAsns(map, parameter.asPath, name, prepends);
  }
  const open = [type, parameters].flatMap((one) =>
    "unknown" in one && one.unknown !== undefined ? [one.unknown] : [],
  );
  if (open.length > 0) {
    const message = phrase`whether the action of ${name} has the parameters that it needs can't be told`;
    yield cannotTell(at(map, action.path), open, message);
    return;
  }
  const isDrop = knownValue(type) === "Drop";
  if (isDrop && parameters.items.length > 0) {
    const message = phrase`${name} drops routes, but has parameters`;
    yield violation(at(map, parameters.path), { message, remedy: "Take the parameters out: Drop needs none." });
  } else if (!isDrop && !parameters.items.some(hasAny)) {
    const message = phrase`${name} has action ${knownValue(type) ?? ""} without parameters`;
    yield violation(at(map, action.path), { message, remedy: "Add a parameter: AS path, community or route prefix." });
  }
}

function hasAny({ prefixes, asPath, communities }: RouteMapAction["parameters"]["items"][number]): boolean {
  return [prefixes, asPath, communities].some(({ items, unknown }) => items.length > 0 || unknown !== undefined);
}

function* judgePrefixes(map: RouteMap, list: Items<Field<string>>, name: Phrase): Iterable<Judgement> {
  yield* judgeUnknown(map, list, phrase`a prefix of ${name} is unknown`);
  for (const field of list.items) {
    const parsed = field.state === "known" ? parsePrefix(field.value) : undefined;
    if (field.state === "known" && parsed?.ok === false) {
      yield violation(at(map, field.path), {
        message: phrase`${JSON.stringify(field.value)} in ${name} is no prefix: ${parsed.problem}`,
        remedy: "Write it as address/length, with no host bits set.",
        evidence: { prefix: field.value },
      });
    }
  }
}

function* judgeAsns(map: RouteMap, list: Items<Field<string>>, name: Phrase, prepended: boolean): Iterable<Judgement> {
  yield* judgeUnknown(map, list, phrase`an AS number of ${name} is unknown`);
  for (const field of list.items) {
    const parsed = field.state === "known" ? parseAsn(field.value) : undefined;
    if (field.state === "known" && parsed?.ok === false) {
      yield violation(at(map, field.path), {
        message: phrase`${JSON.stringify(field.value)} in ${name} is no AS number: ${parsed.problem}`,
        remedy: "Write a whole number from 1 to 4294967295.",
        evidence: { asn: field.value },
      });
    } else if (prepended && parsed?.ok && mayNotPrepend(parsed.value)) {
      yield violation(at(map, field.path), {
        message: phrase`${name} prepends AS ${parsed.value}, which is reserved or private`,
        remedy: "Prepend a public AS number of your own.",
        evidence: { asn: parsed.value },
      });
    }
  }
}

function mayNotPrepend(asn: number): boolean {
  const isPrivate = (64512 <= asn && asn <= 65534) || (4200000000 <= asn && asn <= 4294967294);
  return isPrivate || reservedAsn(asn) !== undefined;
}

function* judgeUnknown(map: RouteMap, list: Items<Field<string>>, message: Phrase): Iterable<Judgement> {
  const unknowns = unknownsOf(list);
  if (unknowns.length > 0) {
    yield cannotTell(at(map, list.path), unknowns, message);
  }
}
