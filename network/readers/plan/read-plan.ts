import { type JsonObject, objectAt } from "../../../text/json";
import { type Origin, originOf } from "../../input/origin";
import type { Reading, Unread } from "../../input/reading";
import { SUPPRESSIONS_OUTPUT } from "../../inputs";
import { isJudged, isOurType } from "../../ledger/kept";
import type { Resource, WrittenLines } from "../../resource";
import type { PlanFolder } from "../../source-lines/plan-folder";
import { isKept, keptOf } from "../azapi/unread-azapi";
import { appliedSuppressions, carriedBy } from "../suppressions";
import { unreadIn } from "../unread";
import { type Beside, PlannedAttributes } from "./attributes";
import { OpenValues } from "./beside/open-values";
import { contradictionsIn } from "./contradictions";
import { Elimination } from "./elimination";
import { gapsOf } from "./gaps";
import { Instances } from "./instances";
import { KnownValues } from "./known-values";
import { plannedOutput } from "./output";
import { type Planned, plannedInstances } from "./planned";
import { priorPlan } from "./prior-plan";
import { References } from "./references";
import { Scopes } from "./scope";
import { UnknownValues } from "./unknown-value";

/**
 * Reads plan JSON: what will exist after apply, with references resolved through the configuration and secrets gone.
 *
 * @param sources `wanproof.sources.json` beside it, where there is one.
 * @param lines where its Terraform files are, for what that file doesn't know.
 * @param folder where they may be, for values that the plan leaves open.
 * @throws InputError where two folders may be meant
 */
export function readPlan(
  path: string,
  plan: JsonObject,
  sources?: JsonObject,
  lines?: WrittenLines,
  folder?: PlanFolder,
): Reading {
  const scopes = new Scopes(plan);
  const planned = plannedInstances(plan);
  const instances = new Instances(planned, scopes);
  const references = new References(scopes, instances, new KnownValues(plan));
  const elimination = new Elimination(plan, planned, scopes, references);
  const unknowns = new UnknownValues(path, scopes, instances, references, elimination);
  const ours = planned.filter((instance) => isOurType(instance.type));
  const open = new OpenValues();
  const byPlan = ours.map((instance) => ({ instance, resource: resourceOf(instance, path, scopes, unknowns, open) }));
  const beside = open.lookedUp({ input: path, plan, planned, scopes, instances }, byPlan, folder);
  const read = byPlan
    .map(({ instance, resource }) => ({
      instance,
      resource: beside.isFor(instance) ? resourceOf(instance, path, scopes, unknowns, beside) : resource,
    }))
    .filter(({ resource }) => isKept(resource));
  const resources = read.map(({ resource }) => resource);
  return {
    path,
    kind: "plan",
    resources: read.map(({ instance, resource }) => ({
      ...resource,
      ...sourceOf(instance, sources),
      ...(lines === undefined ? {} : { lines }),
    })),
    intent: plannedOutput(plan, "network_intent", { scope: scopes.root }, unknowns),
    ...carriedBy(plannedOutput(plan, SUPPRESSIONS_OUTPUT, { scope: scopes.root }, unknowns), appliedSuppressions(plan)),
    ...beside.told(),
    counts: { total: planned.length, ofOurTypes: resources.filter(({ type }) => isJudged(type)).length },
    unread: [
      ...ours.filter((instance) => instance.deferred).map(putOff),
      ...resources.flatMap(unreadIn),
      ...gapsOf(plan),
      ...contradictionsIn(plan, ["network_intent", SUPPRESSIONS_OUTPUT]),
    ],
  };
}

/** Reads plan JSON as what existed before its change; undefined where it doesn't tell that. */
export function readPlanBefore(path: string, plan: JsonObject, sources?: JsonObject): Reading | undefined {
  const prior = priorPlan(plan);
  return prior === undefined ? undefined : readPlan(path, prior, sources);
}

function resourceOf(
  planned: Planned,
  input: string,
  scopes: Scopes,
  unknowns: UnknownValues,
  beside: Beside,
): Resource {
  const site = unknowns.siteOf(planned) ?? { scope: scopes.root };
  const configured = scopes.resource(site.scope, planned.base);
  const expressions = configured === undefined ? undefined : objectAt(configured, "expressions");
  return {
    address: planned.address,
    standing: planned.mode,
    input,
    ...(planned.forgotten ? { isForgotten: true } : {}),
    ...(planned.change === undefined || planned.mode === "data" ? {} : { change: planned.change }),
    ...keptOf(planned.type, planned.mode, new PlannedAttributes(planned, site, unknowns, beside).read(expressions)),
  };
}

function sourceOf(planned: Planned, sources: JsonObject | undefined): Origin {
  return sources === undefined ? {} : originOf(sources, [planned.address, planned.base], undefined);
}

function putOff({ address }: Planned): Unread {
  return { address, reason: "is put off by Terraform to a later plan", unknown: { decidedBy: [address] } };
}
