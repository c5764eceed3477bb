import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { jsonReport } from "../../../policies/report/json";
import type { Report } from "../../../policies/report/report";
import { asFixed, CLEAN, COMPARED, EMPTY, FULL, marked } from "./samples";

const schema = JSON.parse(readFileSync(join(__dirname, "../../../schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

/** A report in which the first of everything has all that it can have. */
const EVERYTHING: Report = {
  ...COMPARED,
  inputs: COMPARED.inputs.map((one) => ({
    ...one,
    folder: { path: "infra", isRead: true, notes: ["module vpn isn't in the folder: terraform init fetches it"] },
    byElimination: [{ address: "azurerm_vpn_site.hq", path: "virtual_wan_id", is: "azurerm_virtual_wan.wan" }],
  })),
  findings: COMPARED.findings.map((one) => ({
    ...one,
    suppressed: { reason: "the device can't do it", expires: "2027-03-31", by: "wanproof.yaml:12" },
  })),
  fixed: COMPARED.findings.map(asFixed),
};

/** What is wrong with a JSON report by its schema. */
function wrongWith(json: string): unknown {
  return validate(JSON.parse(json)) ? [] : validate.errors;
}

describe("the report for programs", () => {
  test("holds everything under the agreed keys, null and empty lists included", () => {
    expect(JSON.parse(jsonReport(FULL))).toEqual({
      version: 1,
      verdict: "fail",
      compared: null,
      inputs: [
        { path: "cdktf.out/stacks/weu", kind: "configuration", resources: 3, folder: null, byElimination: [] },
        { path: "plan.json", kind: "plan", resources: 1, folder: null, byElimination: [] },
      ],
      checked: { rules: 27, resources: { azurerm_virtual_wan: 1, azurerm_vpn_site: 3 } },
      findings: [
        {
          rule: "sample-rule",
          level: "error",
          outcome: "violation",
          address: "azurerm_vpn_site.hq",
          path: "link[0].bgp[0].peering_address",
          input: "cdktf.out/stacks/weu",
          constructPath: "weu/sites/hq",
          source: { file: "sites.ts", line: 12 },
          message: "device address 10.0.0.4 is wrong",
          evidence: { address: "10.0.0.4", links: ["a", "b"], asns: [65001], private: true, count: 2 },
          remedy: "Use another one.",
          docs: "https://learn.microsoft.com/sample",
          decidedBy: [],
          restsOn: null,
          fingerprint: "9641ca768602e070c2c90d441a18333e",
          status: null,
          suppressed: null,
        },
        {
          rule: "asn-allowed",
          level: "warning",
          outcome: "undecided",
          address: "azurerm_vpn_site.hq",
          path: "",
          input: "plan.json",
          constructPath: null,
          source: null,
          message: "the ASN of site hq is unknown",
          evidence: {},
          remedy: "Make var.asn known.",
          docs: "https://learn.microsoft.com/sample",
          decidedBy: ["var.asn", "var.region"],
          restsOn: "00112233445566778899aabbccddeeff",
          fingerprint: "a1099ec9f3f128bbbcbd9f84ad9c3fb6",
          status: null,
          suppressed: null,
        },
        {
          rule: "dpd-explicit",
          level: "note",
          outcome: "violation",
          address: "azurerm_vpn_site.hq",
          path: "link[0].ip_address",
          input: "plan.json",
          constructPath: null,
          source: null,
          message: "no timeout is set",
          evidence: {},
          remedy: "Set it to 45.",
          docs: "https://learn.microsoft.com/sample",
          decidedBy: [],
          restsOn: null,
          fingerprint: "b17aada34d06dec2adb7f70a8d1b375a",
          status: null,
          suppressed: null,
        },
      ],
      fixed: [],
      notices: [],
      unread: [{ input: "plan.json", address: "module.sites", reason: "can't be read", decidedBy: ["module.sites"] }],
      protected: [
        { because: "stated", count: 7, prefixes: ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"], mayBeMore: true },
        { because: "before", count: 1, prefixes: ["10.9.0.0/16"], mayBeMore: false },
      ],
      notJudged: [
        {
          input: "plan.json",
          address: "azurerm_virtual_network_gateway.old",
          type: "azurerm_virtual_network_gateway",
          could: "carry tunnels outside Virtual WAN",
        },
      ],
    });
  });

  test("tells what is new and existing, what is suppressed and why, what is fixed, and what is to be known", () => {
    const { compared, findings, fixed, notices } = JSON.parse(jsonReport(COMPARED));
    const [gone] = fixed;

    expect(compared).toBe("prior_state");
    expect(findings.map(({ status, suppressed }: Holder) => [status, suppressed])).toEqual([
      ["new", null],
      ["existing", null],
      ["existing", { reason: "the device can't do it", expires: "2027-03-31", by: "wanproof.yaml:12" }],
    ]);
    expect(fixed).toEqual([
      {
        rule: "old-rule",
        level: "error",
        outcome: "violation",
        address: "azurerm_vpn_site.hq",
        path: "link[0].ip_address",
        input: "plan.json",
        constructPath: null,
        source: null,
        message: "device address 10.0.0.5 was wrong",
        evidence: {},
        remedy: "Use another one.",
        docs: "https://learn.microsoft.com/sample",
        decidedBy: [],
        restsOn: null,
        fingerprint: gone.fingerprint,
      },
    ]);
    expect(notices).toEqual([{ at: "wanproof.yaml:20", message: "a suppression of ike-version-2 has expired" }]);
  });

  test("an ignored path has no end", () => {
    const suppressed = { reason: "legacy/** is an ignored path", expires: undefined, by: "wanproof.yaml:3" };
    const json = jsonReport({ ...CLEAN, findings: [marked({ suppressed })] });

    expect([JSON.parse(json).findings[0].suppressed, wrongWith(json)]).toEqual([{ ...suppressed, expires: null }, []]);
  });

  test.each([
    ["a full report", FULL],
    ["a report with all marks", COMPARED],
    ["a report without findings", CLEAN],
    ["a report on nothing", EMPTY],
  ])("%s satisfies the schema", (_name, report) => {
    expect(wrongWith(jsonReport(report))).toEqual([]);
  });

  test("the schema takes no key away and adds none: every key that it names is in a full report", () => {
    const full = JSON.parse(jsonReport(EVERYTHING));
    const missing = namesIn(schema).filter((name) => !namesOfValue(full).includes(name));

    expect(missing).toEqual([]);
  });

  test.each(namesIn(schema))("the schema refuses a report without %s, and one with a key beside it", (name) => {
    const full = JSON.parse(jsonReport(EVERYTHING));
    const [holder, key] = holderOf(full, name.split("."));
    const without = { ...holder };
    delete without[key];

    expect(validate(replaced(full, holder, without))).toBe(false);
    expect(validate(replaced(full, holder, { ...holder, [`${key}2`]: holder[key] }))).toBe(false);
  });

  test.each<[string, Report]>([
    ["a violation that something would decide", { ...CLEAN, findings: [marked({ decidedBy: ["var.a"] })] }],
    ["something undecided that nothing would decide", { ...CLEAN, findings: [marked({ outcome: "undecided" })] }],
  ])("the schema refuses %s", (_name, report) => {
    expect(validate(JSON.parse(jsonReport(report)))).toBe(false);
  });

  test("whatever is in a name, the JSON reads back as it was, and shows a terminal and a pipeline nothing of it", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", '"', "\\", "\n", "\u001b", "\u009b", "\u202e", "#", "[", ":"),
    });
    fc.assert(
      fc.property(text, (name) => {
        const json = jsonReport({ ...CLEAN, findings: [marked({ message: `${name}##vso[x]` })] });

        expect(JSON.parse(json).findings[0].message).toBe(`${name}##vso[x]`);
        expect(/[\u009b\u202e]|##\[|##vso\[/.test(json)).toBe(false);
        expect(json.split("\n").every((line) => /^\s*["{}[\]]/.test(line) || line === "")).toBe(true);
      }),
    );
  });
});

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Every key that a schema names, as a dotted path; lists are passed through. */
function namesIn(node: SchemaNode, prefix = ""): string[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, inner]) => [
    `${prefix}${key}`,
    ...namesIn(inner, `${prefix}${key}.`),
  ]);
  const inItems = node.items === undefined ? [] : namesIn(node.items, prefix);
  return [...own, ...inItems, ...(node.anyOf ?? []).flatMap((inner) => namesIn(inner, prefix))];
}

interface Holder {
  [key: string]: unknown;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function namesOfValue(value: unknown, prefix = ""): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((element) => namesOfValue(element, prefix));
  }
  return isHolder(value)
    ? Object.entries(value).flatMap(([key, inner]) => [`${prefix}${key}`, ...namesOfValue(inner, `${prefix}${key}.`)])
    : [];
}

/** The object that holds the key at a dotted path; of a list, the first element. */
function holderOf(value: unknown, path: readonly string[]): [Holder, string] {
  const [key = "", ...rest] = path;
  const holder: unknown = Array.isArray(value) ? value[0] : value;
  if (!isHolder(holder)) {
    throw new Error(`nothing at ${path.join(".")}`);
  }
  return rest.length === 0 ? [holder, key] : holderOf(holder[key], rest);
}

/** The same value, with one object in it replaced. */
function replaced(value: unknown, from: Holder, to: Holder): unknown {
  if (value === from) {
    return to;
  }
  if (Array.isArray(value)) {
    return value.map((element) => replaced(element, from, to));
  }
  return isHolder(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, from, to)]))
    : value;
}
