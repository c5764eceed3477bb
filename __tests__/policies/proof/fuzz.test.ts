import fc from "fast-check";
import { WRITERS } from "../../../policies/report/formats";
import type { JsonObject } from "../../../text/json";
import { patience, sample } from "../../sample";
import { kept, stateAfter } from "../../support/states";
import { listOf, put, remove, type Tree, treeOf, type Value, valueAt } from "./deletions";
import { checkedText, outcomeOf } from "./judged";
import { CASES } from "./plans";

const RUNS = sample(25, 300);
const MOST_MILLISECONDS = 5_000;

jest.setTimeout(patience(RUNS));

const DEEP = "@@ a value that is nested deeply @@";
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "address", "network_intent"];

/** Values of every wrong kind. */
const STRANGE: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    2 ** 53,
    "",
    "\u0000",
    "\ud800",
    DEEP,
    "${var.x}",
    "1e999",
    [],
  ),
  fc.constantFrom<Value>(...NAMES),
  fc.constant<Value>("x".repeat(20_000)),
  fc.constant<Value>([null, [], [[{}]], "x"]),
  fc.constantFrom(...NAMES).map((name): Value => Object.fromEntries([[name, { [name]: true }]])),
);

type Step = string | number;

/** One thing done to a value somewhere in a plan. */
interface Mischief {
  readonly where: readonly number[];
  readonly kind: "delete" | "replace" | "double" | "truncate" | "rename";
  readonly value: Value;
  readonly name: string;
}

const MISCHIEF: fc.Arbitrary<Mischief> = fc.record({
  where: fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }),
  kind: fc.constantFrom("delete", "replace", "double", "truncate", "rename"),
  value: STRANGE,
  name: fc.constantFrom(...NAMES),
});

/** The path that a list of numbers leads along, as deep as there is something. */
function pathAlong(plan: Tree, where: readonly number[]): Step[] {
  const path: Step[] = [];
  for (const turn of where) {
    const here = valueAt(plan, path);
    const steps: Step[] = Array.isArray(here) ? here.map((_, index) => index) : Object.keys(treeOf(here));
    const step = steps[turn % Math.max(steps.length, 1)];
    if (step === undefined) {
      return path;
    }
    path.push(step);
  }
  return path;
}

function make({ where, kind, value, name }: Mischief, plan: Tree): void {
  const path = pathAlong(plan, where);
  const old = valueAt(plan, path);
  const holder = valueAt(plan, path.slice(0, -1));
  switch (kind) {
    case "delete":
      remove(plan, path);
      break;
    case "replace":
      // A copy: the same value may be put into itself later.
      put(plan, path, structuredClone(value));
      break;
    case "double":
      listOf(holder).push(structuredClone(old ?? null));
      break;
    case "truncate":
      put(plan, path, typeof old === "string" ? old.slice(0, old.length / 2) : (old ?? null));
      break;
    case "rename":
      // Of a plan of which nothing is left there is nothing to rename.
      if (path.length > 0 && !Array.isArray(holder) && old !== undefined) {
        remove(plan, path);
        Object.defineProperty(treeOf(holder), name, {
          value: old,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
  }
}

/** What is damaged: a plan, or the state that it leaves, in either form. */
const INPUTS = [
  { what: "a plan", of: (plan: Tree): JsonObject => plan, runs: RUNS },
  { what: "a state", of: stateAfter, runs: Math.ceil(RUNS / 2) },
  { what: "a state that Terraform keeps", of: (plan: Tree) => kept(stateAfter(plan)), runs: Math.ceil(RUNS / 2) },
];

describe.each(INPUTS)("$what that somebody has damaged", ({ of, runs }) => {
  it("gets a verdict or is refused with a reason, in time, and never shows a secret", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.array(MISCHIEF, { minLength: 1, maxLength: 8 }), (one, mischief) => {
        const plan: Tree = JSON.parse(JSON.stringify(of(one.plan)));
        for (const each of mischief) {
          make(each, plan);
        }
        const text = JSON.stringify(plan).replaceAll(JSON.stringify(DEEP), `${"[".repeat(9_000)}${"]".repeat(9_000)}`);
        // Of this process alone: others may keep the machine busy.
        const start = process.cpuUsage();
        let written = "";
        const outcome = outcomeOf(() => {
          try {
            const report = checkedText(text);
            written = Object.values(WRITERS)
              .map((write) => write(report))
              .join("\n");
            return report;
          } catch (error) {
            written = error instanceof Error ? error.message : "";
            throw error;
          }
        });
        expect(["pass", "fail", "undecided", "refused"]).toContain(outcome);
        expect(written).not.toBe("");
        expect(written.includes(one.secret)).toBe(false);
        expect(process.cpuUsage(start).user / 1000).toBeLessThan(MOST_MILLISECONDS);
      }),
      { numRuns: runs },
    );
  });

  it("is refused or read where its text is cut anywhere or a byte is another", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.nat(), fc.nat(255), fc.boolean(), (one, at, byte, cut) => {
        const bytes = Buffer.from(JSON.stringify(of(one.plan)));
        const place = at % (bytes.length - 2);
        if (!cut) {
          bytes[place] = byte;
        }
        const outcome = outcomeOf(() => checkedText(cut ? bytes.subarray(0, place) : bytes));
        expect(cut ? ["refused"] : ["pass", "fail", "undecided", "refused"]).toContain(outcome);
      }),
      { numRuns: runs },
    );
  });
});
