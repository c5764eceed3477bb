import { assemble } from "../../network/assemble/assemble";
import type { Reading } from "../../network/input/reading";
import { type IntentFile, parseIntent } from "../../network/intent/read-intent-file";
import type { Network } from "../../network/network";
import { readConfigurations } from "../../network/readers/configuration/read-configuration";
import type { StackFiles } from "../../network/readers/configuration/stack-files";
import type { JsonObject } from "../../text/json";

/** A Terraform configuration in JSON syntax, as a person would write it. */
export interface Configuration {
  readonly resource?: Tree;
  readonly data?: Tree;
  readonly variable?: Tree;
  readonly locals?: Tree;
  readonly output?: Tree;
  readonly module?: Tree;
}

/** An expression as Terraform JSON writes it: `tf("var.asn")` is `${var.asn}`. */
export function tf(expression: string): string {
  return `\${${expression}}`;
}

/** A JSON object as written. */
export interface Tree {
  readonly [name: string]: unknown;
}

/** What to read beside the configuration. */
export interface Options {
  /** The input's path; default `cdk.tf.json`. */
  readonly path?: string;
  /** An intent file, which is called `intent.yaml`: its text, or what it holds. */
  readonly intent?: string | object;
}

/** The network of one configuration. */
export function networkOf(configuration: Configuration, { path = "cdk.tf.json", intent }: Options = {}): Network {
  return networkOfInputs({ [path]: configuration }, intent === undefined ? {} : { intent });
}

/**
 * The network of several configurations together, by their paths. Cross-stack references call a stack by its path:
 * `${data.terraform_remote_state.cross-stack-reference-input-<path>.outputs.<name>}`.
 */
export function networkOfInputs(
  inputs: { readonly [path: string]: Configuration },
  { intent }: Pick<Options, "intent"> = {},
): Network {
  return assemble(readingsOf(inputs), intent === undefined ? undefined : intentOf(intent));
}

/** What is read of several configurations, by their paths. */
export function readingsOf(inputs: { readonly [path: string]: Configuration }): readonly Reading[] {
  return readConfigurations(Object.entries(inputs).map(([path, configuration]) => filesOf(path, configuration)));
}

function filesOf(path: string, configuration: Configuration): StackFiles {
  // Through text, so that only what JSON can say gets through.
  const contents: JsonObject = JSON.parse(JSON.stringify(configuration));
  return { path, names: [path], files: [], root: ".", contents: [contents], sources: undefined };
}

function intentOf(intent: string | object): IntentFile {
  return parseIntent("intent.yaml", typeof intent === "string" ? intent : JSON.stringify(intent, null, 1));
}
