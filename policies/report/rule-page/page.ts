import { EXAMPLES } from "../../rules/examples/catalogue";
import type { Example } from "../../rules/examples/example";
import type { RuleEntry } from "../report";

/** A part of a page, in reading order. Texts are plain: each format marks them up itself. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly language: "hcl" | "yaml"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

/**
 * The page of a rule without its title: what must hold, why, what leaves it open, the rule broken and kept in Terraform
 * and in `network.yaml`, and how one finding is suppressed. The one source of `docs/rules`, `wanproof explain` and SARIF.
 */
export function rulePage(rule: RuleEntry): readonly Block[] {
  const { id, example = EXAMPLES[id] } = rule;
  return [
    paragraph(`Level: ${rule.level}. Section: ${rule.section}.`),
    heading("What must hold"),
    paragraph(rule.what),
    heading("Why"),
    paragraph(rule.why),
    { kind: "link", text: "The page that it comes from", to: rule.page },
    heading("When it is undecided"),
    paragraph([rule.undecided, ALWAYS_OPEN].filter((text) => text !== undefined).join(" ")),
    ...(example === undefined ? [] : shown(example)),
    heading("Suppress one finding"),
    paragraph(
      "In wanproof.yaml, with the address that the finding names. Address, reason and expiry date are required.",
    ),
    code("yaml", suppression(id, example?.address ?? "ADDRESS")),
  ];
}

const ALWAYS_OPEN = "Where a value that decides it is unknown; the report names that value.";

function shown(example: Example): Block[] {
  return [heading("In Terraform"), ...terraform(example), heading("In network.yaml"), ...networkYaml(example)];
}

function terraform({ before, hcl, intent }: Example): Block[] {
  if (intent === undefined) {
    return [...(before === undefined ? [] : thereBefore("hcl", before.hcl)), ...wrongAndRight("hcl", hcl)];
  }
  if (hcl.wrong === hcl.right) {
    return [
      code("hcl", hcl.right),
      paragraph("Wrong, with this intent:"),
      code("yaml", intent.wrong),
      paragraph("Right, with this intent:"),
      code("yaml", intent.right),
    ];
  }
  return [...wrongAndRight("hcl", hcl), paragraph("Both with this intent:"), code("yaml", intent.right)];
}

function networkYaml({ before, yaml }: Example): Block[] {
  if ("wrong" in yaml) {
    return [...(before === undefined ? [] : thereBefore("yaml", before.yaml)), ...wrongAndRight("yaml", yaml)];
  }
  const { cannot, right } = yaml;
  const unwritable = paragraph(`The wrong form can't be written. ${cannot}`);
  return right === undefined ? [unwritable] : [unwritable, paragraph("Right:"), code("yaml", right)];
}

function thereBefore(language: "hcl" | "yaml", text: string): Block[] {
  return [paragraph("There already:"), code(language, text)];
}

function wrongAndRight(language: "hcl" | "yaml", { wrong, right }: { readonly wrong: string; readonly right: string }) {
  return [paragraph("Wrong:"), code(language, wrong), paragraph("Right:"), code(language, right)];
}

function suppression(id: string, address: string): string {
  return `
version: 1
suppressions:
  - rule: ${id}
    address: "${address}"
    reason: "Accepted until the new circuit is in service, ticket NET-1234."
    expires: 2027-03-31
`;
}

function heading(text: string): Block {
  return { kind: "heading", text };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function code(language: "hcl" | "yaml", text: string): Block {
  return { kind: "code", language, text: text.replace(/^\n|\n$/g, "") };
}
