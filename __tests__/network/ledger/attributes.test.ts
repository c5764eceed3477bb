import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attributes } from "../../../network/ledger/attributes";
import { entriesOf, LEDGER } from "../../../network/ledger/ledger";
import type { AzurermSchema, BlockSchema, ObjectSchema, TypeSchema } from "../../../scripts/azurerm-schema";

const SCHEMA: AzurermSchema = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "lib", "azurerm-schema.json"), "utf8"),
);

/** What stands in a schema, as dotted paths: what holds others, and what holds values. */
interface Paths {
  readonly holders: readonly string[];
  readonly values: readonly string[];
}

function pathsOf(schema: TypeSchema): Paths {
  const { holders, values } = insideBlock(schema, "");
  const added = schema.addedIn5;
  return {
    holders: [...holders, ...added.filter((path) => added.some((other) => other.startsWith(`${path}.`)))],
    values: [...values, ...added.filter((path) => !added.some((other) => other.startsWith(`${path}.`)))],
  };
}

function insideBlock({ attributes, blocks, objects = {} }: BlockSchema, at: string): Paths {
  const names = Object.keys(attributes).filter((name) => objects[name] === undefined);
  const inside = [
    ...Object.entries(blocks)
      // Terraform's own.
      .filter(([name]) => name !== "timeouts")
      .map(([name, block]) => within(at + name, insideBlock(block, `${at}${name}.`))),
    ...Object.entries(objects).map(([name, object]) => within(at + name, insideObject(object, `${at}${name}.`))),
  ];
  return together(
    names.map((name) => at + name),
    inside,
  );
}

function insideObject({ names, objects }: ObjectSchema, at: string): Paths {
  return together(
    names.filter((name) => objects[name] === undefined).map((name) => at + name),
    Object.entries(objects).map(([name, object]) => within(at + name, insideObject(object, `${at}${name}.`))),
  );
}

function within(path: string, { holders, values }: Paths): Paths {
  return { holders: [path, ...holders], values };
}

function together(values: readonly string[], inside: readonly Paths[]): Paths {
  return {
    holders: inside.flatMap(({ holders }) => holders),
    values: [...values, ...inside.flatMap((one) => one.values)],
  };
}

const TYPES = Object.entries(LEDGER).flatMap(([type, { resource, data }]): [string, Attributes, TypeSchema][] => {
  const [ofResource, ofData] = [SCHEMA.resource[type], SCHEMA.data[type]];
  return [
    ...(ofResource === undefined ? [] : [row(type, resource, ofResource)]),
    ...(data === undefined || ofData === undefined ? [] : [row(`data.${type}`, data, ofData)]),
  ];
});

function row(name: string, attributes: Attributes, schema: TypeSchema): [string, Attributes, TypeSchema] {
  return [name, attributes, schema];
}

test("the ledger has each type of which the schema is known, as a resource and as a data source", () => {
  const written = [
    "azurerm_application_insights_workbook",
    "azurerm_log_analytics_workspace",
    "azurerm_monitor_action_group",
    "azurerm_monitor_scheduled_query_rules_alert_v2",
    "azurerm_resource_group",
    "data.azurerm_key_vault_secret",
    "data.azurerm_log_analytics_workspace",
    "data.azurerm_network_watcher",
  ];
  expect(TYPES.map(([name]) => name).sort()).toEqual(
    Object.entries(LEDGER)
      .flatMap(([type, { data }]) => [type, ...(data === undefined ? [] : [`data.${type}`])])
      .sort(),
  );
  expect([...TYPES.map(([name]) => name), ...written].sort()).toEqual(
    [...Object.keys(SCHEMA.resource), ...Object.keys(SCHEMA.data).map((type) => `data.${type}`)].sort(),
  );
});

describe.each(TYPES)("in %s", (_name, attributes, schema) => {
  const { holders, values } = pathsOf(schema);
  const entries = entriesOf(attributes).map(({ path }) => path);

  test("everything that the schema has stands in the ledger", () => {
    const stands = (path: string) => entries.some((entry) => path === entry || path.startsWith(`${entry}.`));
    expect(values.filter((path) => !stands(path))).toEqual([]);
  });

  test("everything that stands in the ledger is in the schema, and stands there once", () => {
    const there = new Set([...holders, ...values]);
    expect(entries.filter((path) => !there.has(path))).toEqual([]);
    expect(entries.filter((path, index) => entries.indexOf(path) !== index)).toEqual([]);
  });
});
