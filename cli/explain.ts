import { type Command, Option } from "commander";
import type * as Markdown from "../policies/report/rule-page/markdown";
import type * as Text from "../policies/report/rule-page/text";
import type * as Catalogue from "../policies/rules/catalogue";
import type * as Colour from "../text/colour";
import type { Paint } from "../text/colour";
import type * as Nearest from "../text/nearest";
import { showsColour } from "./terminal";

interface ExplainFlags {
  readonly format: "text" | "markdown";
}

/** `wanproof explain`: the page of a rule, or the list of all. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("say what a rule wants, and why")
    .description(
      "Prints the page of a rule: what must hold, why, and the rule broken and kept. Without an id, all rules.",
    )
    .argument("[id]", "the rule, as findings name it")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "markdown"]).default("text"))
    .addHelpText("after", "\nExit codes: 0 printed, 2 there is no such rule.")
    .action(explain);
}

function explain(id: string | undefined, { format }: ExplainFlags): void {
  const { RULES } = theRules();
  if (id === undefined) {
    const all =
      format === "text" ? theText().catalogueText(RULES, paint()) : theMarkdown().catalogueMarkdown(RULES, code);
    process.stdout.write(all);
    return;
  }
  const rule = RULES.find((one) => one.id === id.toLowerCase());
  if (rule === undefined) {
    throw new NoSuchRule(
      id,
      idsLike(
        id,
        RULES.map((one) => one.id),
      ),
    );
  }
  process.stdout.write(format === "text" ? theText().ruleText(rule, paint()) : theMarkdown().ruleMarkdown(rule));
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
  return [...new Set([...theNames().nearestTo(written, ids), ...holding])];
}

function paint(): Paint {
  return showsColour(process.stdout) ? theColour().painted : theColour().unpainted;
}

function code(id: string): string {
  return `\`${id}\``;
}

const theRules = (): typeof Catalogue => require("../policies/rules/catalogue");
const theText = (): typeof Text => require("../policies/report/rule-page/text");
const theMarkdown = (): typeof Markdown => require("../policies/report/rule-page/markdown");
const theNames = (): typeof Nearest => require("../text/nearest");
const theColour = (): typeof Colour => require("../text/colour");
