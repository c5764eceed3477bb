import * as fs from "node:fs";
import * as path from "node:path";
import { type ISynthesisSession, type TerraformElement, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { callerOutside, type SourceLine } from "./call-site";
import { InvalidConstructError } from "./complaints";
import { sameAddresses } from "./same-address";
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
  stack.node.addValidation({ validate: () => [...sameAddresses(stack, recorded.keys()), ...wrongNames(recorded)] });
  const inner = stack.synthesizer;
  stack.synthesizer = {
    synthesize(session: ISynthesisSession): void {
      // After cdktf's own part, which makes the folder.
      inner.synthesize(session);
      const lost = session.skipValidation === true ? sameAddresses(stack, recorded.keys()) : [];
      if (lost.length > 0) {
        // Whoever skips validations, as tests of policies do, would judge Terraform in which something is missing.
        throw new InvalidConstructError(stack.node.path, lost);
      }
      const folder = path.join(session.outdir, session.manifest.forStack(stack).workingDirectory);
      fs.writeFileSync(path.join(folder, SOURCES_FILE), sourcesText(recorded));
    },
  };
  return recorded;
}

/** A name that Terraform doesn't take: of an element that cdktf names. */
function wrongNames(recorded: Recorded): string[] {
  return [...recorded.keys()].flatMap((element) => {
    const address = addressOf(element);
    return /\.[A-Za-z_][\w-]*$/.test(address)
      ? []
      : [`${element.node.path} would be ${address} in Terraform, which is no name: begin its id with a letter`];
  });
}

function sourcesText(recorded: Recorded): string {
  const lines = [...recorded].map(([element, line]) => {
    const source = declaredSource(element) ?? line;
    return [addressOf(element), { constructPath: element.node.path, ...source }] as const;
  });
  const resources = Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, resources }, null, 2)}\n`;
}
