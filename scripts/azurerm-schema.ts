/** What a provider schema says of the resource and data source types that wanproof reads and writes, and nothing else. */
export interface AzurermSchema {
  readonly resource: Readonly<Record<string, TypeSchema>>;
  readonly data: Readonly<Record<string, TypeSchema>>;
}

/** A type, with what azurerm 5.x took away from it and gave to it (dotted paths inside the type). */
export interface TypeSchema extends BlockSchema {
  readonly removedIn5: readonly string[];
  readonly addedIn5: readonly string[];
}

/** The inside of a resource or of a block. */
export interface BlockSchema {
  readonly attributes: Readonly<Record<string, "required" | "optional" | "computed">>;
  readonly blocks: Readonly<Record<string, NestedBlockSchema>>;
  /** The inside of attributes that hold objects, by their names. People may write these as blocks. */
  readonly objects?: Readonly<Record<string, ObjectSchema>>;
}

export interface NestedBlockSchema extends BlockSchema {
  readonly nesting: Nesting;
  readonly minItems: number;
  /** Absent: any number. */
  readonly maxItems?: number;
  /** Whether the provider fills it in where nobody writes it. */
  readonly filledIn?: true;
}

/** What an attribute's objects hold. */
export interface ObjectSchema {
  readonly nesting: Nesting;
  /** Whether the provider fills it in where nobody writes it. */
  readonly filledIn?: true;
  readonly names: readonly string[];
  readonly objects: Readonly<Record<string, ObjectSchema>>;
}

/** A set has no order of its own. */
export type Nesting = "list" | "set";

// What Terraform itself adds to every resource, whatever the provider.
const META_ARGUMENTS = ["//", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner", "connection"];

/** Everything in synthesized Terraform JSON that the schema has no place for, or asks for in vain: one line each. */
export function schemaProblems(terraform: unknown, schema: AzurermSchema): string[] {
  const root = objectOf(terraform);
  return [
    ...typeProblems(objectOf(root.resource), schema.resource, ""),
    ...typeProblems(objectOf(root.data), schema.data, "data."),
  ];
}

function typeProblems(types: JsonObject, known: AzurermSchema["resource"], kind: string): string[] {
  return Object.entries(types)
    .filter(([type]) => type.startsWith("azurerm_"))
    .flatMap(([type, instances]) => {
      const schema = known[type];
      return Object.entries(objectOf(instances)).flatMap(([name, body]) =>
        schema === undefined
          ? [`${kind}${type}.${name}: the schema has no such type`]
          : instanceProblems(`${kind}${type}.${name}`, objectOf(body), schema),
      );
    });
}

function instanceProblems(address: string, body: JsonObject, schema: TypeSchema): string[] {
  const written = Object.fromEntries(Object.entries(body).filter(([name]) => !META_ARGUMENTS.includes(name)));
  const removed = writtenPaths(written, "")
    .filter((path) => schema.removedIn5.includes(path))
    .map((path) => ({ path, problem: "azurerm 5.x has no such attribute" }));
  return [...blockProblems(written, schema, ""), ...removed].map(
    ({ path, problem }) => `${address}: ${path}: ${problem}`,
  );
}

interface Problem {
  readonly path: string;
  readonly problem: string;
}

function blockProblems(body: JsonObject, schema: BlockSchema, at: string): Problem[] {
  return [...unknownNames(body, schema, at), ...missingNames(body, schema, at), ...nestedProblems(body, schema, at)];
}

function unknownNames(body: JsonObject, schema: BlockSchema, at: string): Problem[] {
  return Object.keys(body).flatMap((name) => {
    if (schema.blocks[name] !== undefined) {
      return [];
    }
    const kind = schema.attributes[name];
    if (kind === undefined) {
      return [{ path: at + name, problem: "the schema has no such attribute or block" }];
    }
    return kind === "computed" ? [{ path: at + name, problem: "only the provider sets it" }] : [];
  });
}

function missingNames(body: JsonObject, schema: BlockSchema, at: string): Problem[] {
  const attributes = Object.entries(schema.attributes)
    .filter(([name, kind]) => kind === "required" && (body[name] === undefined || body[name] === null))
    .map(([name]) => ({ path: at + name, problem: "required, and absent" }));
  const blocks = Object.entries(schema.blocks)
    .filter(([name, block]) => itemsOf(body[name]).length < block.minItems)
    .map(([name, block]) => ({ path: at + name, problem: `at least ${block.minItems} needed` }));
  return [...attributes, ...blocks];
}

function nestedProblems(body: JsonObject, schema: BlockSchema, at: string): Problem[] {
  return Object.entries(schema.blocks).flatMap(([name, block]) => {
    const items = itemsOf(body[name]);
    const tooMany =
      block.maxItems !== undefined && items.length > block.maxItems
        ? [{ path: at + name, problem: `at most ${block.maxItems} allowed` }]
        : [];
    return [...tooMany, ...items.flatMap((item) => blockProblems(objectOf(item), block, `${at}${name}.`))];
  });
}

/** Dotted paths of everything written, through blocks and attributes that hold objects alike. */
function writtenPaths(value: unknown, at: string): string[] {
  return itemsOf(value).flatMap((item) =>
    Object.entries(objectOf(item)).flatMap(([name, inner]) => [at + name, ...writtenPaths(inner, `${at}${name}.`)]),
  );
}

/** A JSON object of unknown content. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

// A block is an array of objects in JSON, or one object alone.
function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}
