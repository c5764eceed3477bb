import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { networkJsonSchema } from "../../stacks/schema/json-schema";
import { InputError } from "../../text/complaint";
import { patience, sample } from "../sample";
import { folderOfItsOwn, terraformOf } from "./terraform";

jest.setTimeout(patience(300));

const outdir = folderOfItsOwn();
const everySetting: unknown = parse(readFileSync(join(__dirname, "every-setting.yaml"), "utf8"));

type Path = readonly (string | number)[];

/** Settings that say what is so anyway, or that no Terraform can hold. */
const SAYS_NOTHING_NEW = new Map([
  ["hubs.one.vpnGateway.natRules.in.type", "Static is the default"],
  ["circuits.sold.connections.one.routing.associatedRouteTable", "a circuit has to use default, and does"],
  ["sites.hq.links.over-sold.circuit", "it tells provider and speed, which the link repeats"],
  ["sites.hq.connections.one.routing.associatedRouteTable", "a site has to use default, and does"],
]);

/** The paths of all values that are no maps and no lists. */
function leavesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) {
    return [path];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (typeof value !== "object" || value === null || step === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item, index) => (index === step ? without(item, rest) : item));
  }
  const entries = Object.entries(value).filter(([key]) => rest.length > 0 || key !== step);
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === step ? without(inner, rest) : inner]));
}

/** The Terraform of a file; undefined where the file is wrong, because the setting is needed. */
function terraformOrWrong(value: unknown): string | undefined {
  try {
    return JSON.stringify(terraformOf(JSON.stringify(value), outdir));
  } catch (failure) {
    if (failure instanceof InputError) {
      return undefined;
    }
    throw failure;
  }
}

/** Each takes a synthesis. At every change a fifth of them is tried, before anything lands all. */
const EACH = sample(12, 1);

test("every setting changes the Terraform", () => {
  const all = terraformOrWrong(everySetting);
  const tried = leavesIn(everySetting).filter((_, index) => index % EACH === 0);
  const dropped = tried.filter((path) => terraformOrWrong(without(everySetting, path)) === all);
  const names = (paths: readonly Path[]) => paths.map((path) => path.join("."));
  const triedNames = names(tried);
  expect(names(dropped)).toEqual([...SAYS_NOTHING_NEW.keys()].filter((name) => triedNames.includes(name)));
});

test("every key of the schema is among them", () => {
  const written = new Set(leavesIn(everySetting).flatMap((path) => path.map(String)));
  const known = keysOf(networkJsonSchema());
  expect([...known].filter((key) => !written.has(key))).toEqual([]);
});

/** All property names of a JSON Schema. */
function keysOf(schema: unknown): Set<string> {
  if (typeof schema !== "object" || schema === null) {
    return new Set();
  }
  const own =
    "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : [];
  return new Set([...own, ...Object.values(schema).flatMap((inner) => [...keysOf(inner)])]);
}
