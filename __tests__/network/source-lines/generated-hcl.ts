import fc from "fast-check";

/** A block of HCL, as it is written and as it must be found. */
export interface GeneratedBlock {
  readonly name: string;
  readonly labels: readonly string[];
  readonly parts: readonly GeneratedPart[];
}

export interface GeneratedAttribute {
  readonly name: string;
  readonly expression: string;
  readonly comment: string;
}

export type GeneratedPart = GeneratedBlock | GeneratedAttribute;

/** What a file holds: text, and where every name in it must be found. */
export interface Written {
  readonly text: string;
  /** `azurerm_a.r0/b_x/a_y` and its line, for every block and attribute, in order. */
  readonly lines: readonly string[];
}

const quotedText = fc
  .array(
    fc.constantFrom(
      "plain",
      " ",
      "}",
      "{",
      "#",
      "//",
      "/*",
      "<<EOT",
      '\\"',
      "\\\\",
      "$${",
      "%%{",
      "$ ",
      "% ",
      "'",
      "é",
      "\\u00e9",
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const heredocLine = fc.constantFrom(
  "",
  "plain",
  "}",
  "{",
  '"',
  "# no comment",
  "EOT2",
  "x EOT",
  "/*",
  "$${a}",
  "\\",
  "<<EOT",
  "[",
);

const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom(
      "1",
      "true",
      "null",
      "var.a",
      "azurerm_x.y.z[0].id",
      "a.*.b",
      "-1.5e3",
      "var.a == 1 ? 2 : 3",
      "1 / 2",
    ),
    quotedText.map((text) => `"${text}"`),
    fc.tuple(quotedText, tie("any"), quotedText).map(([a, inner, b]) => `"${a} \${${inner}} ${b}"`),
    fc.array(tie("any"), { maxLength: 3 }).map((all) => `[${all.map((one) => `\n  ${one}, # }\n`).join("")}]`),
    fc.array(tie("any"), { maxLength: 3 }).map((all) => `{${all.map((one, i) => `\n  k${i} = ${one}\n`).join("")}}`),
    tie("any").map((one) => `(\n${one}\n)`),
    tie("any").map((one) => `f(/* ) */ ${one})`),
    tie("any").map((one) => `[for k, v in var.a : ${one} if v != null]`),
    fc
      .tuple(fc.boolean(), fc.array(heredocLine, { maxLength: 4 }))
      .map(
        ([indented, lines]) => `f(<<${indented ? "-" : ""}EOT\n${lines.map((line) => `${line}\n`).join("")}  EOT\n)`,
      ),
  ),
})).any;

const comment = fc.constantFrom("", " # } {", ' // "', " /* { */");
const attribute = fc.record({ name: fc.constantFrom("a_x", "a_y", "a_z-1"), expression, comment });

function block(depth: number): fc.Arbitrary<GeneratedBlock> {
  const part: fc.Arbitrary<GeneratedPart> = depth === 0 ? attribute : fc.oneof(attribute, block(depth - 1));
  return fc.record({
    name: fc.constantFrom("b_x", "b_y"),
    labels: fc.constant([]),
    parts: fc.uniqueArray(part, { maxLength: 4, selector: (one) => ("expression" in one ? one.name : {}) }),
  });
}

/** Resources with blocks and attributes that are hard to scan. */
export const generatedResources: fc.Arbitrary<readonly GeneratedBlock[]> = fc
  .array(block(2), { maxLength: 4 })
  .map((blocks) => blocks.map(({ parts }, index) => ({ name: "resource", labels: ["azurerm_a", `r${index}`], parts })));

/** Writes blocks as HCL. */
export function writtenHcl(blocks: readonly GeneratedBlock[], lineEnd: string): Written {
  const out = { text: "", lines: [] as string[] };
  for (const one of blocks) {
    writeBlock(one, "", out);
  }
  return { text: out.text.replaceAll("\n", lineEnd), lines: out.lines };
}

function writeBlock(one: GeneratedBlock, around: string, out: { text: string; lines: string[] }): void {
  const path = `${around}${one.labels.length > 0 ? one.labels.join(".") : one.name}`;
  out.text += '\n/* resource "no" "no" {\n */ ';
  out.lines.push(`${path}:${lineOf(out.text)}`);
  out.text += `${[one.name, ...one.labels.map((label) => `"${label}"`)].join(" ")} {\n`;
  for (const part of one.parts) {
    if ("expression" in part) {
      out.lines.push(`${path}/${part.name}:${lineOf(out.text)}`);
      out.text += `${part.name} = ${part.expression}${part.comment}\n`;
    } else {
      writeBlock(part, `${path}/`, out);
    }
  }
  out.text += "}\n";
}

function lineOf(text: string): number {
  return text.split("\n").length;
}
