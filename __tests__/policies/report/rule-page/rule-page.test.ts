import { parseConfig } from "../../../../policies/config/parse-config";
import { KNOWN_RULES } from "../../../../policies/config/read-config";
import { ruleBodyMarkdown, ruleMarkdown } from "../../../../policies/report/rule-page/markdown";
import { rulePage } from "../../../../policies/report/rule-page/page";
import { catalogueText, ruleText } from "../../../../policies/report/rule-page/text";
import { RULES } from "../../../../policies/rules/catalogue";
import { always } from "../../../../policies/rules/examples/example";
import { EXAMPLE, ruleThat } from "../../judge/samples";

const SAMPLE = ruleThat(() => [], { what: "sample_value is set.", undecided: "Where nobody says." });

test("a page says what must hold, why, what leaves it open, the wrong and the right form, and how to suppress", () => {
  expect(ruleMarkdown(SAMPLE)).toBe(`# sample-rule

Level: error. Section: BGP.

## What must hold

\`sample_value\` is set.

## Why

They are samples.

[The page that it comes from](https://learn.microsoft.com/sample)

## When it is undecided

Where nobody says. Where a value that decides it is unknown; the report names that value.

## In Terraform

Wrong:

\`\`\`hcl
wrong = true
\`\`\`

Right:

\`\`\`hcl
wrong = false
\`\`\`

## In network.yaml

The wrong form can't be written. Samples are never wrong.

## Suppress one finding

In \`wanproof.yaml\`, with the address that the finding names. Address, reason and expiry date are required.

\`\`\`yaml
version: 1
suppressions:
  - rule: sample-rule
    address: "azurerm_vpn_site.hq"
    reason: "Accepted until the new circuit is in service, ticket NET-1234."
    expires: 2027-03-31
\`\`\`
`);
});

test("a place that shows the title gets the page without it", () => {
  expect(`# sample-rule\n\n${ruleBodyMarkdown(SAMPLE)}`).toBe(ruleMarkdown(SAMPLE));
});

describe("the part on Terraform", () => {
  const terraformOf = (example: Partial<typeof EXAMPLE>) => {
    const blocks = rulePage({ ...SAMPLE, example: { ...EXAMPLE, ...example } });
    const texts = blocks.map(({ text }) => text);
    return texts.slice(texts.indexOf("In Terraform") + 1, texts.indexOf("In network.yaml"));
  };
  const DIFFERENT = { wrong: "\nprotected: []\n", right: "\nprotected: [10.0.1.0/24]\n" };

  test("shows Terraform once where the intent makes the difference", () => {
    expect(terraformOf({ hcl: always("\nsame = true\n"), intent: DIFFERENT })).toEqual([
      "same = true",
      "Wrong, with this intent:",
      "protected: []",
      "Right, with this intent:",
      "protected: [10.0.1.0/24]",
    ]);
  });

  test("shows the intent once where Terraform makes the difference", () => {
    expect(terraformOf({ intent: always("\nprotected: []\n") })).toEqual([
      "Wrong:",
      "wrong = true",
      "Right:",
      "wrong = false",
      "Both with this intent:",
      "protected: []",
    ]);
  });
});

test("on a terminal the page has its prose in short lines, and its code as it is", () => {
  const why = "It is so. ".repeat(12).trim();
  const text = ruleText({ ...SAMPLE, why });
  const line = "  It is so. It is so. It is so. It is so. It is so. It is so. It is so. It is so. It is so. It is so.";
  expect(text).toContain(`Why\n\n${line.slice(0, -1 - "so.".length)}\n  so. It is so. It is so.\n\n`);
  expect(text).toContain("\n  Wrong:\n\n      wrong = true\n\n");
});

test("colour is on titles only, and only where it is asked for", () => {
  const inMarks = ruleText(SAMPLE, (style, text) => `<${style}: ${text}>`);
  expect(inMarks.match(/<.*?>/g)).toEqual([
    "<strong: sample-rule>",
    "<strong: What must hold>",
    "<strong: Why>",
    "<strong: When it is undecided>",
    "<strong: In Terraform>",
    "<strong: In network.yaml>",
    "<strong: Suppress one finding>",
  ]);
  expect(ruleText(SAMPLE)).toBe(inMarks.replace(/<strong: (.*?)>/g, "$1"));
});

test("the list names each rule once, under its section", () => {
  const other = ruleThat(() => [], { id: "other", level: "warning", section: "Tunnel", what: "Others hold." });
  expect(catalogueText([SAMPLE, other])).toBe(`BGP
  sample-rule  error    sample_value is set.

Tunnel
  other        warning  Others hold.

The page of one: wanproof explain <id>
`);
});

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("the page of $id", ({ id, rule }) => {
  const blocks = rulePage(rule);

  test("shows a suppression that the configuration takes", () => {
    const text = blocks.at(-1)?.text ?? "";
    const config = parseConfig({
      name: "wanproof.yaml",
      text,
      fromFolder: (path) => path,
      rules: KNOWN_RULES,
      today: "2026-11-23",
    });
    expect(config.notices).toEqual([]);
    expect(config.suppressions).toEqual([expect.objectContaining({ rule: id })]);
  });

  test("has prose that means nothing else in Markdown, and no empty part", () => {
    const prose = blocks.filter(({ kind }) => kind === "paragraph").map(({ text }) => text);
    expect(prose.filter((text) => /[*<>|\\`[\]]/.test(text))).toEqual([]);
    expect(blocks.filter(({ text }) => text.trim() === "")).toEqual([]);
  });

  test("fits where code scanning shows it", () => {
    expect(ruleBodyMarkdown(rule).length).toBeLessThan(5000);
  });
});
