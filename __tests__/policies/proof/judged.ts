import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble } from "../../../network/assemble/assemble";
import type { Reading } from "../../../network/input/reading";
import { recognise } from "../../../network/input/recognise";
import { type IntentFile, parseIntent } from "../../../network/intent/read-intent-file";
import { readConfigurations } from "../../../network/readers/configuration/read-configuration";
import { readPlan } from "../../../network/readers/plan/read-plan";
import { checkNetwork } from "../../../policies/gate";
import { judge } from "../../../policies/judge/judge";
import { type Report, reportOf } from "../../../policies/report/report";
import { RULES } from "../../../policies/rules/catalogue";
import { InputError } from "../../../text/complaint";
import type { JsonObject } from "../../../text/json";

/** What the gate makes of a text that is handed over as a file, by way of a real file. */
export function checkedText(text: string | Uint8Array, name = "plan.json", intent?: string): Report {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-proof-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    return checkNetwork([path], intent === undefined ? {} : { intent });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same of parsed content, without a file: what thousands of runs of a property need. */
export function judged(content: JsonObject, intent?: IntentFile): Report {
  const network = assemble([readingOf(content)], intent);
  return reportOf({ network, rules: RULES, findings: judge(network, RULES) });
}

/** Several inputs as one network. */
export function judgedTogether(inputs: readonly { readonly name: string; readonly content: JsonObject }[]): Report {
  const network = assemble(inputs.map(({ name, content }) => readingOf(content, name)));
  return reportOf({ network, rules: RULES, findings: judge(network, RULES) });
}

/** A statement of intent that stands in a file of its own. */
export function intentOf(stated: object): IntentFile {
  return parseIntent("intent.json", JSON.stringify(stated));
}

function readingOf(content: JsonObject, path?: string): Reading {
  const found = recognise(content);
  if (found.kind === "plan") {
    return readPlan(path ?? "plan.json", found.plan);
  }
  if (found.kind === "configuration") {
    const stack = {
      path: path ?? "main.tf.json",
      names: [],
      files: [],
      root: ".",
      contents: [content],
      sources: undefined,
    };
    const [reading] = readConfigurations([stack]);
    if (reading !== undefined) {
      return reading;
    }
  }
  throw new InputError([
    { path: "plan.json", message: found.kind === "neither" ? found.message : `is a ${found.kind}` },
  ]);
}

/** What becomes of an input: a verdict, or that it is refused with a reason. Anything else is thrown on. */
export function outcomeOf(check: () => Report): "pass" | "fail" | "undecided" | "refused" {
  try {
    return check().verdict;
  } catch (error) {
    if (error instanceof InputError && error.complaints.length > 0) {
      return "refused";
    }
    throw error;
  }
}
