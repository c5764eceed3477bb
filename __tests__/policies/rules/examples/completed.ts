import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseHcl } from "@cdktn/hcl2json";
import { parse as parseYaml } from "yaml";
import type { Network } from "../../../../network/network";
import { terraformOf } from "../../../stacks/terraform";
import { changedNetwork, changedNetworkOfInputs } from "../../../support/changed-network";
import { type Configuration, networkOf, networkOfInputs, type Tree } from "../../../support/network";
import { HCL, INTENT, YAML } from "./base";
import type { Surroundings } from "./surroundings";

/** Where every resource is that doesn't say where it is. */
const PLACE = { resource_group_name: "rg-contoso", location: "westeurope" };

/** The network of a fragment of HCL with a fragment of intent, on the sound network, changed from another fragment. */
export async function networkOfHcl(
  fragment: string,
  intent: string,
  around: Surroundings,
  before?: string,
): Promise<Network> {
  const { withoutIntent = [] } = around;
  const stated = withoutIntent.reduce((whole, key) => without(whole, [key]), tree(parseYaml(INTENT)));
  const whole = { intent: merged(stated, tree(parseYaml(intent) ?? {})) };
  const after = await configurationOf(fragment, around);
  return before === undefined
    ? networkOf(after, whole)
    : changedNetwork({ before: await configurationOf(before, around), after, ...whole });
}

async function configurationOf(
  fragment: string,
  { hcl = "", withoutTypes = [] }: Surroundings,
): Promise<Configuration> {
  const base = await blocksOf(HCL);
  const blocks = [
    ...base.filter(({ type }) => !withoutTypes.includes(type)),
    ...(await blocksOf(hcl)),
    ...(await blocksOf(fragment)),
  ];
  const resource: Record<string, Record<string, Tree>> = {};
  const variable: Record<string, Tree> = {};
  for (const { type, name, body } of blocks) {
    if (type === "variable") {
      variable[name] = body;
    } else {
      // What a fragment shows of a resource takes the place of what is there: an attribute, or all blocks of a type.
      resource[type] = { ...resource[type], [name]: { ...PLACE, ...resource[type]?.[name], ...body } };
    }
  }
  return { resource, variable };
}

/** The network of a fragment of a network file, on the sound network file, synthesized, changed from another fragment. */
export function networkOfYaml(fragment: string, around: Surroundings, before?: string): Network {
  const stacks = stacksOf(fragment, around);
  return before === undefined ? networkOfInputs(stacks) : changedNetworkOfInputs(stacksOf(before, around), stacks);
}

function stacksOf(fragment: string, { yaml = "", withoutPaths = [] }: Surroundings): { [stack: string]: Tree } {
  const base = withoutPaths.reduce((whole, path) => without(whole, path.split(".")), tree(parseYaml(YAML)));
  const whole = [yaml, fragment].reduce((so, part) => merged(so, tree(parseYaml(part) ?? {})), base);
  const folder = mkdtempSync(join(tmpdir(), "wanproof-example-"));
  try {
    const stacks = Object.entries(terraformOf(JSON.stringify(whole), folder));
    return Object.fromEntries(stacks.map(([stack, terraform]) => [stack, tree(terraform)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A resource or variable of a fragment. */
export interface Block {
  readonly type: string;
  readonly name: string;
  readonly body: Tree;
}

export async function blocksOf(hcl: string): Promise<Block[]> {
  const { resource = {}, variable = {}, ...others } = tree(await parseHcl("example.tf", hcl));
  expect(Object.keys(others)).toEqual([]);
  return [
    ...Object.entries(tree(resource)).flatMap(([type, ofType]) => named(type, ofType)),
    ...named("variable", variable),
  ];
}

function named(type: string, blocks: unknown): Block[] {
  return Object.entries(tree(blocks)).map(([name, bodies]) => {
    const [body, second] = Array.isArray(bodies) ? bodies : [bodies];
    expect(second).toBeUndefined();
    return { type, name, body: tree(body) };
  });
}

/** Maps are merged; anything else takes the place of what was there. */
function merged(base: Tree, more: Tree): Tree {
  const entries = Object.entries(more).map(([key, value]) => {
    const before = base[key];
    return [
      key,
      isTree(before) && (isTree(value) || value === null) ? merged(before, isTree(value) ? value : {}) : value,
    ];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function without(base: Tree, [step = "", ...rest]: readonly string[]): Tree {
  const { [step]: gone, ...others } = base;
  return rest.length > 0 && isTree(gone) ? { ...others, [step]: without(gone, rest) } : others;
}

function tree(value: unknown): Tree {
  if (!isTree(value)) {
    throw new Error(`a map is expected, not ${JSON.stringify(value)}`);
  }
  return value;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
