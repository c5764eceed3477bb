import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ModuleFolder, manifestIn, stacksIn, stacksOfManifest } from "../network/input/folder";
import { loadJson, reasonOf } from "../network/input/load";
import type { Network } from "../network/network";
import { readNetwork } from "../network/read/read-network";
import { InputError } from "../text/complaint";
import { isJsonObject, type JsonObject } from "../text/json";
import { block, literal } from "./hcl";
import { mocksOf } from "./mocks";
import { addressAssertions } from "./rules/addresses";
import type { Assertion } from "./rules/assertion";
import { circuitAssertions } from "./rules/circuits";
import { routeAssertions } from "./rules/routes";
import { tunnelAssertions } from "./rules/tunnels";
import { wanAssertions } from "./rules/wan";
import { isOneThing, mentions, openNames, type Stack, stackOf } from "./stack";

/** What Terraform looks for beside the configuration. */
export const TEST_FILE = "wanproof.tftest.hcl";

/** A test for one folder that Terraform runs in. */
export interface TestFile {
  readonly path: string;
  readonly text: string;
  readonly assertions: number;
  /** Addresses of which something isn't asserted: modules or instances make them, or variables without a value decide it. */
  readonly left: readonly string[];
}

/**
 * Makes a `terraform test` of each stack of a folder: with a mocked provider, and with the essential rules as assertions
 * in plain Terraform. What is asserted is what must hold, not what is there, so a stack with a mistake fails its test.
 *
 * @throws InputError with everything that can't be read
 */
export function testFilesOf(folder: string): TestFile[] {
  const network = readNetwork([folder]);
  const stacks = foldersIn(folder).map(({ path, names, files }) => stackOf(path, names, files.map(contentOf)));
  return stacks.map((stack) => testOf(stack, stacks, network));
}

function testOf(stack: Stack, stacks: readonly Stack[], network: Network): TestFile {
  const isHere = (address: string, input: string) => input === stack.path && isOneThing(stack, address);
  const here = new Set(network.resources.filter(({ input }) => input === stack.path).map(({ address }) => address));
  const all = [
    ...wanAssertions(network),
    ...addressAssertions(network, isHere),
    ...tunnelAssertions(network),
    ...circuitAssertions(network),
    ...routeAssertions(network, stack),
  ].filter(({ address }) => here.has(address) && !address.startsWith("data."));
  const open = openNames(stack);
  const isTold = ({ address, condition }: Assertion) => isOneThing(stack, address) && !mentions(condition, open);
  const assertions = all.filter(isTold);
  const left = new Set(all.filter((one) => !isTold(one)).map(({ address }) => address));
  return {
    path: join(stack.path, TEST_FILE),
    text: textOf(mocksOf(stack, stacks, network), assertions),
    assertions: assertions.length,
    left: [...left],
  };
}

/**
 * Writes tests, each beside its stack.
 * @throws InputError where a file is there that somebody else wrote, or none can be written
 */
export function writeTestFiles(tests: readonly TestFile[]): void {
  const complaints = tests.flatMap(({ path }) => {
    const isTheirs = existsSync(path) && !readFileSync(path, "utf8").startsWith(MARK);
    return isTheirs ? [{ path, message: "is there already, and wanproof didn't make it; rename it" }] : [];
  });
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  for (const { path, text } of tests) {
    writeTestFile(path, text);
  }
}

function writeTestFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError([{ path, message: `can't be written: ${reasonOf(error)}` }]);
  }
}

const MARK = "# Made by wanproof";
const HEAD = `${MARK}: what must hold of this network, for terraform test. Needs Terraform 1.11 and no Azure account:
# terraform init -backend=false && terraform test
# Every provider is mocked and nothing is applied. Ids, addresses and keys here are made up.`;

function textOf(mocks: readonly string[], assertions: readonly Assertion[]): string {
  const run = block('run "rules"', ["command = plan", ...assertions.map(assertionText)]);
  return [HEAD, ...mocks, run].join("\n\n").concat("\n");
}

function assertionText({ rule, address, condition, message }: Assertion): string {
  return block("assert", [
    `condition     = ${condition}`,
    `error_message = ${literal(`${rule}: ${address}: ${message}.`)}`,
  ]);
}

function foldersIn(folder: string): readonly ModuleFolder[] {
  const manifest = manifestIn(folder);
  const { folders } = manifest === undefined ? stacksIn(folder) : stacksOfManifest(folder, contentOf(manifest));
  if (folders.length === 0) {
    throw new InputError([
      { path: folder, message: "is no folder of synthesized stacks; name one, such as cdktf.out" },
    ]);
  }
  const hcl = folders.filter(({ files }) => files.some((file) => !file.endsWith(".tf.json")));
  if (hcl.length > 0) {
    const message =
      "holds HCL, of which no test is made; name a folder of synthesized stacks, or of *.tf.json files alone";
    throw new InputError(hcl.map(({ path }) => ({ path, message })));
  }
  return folders;
}

// Read once before, by readNetwork, which complains about what is wrong.
function contentOf(file: string): JsonObject {
  const loaded = loadJson(file);
  return "json" in loaded && isJsonObject(loaded.json) ? loaded.json : {};
}
