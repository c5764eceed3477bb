import fc from "fast-check";
import { Made } from "../../../network/expression/made";
import { parseString } from "../../../network/expression/parse";
import { SyntaxFault } from "../../../network/expression/syntax";
import { type Attribute, Secret } from "../../../network/resource";
import { give, to, toChild, unknown } from "./expressions";

describe("a string of Terraform JSON gives", () => {
  const known: readonly (readonly [string, Attribute])[] = [
    ["plain", "plain"],
    ["", ""],
    ["hub-${local.name}", "hub-weu"],
    ["${local.count}", 2],
    ["${local.count}x", "2x"],
    ["$${literal} %%{too}", "${literal} %{too}"],
    ['${"a\\"b\\n${local.name}"}', 'a"b\nweu'],
    ['${"\\u00e9\\U0001F600"}', "é😀"],
    ["${1 + 2 * 3 - 4 / 2 % 3}", 5],
    ["${-(2 - 5)}", 3],
    ["${1.5e3}", 1500],
    ["${local.count > 1 && !false || false}", true],
    ['${local.name == "weu" ? "yes" : "no"}', "yes"],
    ["${local.nothing == null}", true],
    ["${[1, 2] == [1, 2]}", true],
    ["${{a = 1} != {a = 2}}", true],
    ["${local.list[1]}", "b"],
    ['${local.map["b"]}', 2],
    ["${local.map.a}", 1],
    ["${local.list.0}", "a"],
    ['${{ a = 1, "b" : 2, (local.name) = 3 }}', { a: 1, b: 2, weu: 3 }],
    ["${{\n  a = 1 # one\n  b = 2 // two\n}}", { a: 1, b: 2 }],
    ["${[1, /* two */ 2,]}", [1, 2]],
    ["${[for x in local.list : upper(x)]}", ["A", "B"]],
    ["${[for k, v in local.map : k if v > 1]}", ["b"]],
    ["${{for i, x in local.list : x => i}}", { a: 0, b: 1 }],
    ["${{for k, v in local.map : local.name => k...}}", { weu: ["a", "b"] }],
    ["${local.nothing[*]}", []],
    ["${local.name[*]}", ["weu"]],
    ["${[{a = 1}, {a = 2}][*].a}", [1, 2]],
    ["${[{a = [1]}, {a = [2]}][*].a[0]}", [1, 2]],
    ["${[{a = [1]}, {a = [2]}].*.a}", [[1], [2]]],
    ["${true ? local.name : var.x}", "weu"],
    ['${var.x ? local.name : "weu"}', "weu"],
    ["${var.x && false}", false],
    ["${var.x || true}", true],
  ];

  it.each(known)("%s", (text, value) => {
    expect(give(text)).toEqual(value);
  });

  it.each<readonly [string, Attribute]>([
    ["${res.a.id}", to("res.a", "id")],
    ["${res.a.link[0].id}", to("res.a", "link", 0, "id")],
    ['${res.a["link"][0]["id"]}', to("res.a", "link", 0, "id")],
    ["${res.a}", to("res.a")],
    ["${[res.a, res.b][*].id}", [to("res.a", "id"), to("res.b", "id")]],
    ["${[for x in [res.a, res.b] : x.id]}", [to("res.a", "id"), to("res.b", "id")]],
    ["${{a = res.a}.a.id}", to("res.a", "id")],
    ["${res.a.id}/links/one", toChild("res.a", "/links/one")],
    ["${res.a.id}/links/${local.name}", toChild("res.a", "/links/weu")],
    ['${format("%s/links/%s", res.a.id, local.name)}', toChild("res.a", "/links/weu")],
    ['${join("/", [res.a.id, "links", "one"])}', toChild("res.a", "/links/one")],
    ["${true ? res.a.id : res.b.id}", to("res.a", "id")],
    ["${var.x ? res.a.id : res.a.id}", to("res.a", "id")],
  ])("a reference: %s", (text, value) => {
    expect(give(text)).toEqual(value);
  });

  it.each<readonly [string, readonly string[]]>([
    ["${var.x}", ["var.x"]],
    ["${var.x.y[0]}", ["var.x.y[0]"]],
    ["hub-${var.x}-${var.y}", ["var.x", "var.y"]],
    ["hub-${res.a.link[0].id}", ["res.a.link[0].id"]],
    ["${var.x ? 1 : 2}", ["var.x"]],
    ["${var.x ? res.a.id : res.b.id}", ["var.x", "res.a.id", "res.b.id"]],
    ["${local.list[var.x]}", ["var.x"]],
    ["${[for x in var.x : x]}", ["var.x"]],
    ["${[for x in local.list : x if var.x]}", ["var.x"]],
    ["${var.x + 1}", ["var.x"]],
    ["${!var.x}", ["var.x"]],
    ["${unheard_of(var.x, local.name)}", ["var.x"]],
    ["${unheard_of(local.name)}", ["here"]],
    ["${provider::some::function(var.x)}", ["var.x"]],
    ["${concat(local.list, var.x...)}", ["var.x"]],
    ["${local.list[5]}", ["here"]],
    ["${1 / 0}", ["here"]],
    ["${module.m.out}", ["module.m.out"]],
    ["${res.a.computed[*].id}", ["res.a.computed"]],
  ])("unknown, with what decides it: %s", (text, decidedBy) => {
    expect(give(text)).toEqual(unknown(text, ...decidedBy));
  });

  it("what is bound to a name before what the configuration declares under it", () => {
    const each = new Map<string, Attribute>([["each", { key: "a", value: { hub: "weu" } }]]);
    expect(give("${each.key}-${each.value.hub}", each)).toBe("a-weu");
  });

  it("a secret where anything in it is one", () => {
    const bound = new Map<string, Attribute>([["hidden", new Secret("sensitive")]]);
    expect([give("${hidden}", bound), give("x-${hidden}", bound), give("${upper(hidden)}", bound)]).toEqual([
      new Secret("sensitive"),
      new Secret("sensitive"),
      new Secret("sensitive"),
    ]);
  });
});

