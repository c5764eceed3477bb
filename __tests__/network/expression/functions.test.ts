import fc from "fast-check";
import { type Attribute, Secret, UnknownAttribute } from "../../../network/resource";
import { give, to, unknown } from "./expressions";

describe("functions", () => {
  it.each<readonly [string, Attribute]>([
    ['${coalesce(null, "", "b")}', "b"],
    ["${coalesce(null, res.a.id)}", to("res.a", "id")],
    ['${coalescelist([], ["a"])}', ["a"]],
    ['${try(local.list[9], "x")}', "x"],
    ["${try(local.map.missing, res.a.id)}", to("res.a", "id")],
    ["${try(local.list[0], var.x)}", "a"],
    ["${can(local.map.missing)}", false],
    ["${can(local.map.a)}", true],
    ["${one([])}", null],
    ["${one([res.a]).id}", to("res.a", "id")],
    ["${one([res.a][*].id)}", to("res.a", "id")],
    ['${tolist(["b", "a"])[0]}', "b"],
    ['${tolist(toset(["b", "a", "b"]))}', ["a", "b"]],
    ["${toset([res.a.id, res.b.id, res.a.id])}", [to("res.a", "id"), to("res.b", "id")]],
    ['${concat(["a"], local.list)}', ["a", "a", "b"]],
    ["${concat([var.x], [1])[1]}", 1],
    ["${flatten([[1], [[2], 3]])}", [1, 2, 3]],
    ["${element(local.list, 3)}", "b"],
    ["${length(local.mixed)}", 2],
    ['${length("é😀")}', 2],
    ["${keys({b = 1, a = 2})}", ["a", "b"]],
    ["${values({b = 1, a = 2})}", [2, 1]],
    ['${lookup(local.map, "z", 9)}', 9],
    ["${merge({a = 1}, {b = 2}, null)}", { a: 1, b: 2 }],
    ["${merge([{a = 1}, {b = 2}]...)}", { a: 1, b: 2 }],
    ['${zipmap(["a"], [1])}', { a: 1 }],
    ["${reverse(local.list)}", ["b", "a"]],
    ["${slice(local.list, 0, 1)}", ["a"]],
    ['${compact(["a", "", null])}', ["a"]],
    ['${distinct(["b", "a", "b"])}', ["b", "a"]],
    ['${sort(["b", "a"])}', ["a", "b"]],
    ['${contains(local.list, "b")}', true],
    ['${contains(local.mixed, "a")}', true],
    ["${tostring(1)}", "1"],
    ['${tonumber("65010")}', 65010],
    ['${tobool("true")}', true],
    ['${join("-", ["a", 1], ["b"])}', "a-1-b"],
    ['${split(",", "a,b")}', ["a", "b"]],
    ['${replace("a.b.c", ".", "-")}', "a-b-c"],
    ['${format("%s-%d%%", "a", 3)}', "a-3%"],
    ['${trimsuffix(trimprefix("vnet-a-x", "vnet-"), "-x")}', "a"],
    ['${lower("AB")}${upper("ab")}', "abAB"],
    ['${startswith("10.0.0.0/8", "10.")}', true],
    ['${jsonencode({b = ["<"], a = null})}', '{"a":null,"b":["\\u003c"]}'],
    ["${max(1, 3, 2)}", 3],
    ["${nonsensitive(local.name)}", "weu"],
    ["${sensitive(local.name)}", new Secret("literal", { length: 3, allowedCharacters: true, alphanumeric: true })],
    ["${sensitive([local.name])}", new Secret("literal")],
    ["${nonsensitive(sensitive([local.name]))}", new Secret("literal")],
  ])("%s", (text, value) => {
    expect(give(text)).toEqual(value);
  });

  it.each<readonly [string, readonly string[]]>([
    ['${try(var.x, "x")}', ["var.x"]],
    ['${coalesce(var.x, "b")}', ["var.x"]],
    ["${one(var.x)}", ["var.x"]],
    ["${toset(local.mixed)}", ["var.z"]],
    ["${flatten([local.mixed])}", ["var.z"]],
    ["${compact(local.mixed)}", ["var.z"]],
    ['${contains(local.mixed, "b")}', ["var.z"]],
    ["${jsonencode(res.a)}", ["res.a"]],
    ['${join(",", local.mixed)}', ["var.z"]],
    ['${replace("a", "/(?i)x+/", "-")}', ["here"]],
    ['${format("%05.1f", 1)}', ["here"]],
    ["${lower(res.a.name)}", ["res.a.name"]],
  ])("%s is unknown", (text, decidedBy) => {
    expect(give(text)).toEqual(unknown(text, ...decidedBy));
  });

  it("of more than one element, one() fails, and try() goes on", () => {
    expect([give('${try(one(["a", "b"]), "c")}'), give("${one(local.list)}")]).toEqual([
      "c",
      new UnknownAttribute({ decidedBy: ["one()"] }),
    ]);
  });

  it("jsonencode writes what JSON.parse reads back", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const bound = new Map<string, Attribute>([["given", values]]);
        const text = give("${jsonencode(given)}", bound);
        expect(JSON.parse(String(text))).toEqual(values);
      }),
    );
  });
});
