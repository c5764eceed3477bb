import fc from "fast-check";
import { parseConfig } from "../../../policies/config/parse-config";
import { KNOWN_RULES } from "../../../policies/config/read-config";
import { InputError } from "../../../text/complaint";

const TODAY = "2026-11-23";

function read(text: string) {
  return parseConfig({ name: "wanproof.yaml", text, fromFolder: (path) => path, rules: KNOWN_RULES, today: TODAY });
}

function complaintsOn(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) {
      return error.message.split("\n");
    }
    throw error;
  }
  return [];
}

const suppression = (more: string) => `version: 1
suppressions:
  - rule: encryption-on
    address: azurerm_virtual_wan.lab
${more}`;

test("all that a configuration says is read, with its lines", () => {
  const { ignoredPaths, ...config } = read(`# how we judge
version: 1
levels:
  monitored: note
failOn: warning
ignoredPaths: [examples/]
suppressions:
  - rule: encryption-on
    address: ' azurerm_virtual_wan.lab["a"] '
    reason: |
      Test traffic only.
    expires: 2026-11-23
`);
  expect(config).toEqual({
    levels: new Map([["monitored", { level: "note", at: "wanproof.yaml:4" }]]),
    failOn: "warning",
    suppressions: [
      {
        rule: "encryption-on",
        address: 'azurerm_virtual_wan.lab["a"]',
        reason: "Test traffic only.",
        expires: "2026-11-23",
        by: "wanproof.yaml:8",
        input: undefined,
        construct: undefined,
      },
    ],
    notices: [],
  });
  expect(ignoredPaths.map(({ pattern, at, matches }) => [pattern, at, matches("examples/a.tf")])).toEqual([
    ["examples/", "wanproof.yaml:6", true],
  ]);
});

test("a configuration may be JSON, may come from Windows, and may leave parts empty", () => {
  const nothing = { failOn: undefined, ignoredPaths: [], suppressions: [], notices: [], levels: new Map() };
  expect(read('{"version":1}')).toEqual(nothing);
  expect(read("\ufeffversion: 1\r\nlevels:\r\nsuppressions:\r\n")).toEqual(nothing);
});

test.each([
  ["", "it has no reason; it has no expires, the last day on which it counts, such as 2027-03-31"],
  ["    reason: ''\n    expires: 2027-01-01", "its reason is empty"],
  ["    reason: '  '\n    expires: 2027-01-01", "its reason is empty"],
  ['    reason: "\\u200b\\u2060"\n    expires: 2027-01-01', "its reason is empty"],
  ["    reason: '-'\n    expires: 2027-01-01", "its reason is empty"],
  ["    reason: 7\n    expires: 2027-01-01", "its reason is no text"],
  ["    reason: x\n    expires: 2026-11-22", "it expired: 2026-11-22 was its last day, and it is 2026-11-23 in UTC"],
  ["    reason: x\n    expires: 2027-02-29", 'expires is "2027-02-29", which is no day; write it as 2027-03-31'],
  ["    reason: x\n    expires: 2027", "expires is 2027, which is no day; write it as 2027-03-31"],
])("a suppression with %p for the rest doesn't count, and that is said", (more, fault) => {
  expect(read(suppression(more))).toEqual({
    levels: new Map(),
    failOn: undefined,
    ignoredPaths: [],
    suppressions: [],
    notices: [
      {
        at: "wanproof.yaml:3",
        message: `the suppression of encryption-on at azurerm_virtual_wan.lab doesn't count: ${fault}`,
      },
    ],
  });
});

test("everything that is wrong is said at once, in the order of the lines", () => {
  expect(
    complaintsOn(`version: 2
levls: {}
levels:
  hub-prefix: warning
  encryption-on: off
failon: error
ignoredPaths: ["**", 3]
suppressions:
  - rule: "*"
    address: 3
  - rule: encryption-om
    address: "*"
    extra: 1
  - just text
`),
  ).toEqual([
    "wanproof.yaml:1:10: version is 2; right is 1, the only version there is",
    "wanproof.yaml:2:1: levls is no known key; did you mean levels?",
    'wanproof.yaml:4:3: levels: "hub-prefix" is no rule; did you mean "hub-prefix-size"?',
    'wanproof.yaml:5:18: levels["encryption-on"] is "off"; right is "error", "warning" or "note"; no rule can be turned off, since nobody would see what it doesn\'t say: a note informs, and only counts where failOn is note',
    "wanproof.yaml:6:1: failon is no known key; did you mean failOn?",
    'wanproof.yaml:7:16: ignoredPaths[0]: "**" would ignore every path there is; name a file or folder, such as examples/**',
    'wanproof.yaml:7:22: ignoredPaths[1] is 3; right is a path, such as "examples/**"',
    'wanproof.yaml:9:11: suppressions[0].rule: "*" is no rule: name one by its exact id, since a wildcard would take in rules that nobody has seen yet',
    'wanproof.yaml:10:14: suppressions[0].address is 3; right is a Terraform address, such as "azurerm_vpn_site.hq"',
    'wanproof.yaml:11:11: suppressions[1].rule: "encryption-om" is no rule; did you mean "encryption-on"?',
    'wanproof.yaml:12:14: suppressions[1].address: "*" would suppress the rule everywhere; name a resource or a module, such as module.lab.*',
    "wanproof.yaml:13:5: suppressions[1].extra is no known key; known keys: rule, address, reason, expires",
    'wanproof.yaml:14:5: suppressions[2] is "just text"; right is an object with rule, address, reason and expires',
  ]);
});

test.each([
  ["", 'wanproof.yaml: is empty; a configuration starts with "version: 1"'],
  ["# nothing\n", 'wanproof.yaml: is empty; a configuration starts with "version: 1"'],
  ["- a\n", 'wanproof.yaml:1:1: it is a list; right is an object that starts with "version: 1"'],
  ["levels: {}\n", "wanproof.yaml:1:1: it needs version: 1, the only version there is"],
  ["version: 1\nversion: 1\n", 'wanproof.yaml:2:1: key "version" stands here and in line 1'],
  [
    "version: 1\nsuppressions:\n  - rule: Encryption-On\n    address: x\n",
    'wanproof.yaml:3:11: suppressions[0].rule: "Encryption-On" is no rule; did you mean "encryption-on"?',
  ],
  [
    "version: 1\nsuppressions:\n  - address: x\n",
    'wanproof.yaml:3:5: suppressions[0] needs rule: the id of a rule, such as "bgp-peer-unique"',
  ],
  [`version: ${"[".repeat(300)}`, "wanproof.yaml: is nested too deeply, so it is no configuration"],
])("%p is refused", (text, complaint) => {
  expect(complaintsOn(text)).toEqual([complaint]);
});

test("whatever is written there, it is read or complained about", () => {
  const words = fc.constantFrom(
    "version",
    "1",
    ":",
    " ",
    "\n",
    "suppressions",
    "-",
    "rule",
    "*a",
    "&a",
    "[",
    "{",
    "'",
    "levels",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((all) => all.join("")),
      ),
      (text) => {
        expect(complaintsOn(text).every((one) => one.startsWith("wanproof.yaml:"))).toBe(true);
      },
    ),
  );
});
