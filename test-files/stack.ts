import { isJsonObject, type Json, type JsonObject, objectAt } from "../text/json";

/** One folder that Terraform runs in, as its files say. */
export interface Stack {
  readonly path: string;
  /** What other stacks call it where they read its state. */
  readonly names: readonly string[];
  /** By address: `azurerm_virtual_wan.wan`, `data.azurerm_virtual_hub.weu`. */
  readonly bodies: ReadonlyMap<string, JsonObject>;
  readonly variables: ReadonlyMap<string, JsonObject>;
  readonly outputs: ReadonlyMap<string, Json>;
  /** Providers that are configured or required, each with the aliases that it is configured under. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly hasModules: boolean;
}

/** What the files of a folder say together. */
export function stackOf(path: string, names: readonly string[], files: readonly JsonObject[]): Stack {
  const bodies = files.flatMap((file) => [...bodiesIn(file, "resource", ""), ...bodiesIn(file, "data", "data.")]);
  return {
    path,
    names,
    bodies: new Map(bodies),
    variables: new Map(files.flatMap((file) => objectsOf(objectAt(file, "variable")))),
    outputs: new Map(
      files.flatMap((file) => objectsOf(objectAt(file, "output")).map(([name, { value = null }]) => [name, value])),
    ),
    providers: providersOf(files, bodies),
    hasModules: files.some((file) => Object.keys(objectAt(file, "module")).length > 0),
  };
}

/** Whether an address is one thing of the folder itself: in no module, and without instances. */
export function isOneThing({ bodies }: Stack, address: string): boolean {
  const body = bodies.get(address);
  return body !== undefined && body.count === undefined && body.for_each === undefined;
}

/**
 * What depends on variables whose values only a run has, keys aside, which tests make up: an assertion about it would speak of
 * the made-up value. By how it is named in expressions: `azurerm_virtual_hub.weu`, `output.network_intent`.
 */
export function openNames({ bodies, outputs, variables }: Stack): string[] {
  const open = [...variables].flatMap(([name, { default: own, sensitive }]) =>
    own === undefined && sensitive !== true ? [`var.${name}`] : [],
  );
  if (open.length === 0) {
    return [];
  }
  const named: readonly (readonly [string, unknown])[] = [
    ...bodies,
    ...[...outputs].map(([name, value]) => [`output.${name}`, value] as const),
  ];
  return named.flatMap(([name, value]) => (mentions(JSON.stringify(value), [...open, "local"]) ? [name] : []));
}

/** Whether an expression speaks of any of these names. */
export function mentions(expression: string, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      expression.includes(name) && expression.split(name).some((rest, index) => index > 0 && !/^[\w-]/.test(rest)),
  );
}

function bodiesIn(file: JsonObject, kind: "resource" | "data", prefix: string): [string, JsonObject][] {
  return objectsOf(objectAt(file, kind)).flatMap(([type, named]) =>
    objectsOf(named).map(([name, body]): [string, JsonObject] => [`${prefix}${type}.${name}`, body]),
  );
}

/** Those that are configured or required, and those that types of resources imply: an unmocked one would ask for real. */
function providersOf(
  files: readonly JsonObject[],
  bodies: readonly (readonly [string, JsonObject])[],
): Map<string, readonly string[]> {
  const providers = new Map<string, readonly string[]>();
  const add = (name: string, aliases: readonly string[]) =>
    providers.set(name, [...(providers.get(name) ?? []), ...aliases]);
  for (const file of files) {
    const blocks = listOf(file.terraform ?? null).map((one) => objectAt(one, "required_providers"));
    for (const name of blocks.flatMap((required) => Object.keys(required))) {
      add(name, []);
    }
    for (const [name, configured] of Object.entries(objectAt(file, "provider"))) {
      add(
        name,
        listOf(configured).flatMap(({ alias }) => (typeof alias === "string" ? [alias] : [])),
      );
    }
  }
  for (const [address] of bodies) {
    add(address.replace(/^data\./, "").split(/[_.]/)[0] ?? "", []);
  }
  // Terraform's own, which reads other states.
  providers.delete("terraform");
  return providers;
}

/** The entries of an object that hold one object, or one in a list. */
function objectsOf(holder: JsonObject): [string, JsonObject][] {
  // What Terraform wouldn't take for a name is never written into a test.
  const named = Object.entries(holder).filter(([name]) => /^[A-Za-z_][\w-]*$/.test(name));
  return named.flatMap(([name, value]) =>
    listOf(value)
      .slice(0, 1)
      .map((one): [string, JsonObject] => [name, one]),
  );
}

function listOf(value: Json): JsonObject[] {
  return (Array.isArray(value) ? [...value] : [value]).filter(isJsonObject);
}