describe("what can't be read", () => {
  it.each([
    "${",
    "${}",
    "${a",
    "${a b}",
    "${[1}",
    "${f(}",
    "${a ? b}",
    '${"x}',
    "%{ if true }x",
    "${~ a ~",
    "${<<EOT}",
    '${"\\x"}',
  ])("%j is told from an expression", (text) => {
    expect(() => parseString(text)).toThrow(SyntaxFault);
  });

  it("ends as a fault however deep it goes", () => {
    expect(() => parseString(`\${${"(".repeat(5000)}1`)).toThrow(SyntaxFault);
    expect(() => parseString(`\${${"!".repeat(5000)}1`)).toThrow(SyntaxFault);
  });

  it("is a fault, and nothing else, whatever the text", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "${",
        "}",
        "%{",
        "[",
        "]",
        "(",
        ")",
        '"',
        "for ",
        "in ",
        ":",
        "?",
        ".",
        "*",
        "...",
        "=>",
        "=",
        "a",
        "1",
        "\\",
        "!",
        "-",
        "&&",
        "//",
        "/*",
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        try {
          give(text);
        } catch (fault) {
          expect(fault).toBeInstanceOf(SyntaxFault);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an expression on an id that isn't known yet", () => {
  it.each([
    '${replace(res.a.id, "defaultRouteTable", "noneRouteTable")}',
    "${dirname(res.a.id)}/noneRouteTable",
    '${var.none ? format("%sx", res.a.id) : res.a.id}',
    '${try(trimsuffix(res.a.id, "x"), "")}',
    '${split("/", res.a.id)[8]}',
    '${replace(var.x, "a", "b")}',
    '${var.x ? res.a.id : "/subscriptions/s"}',
    "${res.a.id}/${res.b.id}",
  ])("makes another one: %s", (text) => {
    expect(give(text)).toBeInstanceOf(Made);
  });

  it.each(['${try(res.a.id, "")}', "${coalesce(res.a.id, var.x)}", "${var.x[0]}", "${var.x}", "${upper(var.x)}"])(
    "makes none, as far as that can be told: %s",
    (text) => {
      expect(give(text)).not.toBeInstanceOf(Made);
    },
  );
});
