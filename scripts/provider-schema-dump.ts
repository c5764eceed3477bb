import { readFileSync } from "node:fs";
import {
  type AzurermSchema,
  type BlockSchema,
  isObject,
  type JsonObject,
  type NestedBlockSchema,
  objectOf,
  type TypeSchema,
} from "./azurerm-schema";

/** What azurerm 5.x took from the types that wanproof writes, compared with 4.81. */
const REMOVED_IN_5: Readonly<Record<string, readonly string[]>> = {
  azurerm_express_route_connection: ["enable_internet_security", "private_link_fast_path_enabled"],
  azurerm_subnet: ["service_endpoints"],
  azurerm_virtual_network: ["subnet.service_endpoints"],
};

/** Reads what `terraform providers schema -json` wrote, for the types named; all of azurerm's without names. */
export function readSchemaDump(file: string, types?: SchemaTypes): AzurermSchema {
  const dump = objectOf(JSON.parse(readFileSync(file, "utf8")));
  const provider = Object.entries(objectOf(dump.provider_schemas)).find(([name]) => name.endsWith("/azurerm"));
  if (provider === undefined) {
    throw new Error(`${file} holds no schema of azurerm: terraform providers schema -json makes one`);
  }
  const schemas = objectOf(provider[1]);
  return {
    resource: typesOf(objectOf(schemas.resource_schemas), types?.resource),
    data: typesOf(objectOf(schemas.data_source_schemas), types?.data),
  };
}

export interface SchemaTypes {
  readonly resource: readonly string[];
  readonly data: readonly string[];
}

function typesOf(schemas: JsonObject, wanted: readonly string[] | undefined): Record<string, TypeSchema> {
  const names = wanted ?? Object.keys(schemas);
  return Object.fromEntries(
    names.map((name) => {
      const schema = schemas[name];
      if (!isObject(schema)) {
        throw new Error(`the dump has no ${name}`);
      }
      return [name, { ...blockOf(objectOf(schema.block)), removedIn5: REMOVED_IN_5[name] ?? [] }];
    }),
  );
}

function blockOf(block: JsonObject): BlockSchema {
  return {
    attributes: mapValues(objectOf(block.attributes), (attribute) => kindOf(objectOf(attribute))),
    blocks: mapValues(objectOf(block.block_types), (nested) => nestedOf(objectOf(nested))),
  };
}

function kindOf(attribute: JsonObject): "required" | "optional" | "computed" {
  if (attribute.required === true) {
    return "required";
  }
  return attribute.optional === true ? "optional" : "computed";
}

function nestedOf(nested: JsonObject): NestedBlockSchema {
  return {
    minItems: typeof nested.min_items === "number" ? nested.min_items : 0,
    ...(nested.nesting_mode === "single" ? { maxItems: 1 } : {}),
    ...(typeof nested.max_items === "number" ? { maxItems: nested.max_items } : {}),
    ...blockOf(objectOf(nested.block)),
  };
}

function mapValues<T>(object: JsonObject, map: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}
