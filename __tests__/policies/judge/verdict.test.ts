import { verdictOf } from "../../../policies/judge/verdict";
import { finding } from "./samples";

const violated = (level: "error" | "warning" | "note") => finding({ level });
const open = (level: "error" | "warning" | "note") => finding({ level, outcome: "undecided", decidedBy: ["var.a"] });

describe("the verdict", () => {
  test.each([
    ["nothing is found", [], "pass"],
    ["an error is violated", [violated("error")], "fail"],
    ["an error is undecided", [open("error")], "undecided"],
    ["one error is violated and another undecided", [open("error"), violated("error")], "fail"],
    ["only warnings and notes are violated", [violated("warning"), violated("note")], "pass"],
    ["only warnings and notes are undecided", [open("warning"), open("note")], "pass"],
    ["a warning is violated and an error undecided", [violated("warning"), open("error")], "undecided"],
  ])("by default, where %s", (_case, findings, verdict) => {
    expect(verdictOf(findings)).toBe(verdict);
  });

  test.each([
    ["warning", [violated("warning")], "fail"],
    ["warning", [violated("error")], "fail"],
    ["warning", [open("warning")], "undecided"],
    ["warning", [violated("note"), open("note")], "pass"],
    ["note", [violated("note")], "fail"],
    ["note", [open("note")], "undecided"],
    ["note", [open("error"), violated("note")], "fail"],
  ] as const)("with --fail-on %s, milder findings count, violated or undecided (%#)", (failOn, findings, verdict) => {
    expect(verdictOf(findings, [], failOn)).toBe(verdict);
  });

  test("what an input may hold and doesn't show leaves a pass undecided, and changes no failure", () => {
    const unread = [{ address: "module.sites", reason: "can't be read", unknown: { decidedBy: ["module.sites"] } }];

    expect(verdictOf([], unread)).toBe("undecided");
    expect(verdictOf([violated("error")], unread)).toBe("fail");
    expect(verdictOf([violated("note")], unread)).toBe("undecided");
  });
});
