import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../input/json";

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
}

/** Gathers what files of one folder declare. Terraform JSON lets every block be an object or an array of objects. */
export function declarationsOf(files: readonly JsonObject[]): Declarations {
  const resources = new Map<string, Declared>();
  for (const file of files) {
    for (const mode of ["managed", "data"] as const) {
      for (const [type, name, body] of twoLabels(file[mode === "data" ? "data" : "resource"])) {
        const base = `${mode === "data" ? "data." : ""}${type}.${name}`;
        resources.set(base, { mode, type, name, base, body });
      }
    }
  }
  return {
    resources,
    locals: new Map(files.flatMap((file) => objects(file.locals)).flatMap(entries)),
    variables: new Map(files.flatMap((file) => oneLabel(file.variable))),
    outputs: new Map(files.flatMap((file) => oneLabel(file.output))),
    modules: new Map(files.flatMap((file) => oneLabel(file.module))),
  };
}

/** The objects of a block that may be written once or many times. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return (isJsonArray(value) ? value : [value]).filter(isJsonObject);
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
