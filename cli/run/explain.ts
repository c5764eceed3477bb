import { catalogueMarkdown, ruleMarkdown } from "../../policies/report/rule-page/markdown";
import { catalogueText, ruleText } from "../../policies/report/rule-page/text";
import { EVERY_RULE } from "../../policies/rules/observed/catalogue";
import { type Paint, painted, unpainted } from "../../text/colour";
import { nearestTo } from "../../text/nearest";
import { showsColour } from "../terminal";

/** What `wanproof explain` is asked for. */
export interface ExplainFlags {
  readonly format: "text" | "markdown";
}

/** Prints the page of a rule, or all rules. */
export function explain(id: string | undefined, { format }: ExplainFlags): void {
  if (id === undefined) {
    const all = format === "text" ? catalogueText(EVERY_RULE, paint()) : catalogueMarkdown(EVERY_RULE, code);
    process.stdout.write(all);
    return;
  }
  const rule = EVERY_RULE.find((one) => one.id === id.toLowerCase());
  if (rule === undefined) {
    throw new NoSuchRule(
      id,
      idsLike(
        id,
        EVERY_RULE.map((one) => one.id),
      ),
    );
  }
  process.stdout.write(format === "text" ? ruleText(rule, paint()) : ruleMarkdown(rule));
}

/** The person asks for a rule that there isn't. */
class NoSuchRule extends Error {
  readonly complaints: readonly string[];

  constructor(id: string, like: readonly string[]) {
    const hint = like.length > 0 ? `did you mean ${like.join(" or ")}?` : "wanproof explain lists all rules";
    super(`there is no rule ${JSON.stringify(id)}; ${hint}`);
    this.name = "NoSuchRule";
    this.complaints = [this.message];
  }
}

/** What may have been meant: ids that are misspelt so, or that hold what was written. */
function idsLike(written: string, ids: readonly string[]): string[] {
  const part = written.toLowerCase();
  const holding = ids.filter((id) => part.length > 2 && id.includes(part));
  return [...new Set([...nearestTo(written, ids), ...holding])];
}

function paint(): Paint {
  return showsColour(process.stdout) ? painted : unpainted;
}

function code(id: string): string {
  return `\`${id}\``;
}
