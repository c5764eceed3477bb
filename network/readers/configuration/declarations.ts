import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";

/** A `resource` or `data` block, before `count` and `for_each` make instances of it. */
export interface Declared {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `azurerm_vpn_site.hq`, `data.azurerm_virtual_hub.hub` */
  readonly base: string;
  readonly body: JsonObject;
}

/** All that the files of one folder declare: to Terraform they are one module. */
export interface Declarations {
  readonly resources: ReadonlyMap<string, Declared>;
  readonly locals: ReadonlyMap<string, Json>;
  readonly variables: ReadonlyMap<string, JsonObject>;
  readonly outputs: ReadonlyMap<string, JsonObject>;
  readonly modules: ReadonlyMap<string, JsonObject>;
  /** Addresses of what is removed without being destroyed. */
  readonly forgotten: readonly string[];
  /** Addresses of what is declared more than once, which Terraform refuses. */
  readonly repeated: readonly string[];
}

/** Gathers what files of one folder declare. Terraform JSON lets every block be an object or an array of objects. */
export function declarationsOf(files: readonly JsonObject[]): Declarations {
  const resources = files.flatMap((file) => [
    ...twoLabels(file.resource).map((labels) => declared("managed", labels)),
    ...twoLabels(file.data).map((labels) => declared("data", labels)),
  ]);
  const locals = files.flatMap((file) => objects(file.locals)).flatMap(entries);
  const variables = files.flatMap((file) => oneLabel(file.variable));
  const outputs = files.flatMap((file) => oneLabel(file.output));
  const modules = files.flatMap((file) => oneLabel(file.module));
  return {
    resources: new Map(resources.map((one) => [one.base, one])),
    locals: new Map(locals),
    variables: new Map(variables),
    outputs: new Map(outputs),
    modules: new Map(modules),
    forgotten: files.flatMap((file) => objects(file.removed)).flatMap(forgottenBy),
    repeated: [
      ...repeatedIn(resources.map(({ base }) => base)),
      ...repeatedIn(locals.map(([name]) => `local.${name}`)),
      ...repeatedIn(variables.map(([name]) => `var.${name}`)),
      ...repeatedIn(outputs.map(([name]) => `output.${name}`)),
      ...repeatedIn(modules.map(([name]) => `module.${name}`)),
    ],
  };
}

function declared(mode: Declared["mode"], [type, name, body]: readonly [string, string, JsonObject]): Declared {
  return { mode, type, name, base: `${mode === "data" ? "data." : ""}${type}.${name}`, body };
}

/** By default what is removed is destroyed. */
function forgottenBy({ from, lifecycle }: JsonObject): readonly string[] {
  const stays = objects(lifecycle).some(({ destroy }) => destroy === false);
  return stays && typeof from === "string" ? [from.replace(/^\$\{([^{}]*)\}$/, "$1")] : [];
}

function repeatedIn(addresses: readonly string[]): string[] {
  if (new Set(addresses).size === addresses.length) {
    return [];
  }
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const address of addresses) {
    (seen.has(address) ? repeated : seen).add(address);
  }
  return [...repeated];
}

/** The objects of a block that may be written once or many times. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return isJsonObject(value) ? [value] : isJsonArray(value) ? value.filter(isJsonObject) : [];
}

function twoLabels(value: Json | undefined): (readonly [string, string, JsonObject])[] {
  return objects(value)
    .flatMap(entries)
    .flatMap(([type, named]) => oneLabel(named).map(([name, body]) => [type, name, body] as const));
}

function oneLabel(value: Json | undefined): (readonly [string, JsonObject])[] {
  return objects(value)
    .flatMap(entries)
    .flatMap(([name, bodies]) => objects(bodies).map((body) => [name, body] as const));
}

/** Names that begin like comments hold no configuration: `"//"` is where tools leave notes. */
function entries(block: JsonObject): (readonly [string, Json])[] {
  return Object.entries(block).filter(([name]) => name !== "//");
}
