import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../policies/gate";
import { type PlanSize, writePlan } from "./plan";
import { cpuMs, type Row } from "./row";

const MAIN = join(__dirname, "..", "dist", "cli", "main.js");

/** Estates in which some of the resources are of this field, and plans that hold nothing else. */
const SIZES: readonly (PlanSize & { readonly what: string })[] = [
  { what: "estate", resources: 1_000, sites: 30 },
  { what: "estate", resources: 10_000, sites: 100 },
  { what: "estate", resources: 100_000, sites: 300 },
  { what: "all ours", resources: 1_000, sites: 490 },
  { what: "all ours", resources: 10_000, sites: 4_980 },
];

/** `wanproof check` of a plan, beside reading and parsing the same file: in one process, and as commands of their own. */
export function benchPlanCheck(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    return SIZES.flatMap((one) => {
      const file = join(folder, "plan.json");
      const size = `${one.resources} resources, ${one.what}, ${Math.round(writePlan(file, one) / 1e6)} MB`;
      return [inProcess(file, size), ...asCommands(file, size)];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inProcess(file: string, size: string): Row {
  let verdict = "";
  const ours = cpuMs(() => {
    verdict = checkNetwork([file]).verdict;
  }, 3);
  if (verdict !== "pass") {
    throw new Error(`the benchmark's own plan should pass, and is judged ${verdict}`);
  }
  const reference = cpuMs(() => JSON.parse(readFileSync(file, "utf8")), 3);
  return { what: "check of a plan, beside JSON.parse", size, ours, reference, aim: AIM };
}

const AIM = "at most 1.5";
const PARSE = 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))';

/** Elapsed time and peak memory of whole commands; needs a build. */
function asCommands(file: string, size: string): Row[] {
  if (!existsSync(MAIN)) {
    throw new Error("the command is measured on the build: run npm run build first");
  }
  const ours = runOf([MAIN, "check", file]);
  const reference = runOf(["-e", PARSE, file]);
  return [
    { what: "the command (elapsed)", size, ours: ours.elapsed, reference: reference.elapsed, aim: "" },
    {
      what: "the command (peak memory)",
      size,
      ours: ours.peak,
      reference: reference.peak,
      aim: "at most 2.5",
      unit: "MB",
    },
  ];
}

// Written by the process itself when it ends, for there is no other way that works everywhere.
const TELLS_ITS_PEAK = 'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS))';

function runOf(words: readonly string[]): { readonly elapsed: number; readonly peak: number } {
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const preload = `data:text/javascript,${encodeURIComponent(TELLS_ITS_PEAK)}`;
    // A large report goes nowhere: only what it takes to make it counts.
    const { status, stderr } = spawnSync(process.execPath, ["--import", preload, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    const peak = /peak (\d+)$/.exec(stderr)?.[1];
    if (status !== 0 || peak === undefined) {
      throw new Error(`node ${words.join(" ")} ended with ${status}`);
    }
    return { elapsed: performance.now() - start, peak: Number(peak) / 1024 };
  });
  return {
    elapsed: Math.min(...runs.map(({ elapsed }) => elapsed)),
    peak: Math.min(...runs.map(({ peak }) => peak)),
  };
}
