import { dirname } from "node:path";
// Loads the interface that is added to below, where the person's own code names it nowhere.
import type {} from "expect";
import { installedVersion } from "../lib/terraform/peers";
import { type CheckOptions, checkNetwork, judgedAnything, NOTHING_JUDGED, type Report, textReport } from "../policies";
import { withTerraformJson } from "./own-folder";
import type * as Synthesis from "./synthesis";

/** How {@link toSatisfyPolicies} judges. */
export interface PolicyOptions extends CheckOptions {
  /**
   * What an undecided verdict counts as. By default neither as satisfied nor as not: a test that expects either fails,
   * and says what would decide it.
   */
  readonly unknown?: "fail" | "pass";
  /**
   * Whether it is an error that there is nothing to judge. A test that passes says nothing, so this is on.
   * @default true
   */
  readonly requireNetwork?: boolean;
}

/** What a matcher gives to jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * A jest matcher: the network satisfies every rule of the gate.
 *
 * ```ts
 * import { toSatisfyPolicies } from "wanproof/jest";
 *
 * expect.extend({ toSatisfyPolicies });
 * expect(stack).toSatisfyPolicies();
 * ```
 *
 * @param received a stack, which is judged together with the stacks that it refers to; an app, whose stacks are judged
 * together; Terraform JSON as `Testing.synth` gives it; or paths as `wanproof check` takes them
 * @throws InputError where the input can't be read
 * @throws Error where there is nothing to judge
 */
export function toSatisfyPolicies(
  this: { readonly isNot?: boolean | undefined },
  received: unknown,
  options: PolicyOptions = {},
): MatcherResult {
  const { text, verdict } = judged(received, options);
  const outcome = verdict === "undecided" ? options.unknown : verdict;
  const expected = this.isNot === true ? "expect(...).not.toSatisfyPolicies()" : "expect(...).toSatisfyPolicies()";
  return {
    pass: outcome === undefined ? this.isNot === true : outcome === "pass",
    message: () => `${expected}\n\n${text}`,
  };
}

interface Judged {
  readonly verdict: Report["verdict"];
  readonly text: string;
}

function judged(received: unknown, options: PolicyOptions): Judged {
  if (typeof received === "string" && received.trimStart().startsWith("{")) {
    return withTerraformJson(received, (file) => inFolder(dirname(file), [file], options));
  }
  if (typeof received === "string") {
    return inFolder("", [received], options);
  }
  if (isPaths(received)) {
    return inFolder("", received, options);
  }
  // Without cdktf there is no stack.
  const stacks = installedVersion("cdktf") === undefined ? undefined : synthesis();
  if (!stacks?.isSynthesizable(received)) {
    throw new TypeError(
      "toSatisfyPolicies takes a TerraformStack, an App, Terraform JSON, or the path of a folder of stacks or of a plan",
    );
  }
  return stacks.withSynthesized(received, (folder) => inFolder(folder, [folder], options));
}

/** Judges paths, and leaves a temporary folder out of what is said of them. */
function inFolder(folder: string, paths: readonly string[], options: PolicyOptions): Judged {
  const { requireNetwork = true, ...others } = options;
  const report = checkNetwork(paths, others);
  if (requireNetwork && !judgedAnything(report)) {
    throw new Error(NOTHING_JUDGED);
  }
  const text = textReport(report);
  return { verdict: report.verdict, text: folder === "" ? text : text.replaceAll(folder, "(synthesized)") };
}

function isPaths(received: unknown): received is readonly string[] {
  return Array.isArray(received) && received.length > 0 && received.every((one) => typeof one === "string");
}

// Paths are judged without cdktf, which need not be there then. Only require() can wait and still answer at once.
const synthesis = (): typeof Synthesis => require("./synthesis");

declare global {
  namespace jest {
    interface Matchers<R, T> {
      /** Every rule of the gate is satisfied. See `wanproof/jest`. */
      toSatisfyPolicies(options?: PolicyOptions): R;
    }
  }
}

declare module "expect" {
  interface Matchers<R, T> {
    /** Every rule of the gate is satisfied. See `wanproof/jest`. */
    toSatisfyPolicies(options?: PolicyOptions): R;
  }
}
