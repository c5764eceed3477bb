import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkToShow } from "../policies/gate";
import { corporateNetwork } from "../scripts/corporate-network";
import { loadLayout } from "../view/dot/layout";
import { viewOf } from "../view/view";
import { manyHubs } from "./routes/configurations";
import type { Row } from "./row";

const SIZES = [
  { size: "3 hubs, 40 sites", made: () => corporateNetwork({ hubs: 3, sites: 40 }), aim: "under 1 s" },
  { size: "100 hubs, 1000 sites", made: () => manyHubs(100, 10), aim: "under 4 s" },
];

/** The page of a network that is read and judged already: how long it takes, and how large it is. */
export async function benchView(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  await loadLayout();
  try {
    const rows: Row[] = [];
    for (const { size, made, aim } of SIZES) {
      const file = join(folder, "network.tf.json");
      writeFileSync(file, JSON.stringify(made()));
      const { report, networks } = checkToShow([file]);
      const seen = { report, ...networks() };
      const start = process.cpuUsage();
      const page = await viewOf(seen, "html");
      const { user, system } = process.cpuUsage(start);
      rows.push({ what: "view, as a page", size, ours: (user + system) / 1000, aim });
      rows.push({ what: "view, size of the page", size, ours: page.length / 1000, unit: "kB", aim: "under 2000 kB" });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
