import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Network } from "../../network/network";
import { readNetwork } from "../../network/read/read-network";
import { defaultRouteNotLearned } from "../../policies/rules/default-route-not-learned";
import { encryptedToOnprem } from "../../policies/rules/encrypted-to-onprem";
import { failsClosed } from "../../policies/rules/fails-closed";
import { towardsOnPremises } from "../../routes/to-onprem";
import { cpuMs } from "../row";

/** What one configuration takes. */
export interface EngineFigures {
  /** Two for each prefix that comes over both paths. */
  readonly routes: number;
  /** From the file to the network, milliseconds of CPU time. */
  readonly readMs: number;
  /** From the network to what becomes of every protected address, today and without tunnels. */
  readonly engineMs: number;
  /** The three rules that ask about every route, on the analysis that they share. */
  readonly rulesMs: number;
  /** Kept in memory for the network and its analysis together, of every route. */
  readonly bytesARoute: number;
  /** The same of the analysis alone. */
  readonly engineBytesARoute: number;
}

/** Runs once with a configuration; `--expose-gc` is needed for what stays in memory. */
export function engineFigures(configuration: object, runs: number): EngineFigures {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    const file = join(folder, "bench.tf.json");
    writeFileSync(file, JSON.stringify(configuration));
    return measured(file, routesIn(configuration), runs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(file: string, routes: number, runs: number): EngineFigures {
  const empty = keptBytes();
  let read: Network | undefined;
  const readMs = cpuMs(() => {
    read = readNetwork([file]);
  }, 1);
  if (read === undefined) {
    throw new Error("nothing was read");
  }
  const network: Network = read;
  const withNetwork = keptBytes();
  const analysis = towardsOnPremises(network);
  const withAnalysis = keptBytes();
  if (analysis.every(({ alike }) => alike.length === 0)) {
    throw new Error("the benchmark's own configuration should have something to protect");
  }
  const rules = [encryptedToOnprem, failsClosed, defaultRouteNotLearned];
  return {
    routes,
    readMs,
    // A network is analysed once; a copy of its outermost object is another one.
    engineMs: cpuMs(() => towardsOnPremises({ ...network }), runs),
    rulesMs: cpuMs(() => rules.map((rule) => [...rule.judge(network)].length), 1),
    bytesARoute: (withAnalysis - empty) / routes,
    engineBytesARoute: (withAnalysis - withNetwork) / routes,
  };
}

function keptBytes(): number {
  if (global.gc === undefined) {
    throw new Error("what stays in memory is measured with --expose-gc");
  }
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Advertised prefixes, on either path. */
function routesIn(configuration: object): number {
  const lists = JSON.stringify(configuration).match(/"advertises":\[[^\]]*\]/g) ?? [];
  return lists.reduce((sum, list) => sum + list.split("/").length - 1, 0);
}
