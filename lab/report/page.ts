import { LabError } from "../system/lab-error";
import type { Check } from "../verdict/check";
import { predictedObserved } from "./markdown";

/** A run of a network: its name, and what `wanproof lab --format json` wrote of it. */
export interface NamedRun {
  readonly name: string;
  readonly result: string;
}

const BEGIN = "<!-- predicted and observed: made by scripts/check-lab.sh -->";
const END = "<!-- end -->";

/** A page with the tables of runs between its marks. The same for runs that saw the same. */
export function labPage(page: string, runs: readonly NamedRun[]): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new LabError([`the page has no place for tables, between ${BEGIN} and ${END}`]);
  }
  const tables = runs.map(({ name, result }) => {
    const { built, checks }: { readonly built: string; readonly checks: readonly Check[] } = JSON.parse(result);
    return `### ${name}\n\nBuilt: ${built}.\n\n${predictedObserved(checks)}\n`;
  });
  return `${page.slice(0, begin)}${BEGIN}\n\n${tables.join("\n")}\n${page.slice(end)}`;
}
