import { makeKnown } from "../../../policies/rules/reasoning/unknowns";

describe("the remedy of an undecided finding", () => {
  test("names what would decide it, each once", () => {
    expect(makeKnown([{ decidedBy: ["var.a"] }, { decidedBy: ["var.a", "var.b"] }])).toBe(
      "Make var.a and var.b known: check a plan in which it has a value, or add the input or data source that tells it.",
    );
  });

  test("asks for intent where that is what is missing", () => {
    expect(makeKnown([{ decidedBy: ["network_intent.vpn"] }, { decidedBy: ["var.a"] }])).toBe(
      "State network_intent.vpn: what on-premises routers do is in no Azure resource. Make var.a known: check a plan in which it has a value, or add the input or data source that tells it.",
    );
  });

  test("counts what would be too long to name", () => {
    const unknowns = Array.from({ length: 9 }, (_, n) => ({ decidedBy: [`var.v${n}`] }));
    expect(makeKnown(unknowns)).toMatch(/^Make var\.v0, var\.v1, var\.v2, var\.v3, var\.v4 and 4 more known:/);
  });
});
