import { bothOf, type Doubt, isReached, NO_DOUBT } from "../../routes/reach";

const A: Doubt = { name: "a", unknowns: [{ decidedBy: ["var.a"] }] };
const B: Doubt = { name: "b", unknowns: [{ decidedBy: ["var.b"] }] };

test("two reaches are both there only where each is, and rest on the doubts that are left", () => {
  expect(bothOf("yes", "yes")).toBe("yes");
  for (const other of ["yes", "no", A] as const) {
    expect([bothOf("no", other), bothOf(other, "no")]).toEqual(["no", "no"]);
  }
  expect([bothOf("yes", A), bothOf(A, "yes")]).toEqual([A, A]);
  expect(bothOf(A, B)).toEqual({
    name: "a and b",
    unknowns: [{ decidedBy: ["var.a"] }, { decidedBy: ["var.b"] }],
  });
});

test("what rests on a doubt is reached in the worlds where that holds", () => {
  expect([isReached("yes", NO_DOUBT), isReached("no", new Set(["a"]))]).toEqual([true, false]);
  expect([isReached(A, NO_DOUBT), isReached(A, new Set(["a"])), isReached(A, new Set(["b"]))]).toEqual([
    false,
    true,
    false,
  ]);
});
