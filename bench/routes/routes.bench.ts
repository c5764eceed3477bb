import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Row } from "../row";
import type { EngineFigures } from "./engine.bench";
import { benchLookups } from "./lookups.bench";

/**
 * The route engine: from the network to what becomes of every protected address, with tunnels and without them. Reading
 * the file is no part of it, and has a row of its own; so have the rules that ask about every route.
 */
export function benchRoutes(): Row[] {
  const sizes = [10_000, 100_000, 1_000_000].map((prefixes) => ({
    prefixes,
    figures: inChild("hub", prefixes, prefixes < 1_000_000 ? 5 : 3),
  }));
  const hubs = inChild("hubs", 1_000, 2);
  return [
    ...sizes.flatMap(({ prefixes, figures }) => rowsOf(`${prefixes} prefixes on both paths`, figures)),
    ...linearity(sizes.map(({ figures }) => figures)),
    ...hubRows(hubs),
    ...richRows(),
    ...benchLookups(),
  ];
}

function rowsOf(size: string, figures: EngineFigures): Row[] {
  const { routes, engineMs, readMs, rulesMs, bytesARoute, engineBytesARoute } = figures;
  const perSecond = routes / engineMs / 1_000;
  return [
    { what: "routes: engine", size, ours: engineMs, aim: "" },
    { what: "routes: engine, million routes a second", size, ours: perSecond, unit: "M/s", aim: "above 1" },
    { what: "routes: kept, network and analysis", size, ours: bytesARoute, unit: "B/route", aim: "under 500" },
    { what: "routes: kept, analysis alone", size, ours: engineBytesARoute, unit: "B/route", aim: "" },
    { what: "routes: reading the file", size, ours: readMs, aim: "" },
    { what: "routes: three rules on the analysis", size, ours: rulesMs, aim: "" },
  ];
}

/** What ten times as many routes take. */
function linearity(figures: readonly EngineFigures[]): Row[] {
  return figures.slice(1).map(({ engineMs, routes }, index) => ({
    what: "routes: engine, beside a tenth of it",
    size: `${routes} routes`,
    ours: engineMs,
    reference: figures[index]?.engineMs ?? 0,
    aim: "about 10",
  }));
}

function hubRows({ engineMs, readMs, rulesMs }: EngineFigures): Row[] {
  const size = "100 hubs of 1000 sites";
  return [
    { what: "routes: whole network, engine", size, ours: engineMs, aim: "under 5000 ms" },
    { what: "routes: whole network, reading the file", size, ours: readMs, aim: "" },
    { what: "routes: whole network, three rules", size, ours: rulesMs, aim: "" },
  ];
}

/** Ten hubs with labels, tables, maps and NAT, beside the same hubs and sites without. */
function richRows(): Row[] {
  const size = "10 hubs of 1000 sites";
  const [rich, plain] = [inChild("rich", 1_000, 3), inChild("plain", 1_000, 3)];
  return [
    { what: "routes: labels, maps and NAT, engine", size, ours: rich.engineMs, reference: plain.engineMs, aim: "" },
    { what: "routes: labels, maps and NAT, three rules", size, ours: rich.rulesMs, reference: plain.rulesMs, aim: "" },
  ];
}

const CHILD = join(__dirname, "engine-child.ts");

function inChild(kind: "hub" | "hubs" | "plain" | "rich", size: number, runs: number): EngineFigures {
  const words = ["--expose-gc", "--max-old-space-size=4096", "--import", "tsx", CHILD, kind, `${size}`, `${runs}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`the routes' benchmark ended with ${status}: ${stderr}`);
  }
  const figures: EngineFigures = JSON.parse(stdout);
  return figures;
}
