import { z } from "zod";
import { JSON_WORDING, type Wording } from "../../text/problem";
import { closedMap, shapeProblems } from "../../text/shape-problems";

const section = <Shape extends z.ZodRawShape>(right: string, shape: Shape) =>
  z.strictObject(shape, { error: closedMap(right, shape) });

const prefix = z.string("a prefix").refine((text) => text.includes("/"), "it has no mask");

const schema = section("a map of a site", {
  name: z.string("a name"),
  mode: z.enum(["active", "passive"], "active or passive").optional(),
  prefixes: z.array(prefix, "a list of prefixes").optional(),
  key: section("{variable: name}", { variable: z.string("a name") }).optional(),
  hubs: z.record(z.string().regex(/^[a-z]+$/, "small letters"), z.int("a number"), "a map of hubs").optional(),
  link: z
    .union(
      [
        section("a link over the internet", { over: z.literal("internet", "internet"), fqdn: z.string("a name") }),
        section("a link over a circuit", { over: z.literal("circuit", "circuit"), circuit: z.string("a name") }),
      ],
      "a link, over internet or circuit",
    )
    .optional(),
  unnamed: z.union([z.string("a text"), z.instanceof(Date)]).optional(),
});

function told(value: unknown, wording?: Wording): string[] {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : shapeProblems(error, value, wording).map(({ at, message }) => `${at}: ${message}`);
}

const site = (more: object) => ({ name: "hq", ...more });

describe("what is wrong with a shape is said with what is there and what would be right", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["the whole", 7, ["value: it is 7; right is a map of a site"]],
    ["what is missing", {}, ["key: it needs name: a name"]],
    ["what is empty", { name: null }, ["value: name is empty; right is a name"]],
    ["a misspelt key", site({ mod: 1 }), ["key: mod is no known key; did you mean mode?"]],
    [
      "a key that is near none",
      site({ zzzzzzzzz: 1 }),
      ["key: zzzzzzzzz is no known key; known keys: name, mode, prefixes, key, hubs, link, unnamed"],
    ],
    [
      "a misspelt word",
      site({ mode: "activ" }),
      ['value: mode is "activ"; right is active or passive; did you mean active?'],
    ],
    [
      "elements of a list",
      site({ prefixes: ["a", 1] }),
      ['value: prefixes[0] is "a": it has no mask', "value: prefixes[1] is 1; right is a prefix"],
    ],
    ["a list", site({ prefixes: [[]] }), ["value: prefixes[0] is an empty list; right is a prefix"]],
    [
      "a name",
      site({ hubs: { "West Europe": 1 } }),
      ['key: hubs["West Europe"] is no name here; right is small letters'],
    ],
    ["a long text", site({ hubs: "x".repeat(99) }), [`value: hubs is "${"x".repeat(57)}..."; right is a map of hubs`]],
  ])("%s", (_, value, problems) => {
    expect(told(value)).toEqual(problems);
  });
});

describe("of several choices", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["none fits", site({ link: "internet" }), ['value: link is "internet"; right is a link, over internet or circuit']],
    ["the one that was meant is told of", site({ link: { over: "circuit" } }), ["key: link needs circuit: a name"]],
    [
      "one has the key, and not the one that was meant",
      site({ link: { over: "circuit", fqdn: "a.example", bgp: {} } }),
      [
        "key: link needs circuit: a name",
        "key: link.fqdn doesn't go with what else stands there; known beside it: over, circuit",
        "key: link.bgp is no known key; known keys: over, fqdn, circuit",
      ],
    ],
    [
      "the first is meant where the union has no words of its own",
      site({ unnamed: 1 }),
      ["value: unnamed is 1; right is a text"],
    ],
  ])("%s", (_, value, problems) => {
    expect(told(value)).toEqual(problems);
  });
});

test("a kind of file calls its parts its own way, and shows no secret", () => {
  const wording = { ...JSON_WORDING, whole: "the file", map: "a map", bareName: /^[\w-]+$/, secrets: new Set(["key"]) };
  const hubs = { hubs: { "west-1": {}, "a b": 1 } };
  expect(told({ key: "S3cret", ...hubs, prefixes: {} }, wording)).toEqual([
    "key: the file needs name: a name",
    "value: prefixes is a map; right is a list of prefixes",
    "value: key is something that is not shown; right is {variable: name}",
    "key: hubs.west-1 is no name here; right is small letters",
    'key: hubs["a b"] is no name here; right is small letters',
  ]);
});
