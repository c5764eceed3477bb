import type { Told } from "../network/facts/called/names";
import type { Phrase } from "../network/facts/called/phrase";
import { Teller } from "../network/facts/called/teller";
import { type Paint, painted, type Style, unpainted } from "../text/colour";
import { plain } from "../text/plain";
import { isNoLongerEncrypted, type RouteChange } from "./changes";
import { type ReadTogether, readTogether } from "./grouped";
import type { RouteOutcome, RoutesReport } from "./report";
import type { Trace } from "./trace";
import { changeText, lossesTogether, some } from "./words";

export interface RoutesTextOptions {
  /** Whether the reader is a terminal that shows colours; default false. */
  readonly colour?: boolean;
  /** Whether to show what happens after each loss, and not only when all tunnels are lost. */
  readonly losses?: boolean;
}

/** Blocks that a person still reads. JSON holds all. */
const MOST = 200;

/** The table for a person: a block for each way that packets go, with its destinations. */
export function routesText(report: RoutesReport, { colour = false, losses = false }: RoutesTextOptions = {}): string {
  const paint = colour ? painted : unpainted;
  const rows = readTogether(report);
  const teller = new Teller();
  const blocks = rows.slice(0, MOST).map((row) => blockOf(row, { paint, teller, losses }));
  return `${[...report.notes.map(plain), ...blocks, ...more(rows.length), countsOf(report)].join("\n\n")}\n`;
}

const STYLES: { readonly [outcome in RouteOutcome]: Style } = {
  encrypted: "pass",
  clear: "error",
  dropped: "warning",
  inside: "pass",
  undecided: "undecided",
};

interface Manner {
  readonly paint: Paint;
  readonly teller: Teller;
  readonly losses: boolean;
}

function blockOf({ route, from, destinations, guarded }: ReadTogether, { paint, teller, losses }: Manner): string {
  const mark = guarded === "none" ? [] : [guarded === "all" ? "protected" : "partly protected"];
  const { outcome, reason, over, alternatives, whenLost } = route;
  const say = (telling: Phrase<Told>) => plain(teller.text(telling));
  const head = [paint(STYLES[outcome], outcome), paint("strong", say(some<Told>(destinations))), ...mark, reason];
  const shown = losses ? whenLost : whenLost.filter(({ lost }) => lost === "all tunnels");
  return [
    head.join("  "),
    `  from ${say(some(from))}`,
    ...(over.length === 0 ? [] : [`  over ${say(some(over))}`]),
    `  ${plain(route.sentence)}`,
    ...alternatives.slice(0, 6).map(({ over: other, whyNot }) => `  not over ${say(other)}: ${plain(whyNot)}`),
    ...(alternatives.length > 6 ? [`  and ${alternatives.length - 6} more routes`] : []),
    ...lossesTogether(shown).map(({ lost, outcome: then }) => `  when lost: ${say(some(lost))}: ${say(then)}`),
  ].join("\n");
}

function more(blocks: number): string[] {
  return blocks > MOST ? [`And ${blocks - MOST} more: --from and --to narrow it down, JSON holds all.`] : [];
}

function countsOf({ routes }: RoutesReport): string {
  const counts = (["encrypted", "clear", "dropped", "undecided"] as const).map(
    (outcome) => `${routes.filter((route) => route.outcome === outcome).length} ${outcome}`,
  );
  return `Routes: ${routes.length} (${counts.join(", ")})`;
}

/** What becomes of one address, step by step, from each place. */
export function tracesText(traces: readonly Trace[], notes: readonly string[]): string {
  const teller = new Teller();
  const say = (telling: Phrase<Told>) => plain(teller.text(telling));
  const blocks = traces.slice(0, MOST).map(({ from, to, steps }) => {
    return [`${say(from)} -> ${plain(to)}`, ...steps.map((step, index) => `  ${index + 1}. ${say(step)}`)].join("\n");
  });
  return `${[...notes.map(plain), ...blocks, ...more(traces.length)].join("\n\n")}\n`;
}

/** What changes path, for a person: what is no longer encrypted comes first. */
export function changesText(changes: readonly RouteChange[], { colour = false }: RoutesTextOptions = {}): string {
  const paint = colour ? painted : unpainted;
  if (changes.length === 0) {
    return "No packet goes another way.\n";
  }
  const teller = new Teller();
  const blocks = changes.slice(0, MOST).map((change) => {
    const mark = isNoLongerEncrypted(change) ? [paint("error", "no longer encrypted")] : [];
    const head = [paint("strong", plain(change.destination)), ...mark].join("  ");
    return [head, `  from ${plain(teller.text(change.place))}`, `  ${plain(teller.text(changeText(change)))}`].join(
      "\n",
    );
  });
  const lost = changes.filter(isNoLongerEncrypted).length;
  const counts = `Changed: ${changes.length}, of which no longer encrypted: ${lost}`;
  return `${[...blocks, ...more(changes.length), counts].join("\n\n")}\n`;
}
