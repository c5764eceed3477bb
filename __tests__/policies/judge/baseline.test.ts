import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { earlierReport, readBaseline } from "../../../policies/judge/baseline";
import { jsonReport } from "../../../policies/report/json";
import { complaintsOf } from "../../support/complaints";
import { COMPARED, EMPTY, FULL } from "../report/samples";
import { networkWith } from "./samples";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-baseline-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string): string {
  const path = join(folder, "report.json");
  writeFileSync(path, text);
  return path;
}

const MAKE_ONE = "make a baseline with: wanproof check <input>... --format json=FILE";

describe("the report of an earlier check", () => {
  test("is read back as it was written", () => {
    const path = write(jsonReport(COMPARED));

    expect(readBaseline(path)).toEqual({
      path,
      inputs: ["cdktf.out/stacks/weu", "plan.json"],
      findings: COMPARED.findings.map(({ fingerprint: _, status: __, suppressed: ___, ...finding }) => finding),
    });
    expect(readBaseline(write(jsonReport(EMPTY)))?.findings).toEqual([]);
  });

  test("is none where none is named", () => {
    expect(readBaseline(undefined)).toBeUndefined();
  });

  test("that later releases add keys to is read all the same", () => {
    const { findings, ...rest } = JSON.parse(jsonReport(FULL));
    const later = { ...rest, more: 1, findings: findings.map((one: object) => ({ ...one, more: 1 })) };

    expect(readBaseline(write(JSON.stringify(later)))?.findings).toHaveLength(3);
  });

  test.each<[string, string, string]>([
    ["nothing", "", "is empty"],
    ["half a report", jsonReport(FULL).slice(0, 200), "is cut off"],
    ["a list", "[]", `is no report of wanproof check; ${MAKE_ONE}`],
    ["HCL", 'resource "a" "b" {\n}\n', `is no report of wanproof check; ${MAKE_ONE}`],
    ["other JSON", '{"a": 1}', `is no report of wanproof check; ${MAKE_ONE}`],
    ["a plan", '{"format_version": "1.2"}', `is a Terraform plan or state, not a report; ${MAKE_ONE}`],
    ["SARIF", '{"version": "2.1.0", "runs": []}', `is a SARIF report, which can't be compared with; ${MAKE_ONE}`],
    [
      "a report of another version",
      jsonReport(FULL).replace('"version": 1', '"version": 2'),
      `is a report of version 2, and only version 1 can be read; ${MAKE_ONE}`,
    ],
    [
      "a report without fingerprints",
      jsonReport(FULL).replace(/"fingerprint": "\w+"/g, '"f": 1'),
      `is no whole report of wanproof check: it can't be read at findings[0].fingerprint; ${MAKE_ONE}`,
    ],
    [
      "a report with another level",
      jsonReport(FULL).replace('"level": "error"', '"level": "fatal"'),
      `is no whole report of wanproof check: it can't be read at findings[0].level; ${MAKE_ONE}`,
    ],
  ])("is refused where it is %s", (_case, text, message) => {
    const path = write(text);

    expect(complaintsOf(() => readBaseline(path))).toEqual([expect.stringMatching(literally(`${path}`, message))]);
  });

  test("is refused where it is a folder, isn't there, or comes from standard input", () => {
    expect(complaintsOf(() => readBaseline(join(folder, "none.json")))).toEqual([
      `${join(folder, "none.json")}: does not exist`,
    ]);
    expect(complaintsOf(() => readBaseline(folder))).toHaveLength(1);
    expect(complaintsOf(() => readBaseline("-"))).toEqual([`-: a baseline is a file: ${MAKE_ONE}`]);
  });
});

describe("what is fixed since an earlier report", () => {
  const input = (path: string) => ({ path, kind: "plan" as const, resources: 1, total: 1, unread: [] });
  const baseline = (...inputs: string[]) => ({ path: "report.json", inputs, findings: [] });

  test("can be told where all inputs of then are judged now", () => {
    const network = networkWith([], { inputs: [input("a.json"), input("b.json")] });

    expect(earlierReport(baseline("a.json"), network)).toEqual({
      by: "report.json",
      findings: [],
      hasNames: true,
      inputs: new Set(["a.json"]),
      isAllStillSeen: true,
      notices: [],
    });
  });

  test("can't be told where one isn't, and that is said", () => {
    const { isAllStillSeen, notices } = earlierReport(
      baseline("a.json", "b.json", "c.json", "d.json", "e.json"),
      networkWith([], { inputs: [input("a.json")] }),
    );

    expect([isAllStillSeen, notices]).toEqual([
      false,
      [
        {
          at: "report.json",
          message: "judged b.json, c.json, d.json and 1 more, which is no input now, so nothing is said to be fixed",
        },
      ],
    ]);
  });

  test("can't be told where something can't be read now", () => {
    const unread = { address: "module.a", reason: "can't be read", unknown: { decidedBy: ["module.a"] } };
    const network = networkWith([], { inputs: [{ ...input("a.json"), unread: [unread] }] });

    expect(earlierReport(baseline("a.json"), network).isAllStillSeen).toBe(false);
  });
});

/** A text that stands for itself, and may go on where it is told of a place in the file. */
function literally(path: string, message: string): RegExp {
  const escaped = [path, message].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${escaped[0]}(:\\d+)?: ${escaped[1]}`);
}
