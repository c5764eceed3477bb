import * as fs from "node:fs";
import * as path from "node:path";
import {
  type ISynthesisSession,
  TerraformDataSource,
  type TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { callerOutside, type SourceLine } from "./call-site";
import { resolved } from "./resolved";
import { addressOf } from "./terraform-address";

export type { SourceLine } from "./call-site";

/** Written beside each stack's Terraform. */
export const SOURCES_FILE = "wanproof.sources.json";

type Recorded = Map<TerraformElement, SourceLine | undefined>;

const recordedByStack = new WeakMap<TerraformStack, Recorded>();
const sourceBelow = new WeakMap<IConstruct, SourceLine>();

/**
 * Records which line a person wrote to get a Terraform element. Synthesis writes them all to `wanproof.sources.json`
 * beside the stack's Terraform, so that a finding can point at that line.
 *
 * @param source where the element was declared; by default the first line outside this package that led here
 */
export function recordSource(element: TerraformElement, source?: SourceLine): void {
  const stack = TerraformStack.of(element);
  const recorded = recordedByStack.get(stack) ?? begin(stack);
  if (source !== undefined) {
    withSource(element, source);
  }
  recorded.set(element, declaredSource(element) ?? callerOutside());
}

/** Says where everything below a construct was declared: a YAML stack knows, where a line of TypeScript tells nothing. */
export function withSource(construct: Construct, source: SourceLine): void {
  sourceBelow.set(construct, source);
}

function declaredSource(element: TerraformElement): SourceLine | undefined {
  for (let scope: IConstruct | undefined = element; scope !== undefined; scope = scope.node.scope) {
    const source = sourceBelow.get(scope);
    if (source !== undefined) {
      return source;
    }
  }
  return undefined;
}

function begin(stack: TerraformStack): Recorded {
  const recorded: Recorded = new Map();
  recordedByStack.set(stack, recorded);
  stack.node.addValidation({ validate: () => problemsOf(stack, recorded) });
  const inner = stack.synthesizer;
  stack.synthesizer = {
    synthesize(session: ISynthesisSession): void {
      // After cdktf's own part, which makes the folder.
      inner.synthesize(session);
      const folder = path.join(session.outdir, session.manifest.forStack(stack).workingDirectory);
      fs.writeFileSync(path.join(folder, SOURCES_FILE), sourcesText(stack, recorded));
    },
  };
  return recorded;
}

/** What Terraform would take badly, or silently: JSON keeps one of two resources that have the same address. */
function problemsOf(stack: TerraformStack, recorded: Recorded): string[] {
  const problems: string[] = [];
  const paths = new Map<string, string>();
  for (const element of recorded.keys()) {
    const address = elementAddress(stack, element);
    const other = paths.get(address);
    if (other !== undefined) {
      problems.push(`${element.node.path} and ${other} are both ${address} in Terraform: give one of them another id`);
    }
    if (!/\.[A-Za-z_][\w-]*$/.test(address)) {
      problems.push(
        `${element.node.path} would be ${address} in Terraform, which is no name: begin its id with a letter`,
      );
    }
    paths.set(address, element.node.path);
  }
  return problems;
}

function sourcesText(stack: TerraformStack, recorded: Recorded): string {
  const lines = [...recorded].map(([element, line]) => {
    const source = declaredSource(element) ?? line;
    return [elementAddress(stack, element), { constructPath: element.node.path, ...source }] as const;
  });
  const resources = Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, resources }, null, 2)}\n`;
}

function elementAddress(stack: TerraformStack, element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) {
    return addressOf(element);
  }
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  if (TerraformOutput.isTerraformOutput(element)) {
    return `output.${element.friendlyUniqueId}`;
  }
  return String(resolved(stack, element.fqn)).replace(/^\$\{(.*)\}$/, "$1");
}
