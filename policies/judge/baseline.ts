import type { z } from "zod";
import { loadJson } from "../../network/input/load";
import type { Network } from "../../network/network";
import { InputError } from "../../text/complaint";
import { isJsonObject, type JsonObject } from "../../text/json";
import { pathText } from "../../text/problem";
import type * as Schema from "./baseline-schema";
import type { Earlier } from "./compare";
import type { Finding } from "./finding";

/** An earlier report, as far as findings are compared with it. */
export interface Baseline {
  readonly path: string;
  /** The inputs that were judged then, as they were named. */
  readonly inputs: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the JSON report of an earlier check.
 * @returns undefined where none is named
 * @throws InputError where it is none, or one that can't be compared with
 */
export function readBaseline(path: string | undefined): Baseline | undefined {
  if (path === undefined) {
    return undefined;
  }
  const refused = (message: string, line?: number) =>
    new InputError([{ path, message, ...(line === undefined ? {} : { line }) }]);
  if (path === "-") {
    throw refused(`a baseline is a file: ${MAKE_ONE}`);
  }
  const loaded = loadJson(path);
  if ("complaint" in loaded) {
    const { message, line } = loaded.complaint;
    // What is said of a file in place of an input is about inputs.
    throw /\b(?:plan|HCL|variables)\b/.test(message)
      ? refused(`is no report of wanproof check; ${MAKE_ONE}`)
      : refused(message, line);
  }
  const fault = isJsonObject(loaded.json) ? faultOf(loaded.json) : "is no report of wanproof check";
  if (fault !== undefined) {
    throw refused(`${fault}; ${MAKE_ONE}`);
  }
  const { success, data, error } = theSchema().REPORT.safeParse(loaded.json);
  if (!success) {
    const [first] = error.issues;
    const place = first === undefined || first.path.length === 0 ? "" : ` at ${pathText(first.path)}`;
    throw refused(`is no whole report of wanproof check: it can't be read${place}; ${MAKE_ONE}`);
  }
  return { path, inputs: data.inputs.map((input) => input.path), findings: data.findings.map(withoutNulls) };
}

/**
 * What an earlier report found, to compare with what is found in a network now.
 *
 * Nothing is called fixed where an input of then isn't among those of now, by the names they have.
 */
export function earlierReport({ path, inputs, findings }: Baseline, network: Network): Earlier {
  const here = new Set(network.inputs.map((input) => input.path));
  const missing = inputs.filter((input) => !here.has(input));
  const shown =
    missing.length > 3 ? `${missing.slice(0, 3).join(", ")} and ${missing.length - 3} more` : missing.join(", ");
  return {
    by: path,
    findings,
    hasNames: true,
    inputs: new Set(inputs.filter((input) => here.has(input))),
    isAllStillSeen: missing.length === 0 && network.inputs.every(({ unread }) => unread.length === 0),
    notices:
      missing.length === 0
        ? []
        : [{ at: path, message: `judged ${shown}, which is no input now, so nothing is said to be fixed` }],
  };
}

const MAKE_ONE = "make a baseline with: wanproof check <input>... --format json=FILE";

/** What people hand over by mistake. */
function faultOf(json: JsonObject): string | undefined {
  if (json.version === 1 && Array.isArray(json.findings) && typeof json.verdict === "string") {
    return undefined;
  }
  if (typeof json.version === "number" && Array.isArray(json.findings) && typeof json.verdict === "string") {
    return `is a report of version ${json.version}, and only version 1 can be read`;
  }
  if (Array.isArray(json.runs)) {
    return "is a SARIF report, which can't be compared with";
  }
  if (json.format_version !== undefined) {
    return "is a Terraform plan or state, not a report";
  }
  return "is no report of wanproof check";
}

function withoutNulls({
  constructPath,
  source,
  restsOn,
  fingerprint: _,
  ...rest
}: z.infer<typeof Schema.FINDING>): Finding {
  return {
    ...rest,
    ...(constructPath === null ? {} : { constructPath }),
    ...(source === null ? {} : { source }),
    ...(restsOn === null || restsOn === undefined ? {} : { restsOn }),
  };
}

// Loaded where there is a baseline: loading takes some 50 ms.
const theSchema = (): typeof Schema => require("./baseline-schema");
