import fc from "fast-check";
import { patience, sample } from "../../sample";
import { pathsIn, type Tree, treeOf, valueAt } from "./deletions";
import { judged, outcomeOf } from "./judged";
import { edited } from "./mutation";
import { ALL_MUTATIONS } from "./mutations";
import { planOf } from "./plan-of";
import { CASES } from "./plans";
import { RICH } from "./rich";

// All of them are run by hand: PROOF_RUNS=all npx jest __tests__/policies/proof/one-field
const { PROOF_RUNS } = process.env;
const ALL = PROOF_RUNS === "all";
const RUNS = ALL ? 0 : sample(20, 200);

jest.setTimeout(ALL ? 10 * 3_600_000 : patience(RUNS));

type Path = readonly (string | number)[];

/** Nobody reads these, and what was before the change doesn't decide what is after it. */
const UNREAD = ["resource_drift", "relevant_attributes", "before", "before_sensitive", "timeouts", "tags"];

function fieldsOf(plan: Tree): Path[] {
  return pathsIn(plan, []).filter((path) => path.length > 0 && !path.some((step) => UNREAD.includes(String(step))));
}

/** A plan without one field or one element: what comes after the element moves up. */
function withoutField(plan: Tree, path: Path): Tree {
  const copy = structuredClone(plan);
  const holder = valueAt(copy, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder)) {
    holder.splice(Number(last), 1);
  } else if (last !== undefined) {
    delete treeOf(holder)[last];
  }
  return copy;
}

interface Failing {
  readonly name: string;
  readonly plan: Tree;
}

const RECORDED: Failing[] = CASES.filter(({ verdict }) => verdict !== "pass");
const MISTAKEN: Failing[] = ALL_MUTATIONS.map(({ id, edit }) => ({
  name: id,
  get plan() {
    return planOf(edited(RICH, edit));
  },
}));

describe("a plan that has lost any one field on its way", () => {
  const failing = [...RECORDED, ...RECORDED, ...MISTAKEN];

  it("never passes where it fails as a whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(...failing), fc.nat(), ({ name, plan }, at) => {
        fc.pre(judged(plan).verdict !== "pass");
        const fields = fieldsOf(plan);
        const field = fields[at % fields.length] ?? [];
        const outcome = outcomeOf(() => judged(withoutField(plan, field)));
        expect({ name, field: field.join("."), outcome }).not.toMatchObject({ outcome: "pass" });
      }),
      { numRuns: RUNS },
    );
    for (const { name, plan } of ALL ? failing.filter((one) => judged(one.plan).verdict !== "pass") : []) {
      const passing = fieldsOf(plan).filter((field) => outcomeOf(() => judged(withoutField(plan, field))) === "pass");
      expect({ name, passing: passing.map((field) => field.join(".")) }).toEqual({ name, passing: [] });
    }
  });
});
