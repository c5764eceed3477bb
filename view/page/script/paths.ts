import { matchesIn, rangeOf } from "../addresses";
import type { PageData, PageRow } from "../page-data";
import { byId, fieldValue, make, signed } from "./elements";
import { flowOf, rowsOf } from "./flows";

/** The table of paths: what is asked for of the answers that the page holds, and nothing worked out anew. */
export class Paths {
  private loss: number | undefined;
  private most = FIRST;

  constructor(private readonly data: PageData) {
    byId("search").addEventListener("input", () => this.renew());
    byId("outcome").addEventListener("change", () => this.renew());
    byId("more").addEventListener("click", () => {
      this.most += FIRST;
      this.draw();
    });
    byId("search-form").addEventListener("submit", (event) => event.preventDefault());
  }

  /** Shows the answers while something is lost. */
  when(loss: number | undefined): void {
    this.loss = loss;
    this.draw();
  }

  private renew(): void {
    this.most = FIRST;
    this.draw();
  }

  private draw(): void {
    const typed = fieldValue("search").trim();
    const range = rangeOf(typed);
    const wanted = fieldValue("outcome");
    const found = rowsOf(this.data)
      .map((row) => ({ row, to: range === undefined ? row.to : matchesIn(row.to, range) }))
      .filter(({ row, to }) => to.length > 0 && this.isOutcome(row, wanted) && this.isNamed(row, typed, range));
    byId("rows").replaceChildren(...found.slice(0, this.most).map(({ row, to }) => this.line(row, to)));
    byId("more").hidden = found.length <= this.most;
    byId("found").textContent = foundText(found.length, typed);
  }

  private isOutcome(row: PageRow, wanted: string): boolean {
    const { outcome } = flowOf(this.data, row, this.loss);
    return wanted === "" || outcome === wanted || (wanted === "leak" && outcome === "clear" && row.isGuarded);
  }

  /** What is no address is looked for among names of places and ways. */
  private isNamed(row: PageRow, typed: string, range: object | undefined): boolean {
    if (typed === "" || range !== undefined) {
      return true;
    }
    const names = [...this.from(row), ...row.over.map((way) => this.data.ways[way]?.name ?? ""), row.reason, ...row.to];
    return names.some((name) => name.toLowerCase().includes(typed.toLowerCase()));
  }

  private line(row: PageRow, to: readonly string[]): HTMLElement {
    const now = flowOf(this.data, row, this.loss);
    const state = now.outcome === "clear" && !row.isGuarded ? "unprotected" : now.outcome;
    const word = state === "unprotected" ? "clear" : now.outcome;
    const line = make(
      "tr",
      now.outcome === row.outcome ? "" : "changed",
      cell("Outcome", signed(state, row.isGuarded ? `${word}, protected` : word)),
      cell("To", some(to)),
      cell("From", `${row.isBack ? "site: " : ""}${some(this.from(row))}`),
      cell("Over", some(now.over.map((way) => this.wayName(Number(way))))),
      cell("Why", this.why(row)),
    );
    return line;
  }

  private why(row: PageRow): HTMLElement {
    const { others: ways = [], lost: losses = [] } = this.data.besides[row.beside] ?? {};
    const others = ways.map(([way, text]) =>
      make("li", "", `not over ${this.wayName(way)}: ${this.data.texts[text] ?? ""}`),
    );
    const lost = losses.map(([loss, outcome, over]) =>
      make(
        "li",
        "",
        `when lost: ${this.data.losses[loss] ?? ""}: `,
        signed(outcome, outcome),
        over.length === 0 ? "" : ` over ${some(over.map((way) => this.wayName(way)))}`,
      ),
    );
    const details = make(
      "details",
      "",
      make("summary", "", row.reason),
      make("p", "", this.data.texts[row.text] ?? ""),
    );
    if (others.length + lost.length > 0) {
      details.append(make("ul", "plain", ...others, ...lost));
    }
    return details;
  }

  private from(row: PageRow): string[] {
    return (this.data.origins[row.from] ?? []).map((place) => this.data.places[place]?.name ?? "");
  }

  private wayName(way: number): string {
    return this.data.ways[way]?.name ?? "";
  }
}

const FIRST = 50;

function cell(label: string, ...content: readonly (string | Node)[]): HTMLElement {
  const made = make("td", "", ...content);
  made.setAttribute("data-label", label);
  return made;
}

/** The first few words. Those that hold a comma are parted by semicolons. */
function some(words: readonly string[]): string {
  const left = words.length - 6;
  const shown = words.slice(0, 6).join(words.some((word) => word.includes(", ")) ? "; " : ", ");
  return left > 0 ? `${shown} and ${left} more` : shown;
}

function foundText(found: number, typed: string): string {
  if (found === 0) {
    return typed === ""
      ? "There are no answers."
      : `No answer on this page holds ${typed}; wanproof routes --to asks the engine.`;
  }
  return found === 1 ? "1 group of answers" : `${found} groups of answers`;
}
