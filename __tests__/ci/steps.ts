import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Values that expressions are made of: `{ inputs: { plans: "plan.json" } }`. */
export interface Context {
  readonly [name: string]: Context | string | undefined;
}

/** A step of a composite action or of a pipeline template, as far as it runs a shell. */
export interface Step {
  readonly id: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How a step ended. */
export interface StepEnding {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const ROOT = join(__dirname, "../..");

/** A file of this repository in YAML. */
export function yamlFile(path: string): unknown {
  return parse(readFileSync(join(ROOT, path), "utf8"));
}

/** The object of a value; an empty one where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The elements of a value; none where it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The steps that run a shell: `run` in an action, `bash` in a template. */
export function shellSteps(steps: unknown): readonly Step[] {
  return listOf(steps).flatMap((step) => {
    const { id, name, run, bash, env } = objectOf(step);
    const script = run ?? bash;
    const values = Object.entries(objectOf(env)).map(([key, value]): [string, string] => [key, String(value)]);
    return typeof script === "string" ? [{ id: String(id ?? name), run: script, env: Object.fromEntries(values) }] : [];
  });
}

/** Replaces the expressions of a text: names, and `||` between them. */
export function evaluated(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) => {
    const values = expression.split("||").map((name) => told(name.trim(), context));
    return values.find((value) => value !== "") ?? "";
  });
}

function told(name: string, context: Context): string {
  if (!/^[\w-]+(\.[\w-]+)+$/.test(name)) {
    throw new Error(`no name in an expression: ${name}`);
  }
  let current: Context | string | undefined = context;
  for (const part of name.split(".")) {
    current = typeof current === "object" ? current[part] : undefined;
  }
  return typeof current === "string" ? current : "";
}

/** Runs a step as the runner does: its script in a file, with these variables and what PATH holds. */
export function runStep(
  step: Step,
  context: Context,
  { folder, temp, env = {} }: { readonly folder: string; readonly temp: string; readonly env?: NodeJS.ProcessEnv },
): StepEnding {
  mkdirSync(temp, { recursive: true });
  const script = join(temp, `${step.id}.sh`);
  writeFileSync(script, step.run);
  const given = Object.entries(step.env).map(([name, value]): [string, string] => [name, evaluated(value, context)]);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    env: { PATH: process.env.PATH, HOME: temp, ...env, ...Object.fromEntries(given) },
  });
  return { code: status, out: stdout, err: stderr };
}

/** What a step writes to GITHUB_OUTPUT. */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return Object.fromEntries(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}
