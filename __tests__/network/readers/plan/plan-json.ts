import { readPlan } from "../../../../network/readers/plan/read-plan";
import type { AttributeObject } from "../../../../network/resource";
import type { Json, JsonObject } from "../../../../text/json";

/** One entry of `resource_changes`, in few words. */
export interface Change {
  /** `azurerm_vpn_site.hq`, `data.azurerm_virtual_hub.hub` */
  readonly base: string;
  readonly module?: string;
  readonly key?: string | number;
  readonly actions?: readonly string[];
  readonly after?: JsonObject;
  readonly before?: JsonObject;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly deposed?: string;
  readonly previous?: string;
}

export function change(one: Change): JsonObject {
  const address = addressOf(one);
  const [mode, type, name] = partsOf(one.base);
  return {
    address,
    mode,
    type,
    name,
    ...(one.module === undefined ? {} : { module_address: one.module }),
    ...(one.key === undefined ? {} : { index: one.key }),
    ...(one.deposed === undefined ? {} : { deposed: one.deposed }),
    ...(one.previous === undefined ? {} : { previous_address: one.previous }),
    change: {
      actions: one.actions ?? ["create"],
      before: one.before ?? null,
      after: one.after ?? {},
      after_unknown: one.unknown ?? {},
      after_sensitive: one.sensitive ?? {},
    },
  };
}

/** One resource of a state, as `prior_state` lists it. */
export function inState(base: string, values: JsonObject, rest: JsonObject = {}): JsonObject {
  const [mode, type, name] = partsOf(base);
  return { address: base, mode, type, name, values, ...rest };
}

/** One resource of the configuration: `{ name: { references: [...] } }` and so on. */
export function configured(base: string, expressions: JsonObject, forEach?: JsonObject): JsonObject {
  const [mode, type, name] = partsOf(base);
  return {
    address: base,
    mode,
    type,
    name,
    expressions,
    ...(forEach === undefined ? {} : { for_each_expression: forEach }),
  };
}

export interface Parts {
  readonly changes?: readonly JsonObject[];
  readonly state?: readonly JsonObject[];
  /** The root module of the configuration. */
  readonly root?: JsonObject;
  readonly variables?: JsonObject;
  readonly more?: JsonObject;
}

export function planJson({ changes = [], state = [], root = {}, variables = {}, more = {} }: Parts): JsonObject {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    variables,
    planned_values: { root_module: {} },
    resource_changes: changes,
    prior_state: { format_version: "1.0", values: { root_module: { resources: state } } },
    configuration: { root_module: root },
    ...more,
  };
}

/** The attributes of every resource that was read, by address. */
export function attributesOf(parts: Parts): Readonly<Record<string, AttributeObject>> {
  const { resources } = readPlan("plan.json", planJson(parts));
  return Object.fromEntries(resources.map(({ address, attributes }) => [address, attributes]));
}

/** An expression of the configuration that names other things. */
export function refers(...references: string[]): JsonObject {
  return { references };
}

/** An expression of the configuration that is written out. */
export function is(value: Json): JsonObject {
  return { constant_value: value };
}

/** An expression of JSON configuration: beside what it names, a plan has its text as if that were a constant. */
export function inJson(text: Json, ...references: string[]): JsonObject {
  return { constant_value: text, references };
}

function addressOf({ base, module, key }: Change): string {
  const index = key === undefined ? "" : `[${JSON.stringify(key)}]`;
  return `${module === undefined ? "" : `${module}.`}${base}${index}`;
}

function partsOf(base: string): readonly [string, string, string] {
  const parts = base.split(".");
  const [first = "", second = "", third = ""] = parts;
  return first === "data" ? ["data", second, third] : ["managed", first, second];
}
