import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Complaint } from "../../../text/complaint";
import { isJsonObject, type Json, type JsonObject } from "../../../text/json";
import { isExact } from "../../expression/value";
import { parseHcl } from "../../hcl/parse-hcl";
import { reasonOf } from "../../input/load";
import { type Attribute, UnknownAttribute } from "../../resource";
import { Values } from "./values";

/** A value for a variable of a root module, as somebody gives it. */
export type GivenVariable =
  /** Of a file with variables. */
  | { readonly kind: "value"; readonly value: Attribute }
  /** Of the command line or the environment: text to simple types, and an expression to others. */
  | { readonly kind: "text"; readonly text: string };

/** What is given for the variables of a root module, by their names. */
export type GivenVariables = ReadonlyMap<string, GivenVariable>;

/** What a command line says of variables: `name=value`, or a file of them. */
export type VariableArgument =
  | { readonly kind: "variable"; readonly text: string }
  | { readonly kind: "file"; readonly path: string };

/** What is given for variables, and what is wrong with it. */
export interface FoundVariables {
  readonly given: GivenVariables;
  readonly complaints: readonly Complaint[];
}

const ENVIRONMENT = "TF_VAR_";

/**
 * What is given for the variables of a root module, in the order of Terraform, the last one counts: the environment,
 * `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by their names, and then the arguments.
 */
export function variablesFor(
  folder: string,
  args: readonly VariableArgument[],
  environment: NodeJS.ProcessEnv,
): FoundVariables {
  const complaints: Complaint[] = [];
  const given = new Map<string, GivenVariable>();
  for (const [name, text] of Object.entries(environment)) {
    if (name.startsWith(ENVIRONMENT) && text !== undefined) {
      given.set(name.slice(ENVIRONMENT.length), { kind: "text", text });
    }
  }
  const steps: readonly VariableArgument[] = [
    ...filesIn(folder).map((name): VariableArgument => ({ kind: "file", path: join(folder, name) })),
    ...args,
  ];
  for (const step of steps) {
    if (step.kind === "variable") {
      given.set(nameIn(step.text), { kind: "text", text: step.text.slice(step.text.indexOf("=") + 1) });
      continue;
    }
    const read = readFile(step.path);
    if ("fault" in read) {
      complaints.push({ path: step.path, message: read.fault });
      continue;
    }
    for (const [name, value] of read.values) {
      given.set(name, { kind: "value", value });
    }
  }
  return { given, complaints };
}

/** The name in `name=value`; empty where there is none. */
export function nameIn(text: string): string {
  return text.slice(0, Math.max(text.indexOf("="), 0)).trim();
}

function filesIn(folder: string): readonly string[] {
  const first = ["terraform.tfvars", "terraform.tfvars.json"].filter((name) => existsSync(join(folder, name)));
  const auto = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name))
        .sort()
    : [];
  return [...first, ...auto];
}

type ReadFile = { readonly values: ReadonlyMap<string, Attribute> } | { readonly fault: string };

function readFile(path: string): ReadFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    return { fault: reasonOf(error) };
  }
  return path.endsWith(".json") ? literals(text) : expressions(path, text);
}

/** In JSON no expressions are worked out. */
function literals(text: string): ReadFile {
  try {
    const json: Json = JSON.parse(text);
    return isJsonObject(json)
      ? { values: new Map(Object.entries(json).map(([name, value]) => [name, literal(value)])) }
      : { fault: "is no JSON object of variables" };
  } catch {
    return { fault: "can't be read as JSON" };
  }
}

function literal(json: Json): Attribute {
  if (Array.isArray(json)) {
    return json.map(literal);
  }
  if (typeof json === "number" && !isExact(json)) {
    return UNTOLD;
  }
  return isJsonObject(json)
    ? Object.fromEntries(Object.entries(json).map(([name, inner]) => [name, literal(inner)]))
    : json;
}

function expressions(name: string, text: string): ReadFile {
  const [parsed] = parseHcl([{ name, text }]);
  if (parsed === undefined || "fault" in parsed) {
    return { fault: parsed?.fault ?? "can't be read as HCL" };
  }
  return { values: valuesOf(parsed.json) };
}

/** Files with variables hold no names of anything. */
function valuesOf(json: JsonObject): ReadonlyMap<string, Attribute> {
  const values = new Values({ outside: (steps) => ({ value: UNTOLD, used: steps.length }), into: () => UNTOLD });
  return new Map(Object.entries(json).map(([name, value]) => [name, values.value(value, `var.${name}`)]));
}

const UNTOLD = new UnknownAttribute({ decidedBy: ["var"] });
