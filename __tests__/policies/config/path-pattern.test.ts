import { faultOfPathPattern, pathPattern } from "../../../policies/config/path-pattern";

test.each([
  ["examples/**", "examples/a/b.tf"],
  ["examples/", "examples/a/b.tf"],
  ["./examples/", "examples/a.tf"],
  ["**/*.tf", "a.tf"],
  ["**/*.tf", "a/b/c.tf"],
  ["a/**/b.tf", "a/b.tf"],
  ["a/**/b.tf", "a/x/y/b.tf"],
  ["plans/*.json", "plans/weu.json"],
  ["plans/we?.json", "plans/weu.json"],
  ["../shared/*.tf", "../shared/a.tf"],
  ["a[1].tf", "a[1].tf"],
])("%s means %s", (pattern, path) => {
  expect(pathPattern(pattern)(path)).toBe(true);
});

test.each([
  ["examples/**", "myexamples/a.tf"],
  ["examples/", "examples.tf"],
  ["examples", "examples/a.tf"],
  ["examples/**", "Examples/a.tf"],
  ["plans/*.json", "plans/a/weu.json"],
  ["*.tf", "a/b.tf"],
  ["plans/we?.json", "plans/we/.json"],
  ["**/a.tf", "ba.tf"],
  ["a.tf", "aXtf"],
  ["a[1].tf", "a1.tf"],
])("%s doesn't mean %s", (pattern, path) => {
  expect(pathPattern(pattern)(path)).toBe(false);
});

test.each(["**", "*", "**/*", ".", "./**", "", "  ", "!a.tf", "/etc/**", "C:/a", "a\\b"])(
  "%p is refused as an ignored path",
  (pattern) => {
    expect(faultOfPathPattern(pattern)).toEqual(expect.any(String));
  },
);

test.each(["a", "examples/", "**/*.tf", "../x/**"])("%p is taken as an ignored path", (pattern) => {
  expect(faultOfPathPattern(pattern)).toBeUndefined();
});
