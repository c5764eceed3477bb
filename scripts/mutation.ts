import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Mutant, MutantResult, PartialStrykerOptions } from "@stryker-mutator/api/core" with {
  "resolution-mode": "import",
};
import type { Logger } from "@stryker-mutator/api/logging" with { "resolution-mode": "import" };

// Tests the tests: makes single edits in the engine and the rules, one at a time, and counts those that their own tests
// notice. Usage: npm run mutation -- [SEED] [HOW MANY] [FOLDER OR FILE ...]. Ends with 1 where fewer than 90 % are.

const ROOT = join(__dirname, "..");
const [seed = String(Date.now() % 1_000_000), wanted = "100", ...named] = process.argv.slice(2);
const PLACES = named.length > 0 ? named : ["routes", "paths", "policies/rules"];
const LEAST = 0.9;

/** What people read, and data, are no logic: snapshots and the tests of examples hold those. */
const NOT_LOGIC = [
  "ArrayDeclaration",
  "BlockStatement",
  "ObjectLiteral",
  "OptionalChaining",
  "Regex",
  "StringLiteral",
] as const;

/** Reads sources only; every complaint of it comes again when the edits are made. */
const nothing = (): void => {};
const no = (): boolean => false;
const SILENT: Logger = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

void main();

async function main(): Promise<void> {
  const edits = await editsIn(PLACES.flatMap(sourcesIn));
  const drawn = drawnFrom(edits);
  console.log(`Seed ${seed}: ${drawn.edits} of ${edits.length} single edits in ${PLACES.join(", ")}`);
  const { Stryker } = await import("@stryker-mutator/core");
  const results = await new Stryker(optionsFor(drawn.ranges)).runMutationTest();
  process.exitCode = report(results);
}

function sourcesIn(place: string): string[] {
  if (place.endsWith(".ts")) {
    return [place];
  }
  // The examples of the rules are texts.
  return readdirSync(join(ROOT, place), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("examples/"))
    .map((file) => `${place}/${file}`)
    .sort();
}

/** Every single edit that there is. */
async function editsIn(names: readonly string[]): Promise<readonly Mutant[]> {
  const { Instrumenter } = await import("@stryker-mutator/instrumenter");
  const files = names.map((name) => ({ name, content: readFileSync(join(ROOT, name), "utf8"), mutate: true }));
  const options = { plugins: null, excludedMutations: [...NOT_LOGIC], ignorers: [] };
  const { mutants } = await new Instrumenter(SILENT).instrument(files, options);
  // Those that are left out have a status from the start.
  return mutants.filter(({ status }) => status === undefined);
}

/** Ranges of files, drawn by the seed, until they hold as many edits as are wanted: one may hold others. */
function drawnFrom(edits: readonly Mutant[]): { readonly ranges: readonly string[]; readonly edits: number } {
  const random = randomBy(Number(seed));
  const left = [...edits];
  const ranges: string[] = [];
  const taken = new Set<Mutant>();
  while (taken.size < Number(wanted) && left.length > 0) {
    const [edit] = left.splice(Math.floor(random() * left.length), 1);
    if (edit !== undefined && !taken.has(edit)) {
      ranges.push(rangeOf(edit));
      for (const other of edits.filter((one) => lies(one, edit))) {
        taken.add(other);
      }
    }
  }
  return { ranges, edits: taken.size };
}

function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

function lies(one: Mutant, inside: Mutant): boolean {
  const [inner, outer] = [one.location, inside.location];
  return one.fileName === inside.fileName && !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

interface Point {
  readonly line: number;
  readonly column: number;
}

function isBefore(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** The same numbers from 0 to 1 for one seed (mulberry32). */
function randomBy(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function optionsFor(ranges: readonly string[]): PartialStrykerOptions {
  return {
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    jest: { projectType: "custom", configFile: "jest.mutation.js", enableFindRelatedTests: true },
    coverageAnalysis: "perTest",
    concurrency: 2,
    timeoutMS: 60_000,
    mutate: [...ranges],
    mutator: { plugins: null, excludedMutations: [...NOT_LOGIC] },
    ignorePatterns: ["/dist", "/docs", "/examples", "/bench", "/cdktf.out"],
    // The configuration isn't rewritten for the copy: TypeScript 7 has no interface for that, and tests don't read it.
    tsconfigFile: "no-tsconfig.json",
    reporters: ["progress-append-only"],
    tempDirName: ".mutation",
    allowConsoleColors: false,
  };
}

/** Prints the survivors and the share that was noticed; the exit code. */
function report(results: readonly MutantResult[]): number {
  const judged = results.filter(({ status }) => status !== "CompileError" && status !== "Ignored");
  const survivors = judged.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  for (const { fileName, location, mutatorName, replacement, status } of survivors) {
    const { line, column } = location.start;
    console.log(`${relative(ROOT, fileName)}:${line}:${column + 1} ${mutatorName} -> ${replacement} (${status})`);
  }
  const share = judged.length === 0 ? 0 : (judged.length - survivors.length) / judged.length;
  const noticed = `${judged.length - survivors.length} of ${judged.length} edits noticed`;
  console.log(`Seed ${seed}: ${noticed}, ${(share * 100).toFixed(0)} %, at least ${LEAST * 100} % wanted`);
  return share >= LEAST ? 0 : 1;
}
