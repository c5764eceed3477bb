import { readDocument } from "../../text/document";
import { complaintsOf } from "../support/complaints";

const read = (text: string) => readDocument("net.yaml", text, "intent file");

test("YAML and the same as JSON say the same, and their parts stand in their lines", () => {
  const yaml = read("version: 1\nsites:\n  hq: [a, b]\n");
  const json = read('{"version": 1,\n "sites":\n  {"hq": ["a", "b"]}}');
  expect(yaml.value).toEqual({ version: 1, sites: { hq: ["a", "b"] } });
  expect(json.value).toEqual(yaml.value);
  expect(yaml.placeOf({ path: ["sites", "hq", 1], at: "value" })).toEqual({ line: 3, column: 11 });
  expect(json.placeOf({ path: ["sites", "hq"], at: "key" })).toEqual({ line: 3, column: 4 });
});

test("a complaint about what isn't there stands at the nearest part around it, on one line", () => {
  const { complaint } = read("version: 1\nsites:\n  hq: {}\n");
  expect(complaint({ path: ["sites", "hq", "links"], at: "key", message: "it needs\nlinks" })).toEqual({
    path: "net.yaml",
    line: 3,
    column: 7,
    message: "it needs\\u000alinks",
  });
});

test.each([
  ["nothing", "", 'net.yaml: is empty; an intent file starts with "version: 1"'],
  ["null in JSON", "null", 'net.yaml: is empty; an intent file starts with "version: 1"'],
  ["YAML 1.1", "%YAML 1.1\n---\na: no\n", "net.yaml:1:1: YAML 1.2 is expected; remove the %YAML line"],
  ["a nest", `a: ${"{a: ".repeat(300)}`, "net.yaml: is nested too deeply, so it is no intent file"],
  ["a name twice in JSON", '{"a": 1, "a": 2}', 'net.yaml:1:10: key "a" stands here and in line 1'],
])("%s is refused", (_, text, complaint) => {
  expect(complaintsOf(() => read(text))).toEqual([complaint]);
});

test("all that keeps it from being read is said, in the order of the lines", () => {
  expect(complaintsOf(() => read("a: *none\nb: 1\nb: 2\nc: *nothing\n"))).toEqual([
    "net.yaml:1:4: this alias (*name) refers to no anchor before it",
    'net.yaml:3:1: key "b" stands here and in line 2',
    "net.yaml:4:4: this alias (*name) refers to no anchor before it",
  ]);
});
