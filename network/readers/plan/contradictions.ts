import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  stringAt,
} from "../../../text/json";
import { wholeOf } from "../../input/lazy-object";
import { isOurType } from "../../ledger/kept";
import type { Unread } from "../../network";

/**
 * What a plan tells twice, and not alike. Terraform writes what will be into the changes and into the planned values, so
 * what stands in the planned values and not in the change has got lost on its way here.
 */
export function contradictionsIn(plan: JsonObject, outputs: readonly string[]): Unread[] {
  const planned = objectAt(plan, "planned_values");
  const told = toldBy(plan);
  const resources = ourResources(objectAt(planned, "root_module")).flatMap(({ address, values }) => {
    const other = told.get(address);
    return other === undefined || holds(other, values) ? [] : [contradiction(address)];
  });
  return [...resources, ...outputs.flatMap((name) => contradictionOfOutput(plan, name))];
}

function contradictionOfOutput(plan: JsonObject, name: string): Unread[] {
  const planned = objectAt(objectAt(objectAt(plan, "planned_values"), "outputs"), name).value;
  const changes = objectAt(plan, "output_changes");
  const isTold = planned !== undefined && Object.hasOwn(changes, name);
  return isTold && !holds(objectAt(changes, name).after, planned) ? [contradiction(`output.${name}`)] : [];
}

/** What the changes tell of each resource; the state, where no change is told. */
function toldBy(plan: JsonObject): ReadonlyMap<string, Json | undefined> {
  const state = ourResources(objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "root_module"));
  const changes = objectsAt(plan, "resource_changes").filter((entry) => isOurType(stringAt(entry, "type") ?? ""));
  return new Map<string, Json | undefined>([
    ...state.map(({ address, values }) => [address, values] as const),
    ...changes
      .filter((entry) => stringAt(entry, "deposed") === undefined)
      .map((entry) => [stringAt(entry, "address") ?? "", objectAt(entry, "change").after] as const),
  ]);
}

interface Told {
  readonly address: string;
  readonly values: JsonObject;
}

function ourResources(module: JsonObject): Told[] {
  const own = objectsAt(module, "resources").flatMap((resource): Told[] => {
    const address = stringAt(resource, "address");
    const isOurs = address !== undefined && isOurType(stringAt(resource, "type") ?? "");
    return isOurs ? [{ address, values: objectAt(resource, "values") }] : [];
  });
  return [...own, ...objectsAt(module, "child_modules").flatMap(ourResources)];
}

/** Whether a value has all that another one has. What is null there may be left out here. */
function holds(value: Json | undefined, other: Json | undefined): boolean {
  if (other === undefined || other === null || value === other) {
    return true;
  }
  if (isJsonArray(other)) {
    return (
      isJsonArray(value) &&
      value.length >= other.length &&
      other.every((element, index) => holds(value[index], element))
    );
  }
  if (!isJsonObject(other)) {
    return false;
  }
  const whole = wholeOf(other);
  if (!isJsonObject(value)) {
    // Of what it forgets Terraform has no values among the planned ones, and null after the change.
    return value === null && Object.keys(whole).length === 0;
  }
  return Object.keys(whole).every((name) => holds(Object.hasOwn(value, name) ? value[name] : undefined, whole[name]));
}

function contradiction(address: string): Unread {
  return {
    address,
    reason: "is told in two ways: the planned values hold what its change doesn't",
    unknown: { decidedBy: [address] },
  };
}
