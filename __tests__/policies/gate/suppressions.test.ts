import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckOptions, checkNetwork } from "../../../policies";

const TODAY = "2026-11-23";
const WAN = { name: "wan-lab", resource_group_name: "rg", location: "westeurope", disable_vpn_encryption: true };
const ENTRY = {
  rule: "encryption-on",
  address: "azurerm_virtual_wan.lab",
  reason: "Test traffic only.",
  expires: "2027-03-31",
};
const MARK = { reason: "Test traffic only.", expires: "2027-03-31" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-suppressions-"));
  mkdirSync(join(folder, "examples"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function write(name: string, content: unknown): string {
  files += 1;
  const path = join(folder, name.replace("#", String(files)));
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Terraform with an unencrypted WAN, and suppressions that it carries. */
function configuration(output: object = {}, name = "#.tf.json"): string {
  return write(name, { resource: { azurerm_virtual_wan: { lab: WAN } }, output });
}

const carrying = (...suppressions: object[]) => ({ version: 1, suppressions });

/** The same as a plan. */
function plan(output_changes: object, prior_state: object = {}): string {
  const change = { actions: ["create"], before: null, after: WAN, after_unknown: {}, after_sensitive: {} };
  const wan = { mode: "managed", type: "azurerm_virtual_wan", name: "lab", address: ENTRY.address, change };
  const outputs = Object.fromEntries(Object.keys(output_changes).map((name) => [name, { expression: {} }]));
  return write("#.json", {
    format_version: "1.2",
    resource_changes: [wan],
    configuration: { root_module: { outputs } },
    output_changes,
    prior_state,
  });
}

function check(paths: string | readonly string[], options: CheckOptions = {}) {
  const config = options.config ?? write("#.yaml", "version: 1\n");
  const report = checkNetwork([paths].flat(), { today: TODAY, ...options, config });
  return {
    verdict: report.verdict,
    findings: report.findings.map(({ rule, level, suppressed }) => ({ rule, level, suppressed })),
    notices: report.notices.map(({ message }) => message),
  };
}

const COUNTS = { rule: "encryption-on", level: "error", suppressed: undefined };

describe("a configuration", () => {
  const entry = (more: string) =>
    `version: 1\nsuppressions:\n  - { rule: encryption-on, address: azurerm_virtual_wan.*, ${more} }\n`;

  test("suppresses a finding: it stays in the report, marked, and doesn't count", () => {
    const config = write("#.yaml", entry("reason: Test traffic only., expires: 2027-03-31"));
    expect(check(configuration(), { config })).toEqual({
      verdict: "pass",
      findings: [{ ...COUNTS, suppressed: { ...MARK, by: expect.stringMatching(/\.yaml:3$/) } }],
      notices: [],
    });
  });

  test.each([
    ["on its last day", "2026-11-23", "pass"],
    ["on the day after", "2026-11-24", "fail"],
  ])("counts %s: %s is a %s", (_when, today, verdict) => {
    const config = write("#.yaml", entry("reason: Test traffic only., expires: 2026-11-23"));
    expect(check(configuration(), { config, today }).verdict).toBe(verdict);
  });

  test("gives a rule another level, before the verdict, and that is said", () => {
    const config = write("#.yaml", "version: 1\nlevels: { encryption-on: warning }\n");
    const said = ["the level of encryption-on is warning instead of error"];
    const findings = [{ ...COUNTS, level: "warning" }];
    expect(check(configuration(), { config })).toEqual({ verdict: "pass", findings, notices: said });
    expect(check(configuration(), { config, failOn: "warning" })).toEqual({ verdict: "fail", findings, notices: said });
  });

  test("that gives a rule its own level says so where single findings have another one", () => {
    const hub = { name: "hub", virtual_wan_id: "${azurerm_virtual_wan.lab.id}", address_prefix: "10.0.0.0/24" };
    const wan = { ...WAN, disable_vpn_encryption: false };
    const path = write("#.tf.json", {
      resource: { azurerm_virtual_wan: { lab: wan }, azurerm_virtual_hub: { a: hub } },
    });
    const config = write("#.yaml", "version: 1\nlevels: { hub-prefix-size: error }\n");
    expect(check(path).findings).toEqual([{ rule: "hub-prefix-size", level: "note", suppressed: undefined }]);
    expect(check(path, { config })).toEqual({
      verdict: "fail",
      findings: [{ rule: "hub-prefix-size", level: "error", suppressed: undefined }],
      notices: ["every finding of hub-prefix-size is at level error, where some would be at note"],
    });
  });

  test("says what fails; the command goes first", () => {
    const config = write("#.yaml", "version: 1\nfailOn: note\nlevels: { encryption-on: note }\n");
    expect(check(configuration(), { config }).verdict).toBe("fail");
    expect(check(configuration(), { config, failOn: "error" }).verdict).toBe("pass");
  });

  test("ignores paths below its own folder", () => {
    const config = write("#.yaml", "version: 1\nignoredPaths: [examples/]\n");
    const ignored = { reason: "examples/ is an ignored path", expires: undefined, by: expect.stringMatching(/:2$/) };
    expect(check(configuration({}, "examples/#.tf.json"), { config })).toEqual({
      verdict: "pass",
      findings: [{ ...COUNTS, suppressed: ignored }],
      notices: [],
    });
    expect(check(configuration(), { config }).findings).toEqual([COUNTS]);
  });

  test("that is wrong is complained about together with inputs that are", () => {
    const config = write("#.yaml", "version: 2\n");
    expect(() => check(join(folder, "nothing.json"), { config })).toThrow(
      /^.*\.yaml:1:10: version is 2; right is 1, the only version there is\n.*nothing\.json: does not exist$/,
    );
  });
});

describe("Terraform", () => {
  const by = (path: string) => ({ ...COUNTS, suppressed: { ...MARK, by: `output.wanproof_suppressions of ${path}` } });

  test("carries suppressions in configuration", () => {
    const path = configuration({ wanproof_suppressions: { value: carrying(ENTRY) } });
    expect(check(path)).toEqual({ verdict: "pass", findings: [by(path)], notices: [] });
  });

  test("carries suppressions in a plan", () => {
    const path = plan({ wanproof_suppressions: { actions: ["create"], before: null, after: carrying(ENTRY) } });
    expect(check(path)).toEqual({ verdict: "pass", findings: [by(path)], notices: [] });
  });

  test("speaks of its own input only", () => {
    const path = plan({ wanproof_suppressions: { actions: ["create"], before: null, after: carrying(ENTRY) } });
    expect(check([path, plan({})]).findings).toEqual([by(path), COUNTS]);
  });

  test.each([
    ["sensitive", { value: carrying(ENTRY), sensitive: true }],
    ["not known", { value: { version: 1, suppressions: "${var.suppressions}" } }],
  ])("suppresses nothing with an output that is %s", (_what, output) => {
    expect(check(configuration({ wanproof_suppressions: output }))).toEqual({
      verdict: "fail",
      findings: [COUNTS],
      notices: ["is sensitive or known after apply only, so nothing in it counts"],
    });
  });

  test("suppresses nothing with an output that the plan destroys", () => {
    const gone = { actions: ["delete"], before: carrying(ENTRY), after: null };
    expect(check(plan({ wanproof_suppressions: gone }))).toEqual({ verdict: "fail", findings: [COUNTS], notices: [] });
  });
});
