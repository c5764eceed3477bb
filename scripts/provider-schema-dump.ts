import { readFileSync } from "node:fs";
import {
  type AzurermSchema,
  type BlockSchema,
  isObject,
  type JsonObject,
  type NestedBlockSchema,
  type Nesting,
  type ObjectSchema,
  objectOf,
  type TypeSchema,
} from "./azurerm-schema";
import { type Additions, OF_DATA_SOURCES, OF_RESOURCES } from "./azurerm-schema-additions";

/** Reads what `terraform providers schema -json` wrote, for the types named; all of azurerm's without names. */
export function readSchemaDump(file: string, types?: SchemaTypes): AzurermSchema {
  const dump = objectOf(JSON.parse(readFileSync(file, "utf8")));
  const provider = Object.entries(objectOf(dump.provider_schemas)).find(([name]) => name.endsWith("/azurerm"));
  if (provider === undefined) {
    throw new Error(`${file} holds no schema of azurerm: terraform providers schema -json makes one`);
  }
  const schemas = objectOf(provider[1]);
  return {
    resource: typesOf(objectOf(schemas.resource_schemas), OF_RESOURCES, types?.resource),
    data: typesOf(objectOf(schemas.data_source_schemas), OF_DATA_SOURCES, types?.data),
  };
}

export interface SchemaTypes {
  readonly resource: readonly string[];
  readonly data: readonly string[];
}

/** Whether azurerm has data sources of a type, as far as a dump and what is added to it tell. */
export function dataSourcesIn(file: string, types: readonly string[]): string[] {
  const all = readSchemaDump(file).data;
  return types.filter((type) => all[type] !== undefined);
}

function typesOf(
  schemas: JsonObject,
  additions: Additions,
  wanted: readonly string[] | undefined,
): Record<string, TypeSchema> {
  const names = wanted ?? [...Object.keys(schemas), ...Object.keys(additions.types)];
  return Object.fromEntries(
    names.map((name) => {
      const added = additions.types[name];
      const schema = schemas[name];
      if (added === undefined && !isObject(schema)) {
        throw new Error(`the dump has no ${name}`);
      }
      const inside = added ?? blockOf(objectOf(objectOf(schema).block), additions.filledIn[name] ?? [], "");
      const { removedIn5, addedIn5 } = additions;
      return [name, { ...inside, removedIn5: removedIn5[name] ?? [], addedIn5: addedIn5[name] ?? [] }];
    }),
  );
}

function blockOf(block: JsonObject, filledIn: readonly string[], at: string): BlockSchema {
  const attributes = objectOf(block.attributes);
  const objects = mapValues(
    objectsIn(mapValues(attributes, (attribute) => objectOf(attribute).type)),
    (object, name): ObjectSchema => ({ ...object, ...filledInOf(objectOf(attributes[name])) }),
  );
  return {
    attributes: mapValues(attributes, (attribute) => kindOf(objectOf(attribute))),
    blocks: mapValues(objectOf(block.block_types), (nested, name) => nestedOf(objectOf(nested), filledIn, at + name)),
    ...(Object.keys(objects).length === 0 ? {} : { objects }),
  };
}

function filledInOf({ optional, computed }: JsonObject): Pick<ObjectSchema, "filledIn"> {
  return optional === true && computed === true ? { filledIn: true } : {};
}

function kindOf(attribute: JsonObject): "required" | "optional" | "computed" {
  if (attribute.required === true) {
    return "required";
  }
  return attribute.optional === true ? "optional" : "computed";
}

function nestedOf(nested: JsonObject, filledIn: readonly string[], path: string): NestedBlockSchema {
  return {
    nesting: nestingOf(nested.nesting_mode),
    minItems: typeof nested.min_items === "number" ? nested.min_items : 0,
    ...(nested.nesting_mode === "single" ? { maxItems: 1 } : {}),
    ...(typeof nested.max_items === "number" ? { maxItems: nested.max_items } : {}),
    ...(filledIn.includes(path) ? { filledIn: true } : {}),
    ...blockOf(objectOf(nested.block), filledIn, `${path}.`),
  };
}

/** Of these types, those that hold objects: `["set", ["object", {"name": "string"}]]`. */
function objectsIn(types: JsonObject): Record<string, ObjectSchema> {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]): [string, ObjectSchema][] => {
      const [nesting, element]: readonly unknown[] = Array.isArray(type) ? type : [];
      const [kind, fields]: readonly unknown[] = Array.isArray(element) ? element : [];
      if (kind !== "object") {
        return [];
      }
      const inside = objectOf(fields);
      return [[name, { nesting: nestingOf(nesting), names: Object.keys(inside), objects: objectsIn(inside) }]];
    }),
  );
}

function nestingOf(mode: unknown): Nesting {
  return mode === "set" ? "set" : "list";
}

function mapValues<V, T>(object: Readonly<Record<string, V>>, map: (value: V, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));
}
