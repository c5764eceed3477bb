import { parse } from "@cdktn/hcl2json";
import fc from "fast-check";
import { scanHcl } from "../../../network/source-lines/scan-hcl";
import { scanJson } from "../../../network/source-lines/scan-json";
import type { WrittenBlock } from "../../../network/source-lines/written";
import { generatedResources, writtenHcl } from "./generated-hcl";

/** Every block and attribute with its line, in the order of the file. */
function linesOf(blocks: readonly WrittenBlock[], around = ""): string[] {
  return blocks.flatMap((block) => {
    const path = `${around}${block.labels.length > 0 ? block.labels.join(".") : block.name}`;
    const inside = block.parts.flatMap((part) =>
      part.kind === "block" ? linesOf([part], `${path}/`) : [`${path}/${part.name}:${part.source.line}`],
    );
    return [`${path}:${block.source.line}`, ...inside];
  });
}

const found = (text: string) => linesOf(scanHcl(text, "main.tf") ?? []);

describe("HCL is scanned for blocks and attributes", () => {
  test("every block and attribute is found at its line, whatever stands in expressions", () => {
    fc.assert(
      fc.property(generatedResources, fc.constantFrom("\n", "\r\n"), (blocks, lineEnd) => {
        const { text, lines } = writtenHcl(blocks, lineEnd);
        expect(found(text)).toEqual(lines);
      }),
      { numRuns: 300 },
    );
  });

  test("Terraform's own parser finds the same names", async () => {
    await fc.assert(
      fc.asyncProperty(generatedResources, async (blocks) => {
        const { text } = writtenHcl(blocks, "\n");
        const parsed: unknown = await parse("main.tf", text);
        expect(countsIn(scanHcl(text, "main.tf") ?? [])).toEqual(countsOfJson(parsed));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [
      "a block on one line",
      'variable "x" { type = string }\nmodule "m" { source = "./m" }',
      ["x:1", "x/type:1", "m:2", "m/source:2"],
    ],
    ["an empty block", 'resource "t" "n" {}\noutput "o" {\n}', ["t.n:1", "o:2"]],
    ["labels without quotes", "resource t n {\n}\n", ["t.n:1"]],
    [
      "a heredoc with an interpolation over lines",
      'locals {\n  a = <<-EOT\n    ${join("}", [\n      "{"\n    ])} x\n    EOT\n  b = 1\n}\n',
      ["locals:1", "locals/a:2", "locals/b:7"],
    ],
    ["a heredoc at the very end", "locals {\n  a = <<EOT\nEOT\n}", ["locals:1", "locals/a:2"]],
    [
      "templates with directives",
      'locals {\n  a = "%{ if true }}%{ else }{%{ endif ~}"\n  b = 2\n}',
      ["locals:1", "locals/a:2", "locals/b:3"],
    ],
    [
      "texts inside interpolations inside texts",
      'locals {\n  a = "${f("${g("}")}")}"\n  b = 2\n}',
      ["locals:1", "locals/a:2", "locals/b:3"],
    ],
    [
      "an escaped interpolation",
      'locals {\n  a = "$${"\n  b = "%%{"\n  c = 3\n}',
      ["locals:1", "locals/a:2", "locals/b:3", "locals/c:4"],
    ],
    ["a byte order mark", '\ufeffoutput "o" {\n}\n', ["o:1"]],
    [
      "a comment between a name and its value",
      "locals {\n  a /* = 2 */ = 1 # }\n  b = 1 // }\n}",
      ["locals:1", "locals/a:2", "locals/b:3"],
    ],
    [
      "a condition over lines",
      "locals {\n  a = (\n    true\n    ? 1 : 2\n  )\n  b = 1\n}",
      ["locals:1", "locals/a:2", "locals/b:6"],
    ],
    ["nothing", "# only a comment", []],
  ])("%s", (_what, text, lines) => {
    expect(found(text)).toEqual(lines);
  });

  test.each([
    ["a block that doesn't end", 'resource "t" "n" {\n  a = 1\n'],
    ["a text that doesn't end", 'locals {\n  a = "x\n}\n'],
    ["a heredoc that doesn't end", "locals {\n  a = <<EOT\n}\n"],
    ["a comment that doesn't end", "locals {\n/* a = 1\n}\n"],
    ["brackets that don't match", "locals {\n  a = (1]\n}\n"],
    ["a brace too many", "locals {\n}\n}\n"],
    ["no HCL", "\u0000\u0001"],
    ["blocks nested without end", "a {".repeat(100_000)],
  ])("%s is not scanned, and does not throw", (_what, text) => {
    expect(scanHcl(text, "main.tf")).toBeUndefined();
  });

  test("no text makes it throw or hang", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      '"',
      "\\",
      "${",
      "$${",
      "%{",
      "<<EOT\n",
      "EOT",
      "\n",
      "#",
      "//",
      "/*",
      "*/",
      "=",
      "a",
      "resource",
      " ",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (all) => {
        const blocks = scanHcl(all.join(""), "main.tf");
        expect(blocks === undefined || Array.isArray(blocks)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["blocks on one line", "a{b=1} ".repeat(100_000)],
    ["labels", `a ${'"b" '.repeat(100_000)}{}`],
    ["texts in one expression", `a { b = [${'"${c}", '.repeat(100_000)}] }`],
    ["lines of a heredoc", `a {\n  b = <<EOT\n${"$ c\n".repeat(100_000)}EOT\n}`],
    ["comments", "/* a */".repeat(100_000)],
  ])("a hundred thousand %s take no time to speak of", (_what, text) => {
    const start = performance.now();
    expect(scanHcl(text, "main.tf")).toBeDefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("brackets nested a hundred thousand deep are scanned", () => {
    const deep = `locals {\n  a = ${"[".repeat(100_000)}${"]".repeat(100_000)}\n  b = 1\n}`;
    expect(found(deep)).toEqual(["locals:1", "locals/a:2", "locals/b:3"]);
  });
});

describe("configuration in JSON is scanned alike", () => {
  test("objects, lists of objects and names that come twice", () => {
    const text = `{
  "//": "a comment",
  "resource": {
    "azurerm_vpn_site": {
      "hq": {
        "name": "hq",
        "link": [
          { "name": "a",
            "bgp": { "asn": 65010 } },
          { "name": "b\\u0022" }
        ],
        "dynamic": { "link": { "for_each": [1], "content": { "name": "c" } } }
      },
      "list": [
        { "name": "list" }
      ]
    }
  },
  "module": { "m": { "source": "./m" } },
  "resource": [ { "azurerm_virtual_wan": { "wan": { "name": "wan" } } } ],
  "locals": { "a": 1 }
}`;
    expect(linesOf(scanJson(text, "main.tf.json") ?? [])).toEqual([
      "azurerm_vpn_site.hq:5",
      "azurerm_vpn_site.hq/name:6",
      "azurerm_vpn_site.hq/link:8",
      "azurerm_vpn_site.hq/link/name:8",
      "azurerm_vpn_site.hq/link/bgp:9",
      "azurerm_vpn_site.hq/link/bgp/asn:9",
      "azurerm_vpn_site.hq/link:10",
      "azurerm_vpn_site.hq/link/name:10",
      "azurerm_vpn_site.hq/link:12",
      "azurerm_vpn_site.hq/link/for_each:12",
      "azurerm_vpn_site.hq/link/content:12",
      "azurerm_vpn_site.hq/link/content/name:12",
      "azurerm_vpn_site.list:15",
      "azurerm_vpn_site.list/name:15",
      "m:19",
      "m/source:19",
      "azurerm_virtual_wan.wan:20",
      "azurerm_virtual_wan.wan/name:20",
    ]);
  });

  test.each([
    ["cut off", '{ "resource": {'],
    ["followed by more", "{} {}"],
    ["with a fault", '{ "resource": tru }'],
    ["nested without end", '{"a":'.repeat(100_000)],
  ])("JSON %s is not scanned, and does not throw", (_what, text) => {
    expect(scanJson(text, "main.tf.json")).toBeUndefined();
  });

  test("a value is at the line where it is, in any layout", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(0, 1, 2), (json, indent) => {
        const text = `{"module":{"m":{"x":\n${JSON.stringify(JSON.parse(json), undefined, indent)},"last":1}}}`;
        expect(linesOf(scanJson(text, "f") ?? []).at(-1)).toBe(`m/last:${text.split("\n").length}`);
      }),
    );
  });
});

/** How many of each name there are in every resource, nested ones under their path. */
function countsIn(blocks: readonly WrittenBlock[]): Record<string, number> {
  return counted(linesOf(blocks).map((line) => line.replace(/:\d+$/, "")));
}

function countsOfJson(parsed: unknown): Record<string, number> {
  const resources = Object.entries(entriesOf(entriesOf(parsed).resource).azurerm_a ?? {});
  return counted(resources.flatMap(([name, bodies]) => namesInside(bodies, `azurerm_a.${name}`)));
}

// The generator calls blocks b_ and attributes a_: the values of attributes are not gone into.
function namesInside(bodies: unknown, path: string): string[] {
  const all: unknown[] = Array.isArray(bodies) ? bodies : [];
  return all.flatMap((body) => [
    path,
    ...Object.entries(entriesOf(body)).flatMap(([name, value]) =>
      name.startsWith("b_") ? namesInside(value, `${path}/${name}`) : [`${path}/${name}`],
    ),
  ]);
}

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
