import fc from "fast-check";
import { patience, sample } from "../../sample";
import { type Deletion, deletionsOn, type Tree } from "./deletions";
import { judged, outcomeOf } from "./judged";
import { edited, type Mutation } from "./mutation";
import { ALL_MUTATIONS } from "./mutations";
import { planOf } from "./plan-of";
import { CASES, type Case } from "./plans";
import { RICH } from "./rich";

const RUNS = sample(25, 250);

interface Failing {
  readonly id: string;
  readonly plan: Tree;
  readonly all: readonly Deletion[];
  /** Deletions in what the mistake was made in, and in the plan as a whole. */
  readonly near: readonly Deletion[];
}

/** The text of a secret is left out: most keys are known to nobody before apply, so rules don't ask for what isn't told. */
function failing({ id, edit, expected, planOnly }: Mutation): Failing | undefined {
  const plan = planOf(edited(RICH, edit));
  if (planOnly === true || judged(plan).verdict !== "fail") {
    return undefined;
  }
  const all = deletionsOn(plan);
  const addresses = [...Object.keys(edit).map((path) => path.split(".").slice(0, 2).join(".")), expected.address];
  const near = all.filter((one) => one.about === undefined || addresses.includes(one.about));
  return { id, plan, all, near };
}

function failingCase({ name, plan, verdict }: Case): Failing | undefined {
  const all = deletionsOn(plan);
  return verdict === "pass" ? undefined : { id: name, plan, all, near: all };
}

/** Plans are made and judged as they are asked for: a sample needs few of them. */
const plans: (() => Failing | undefined)[] = [
  ...ALL_MUTATIONS.map((mutation) => once(() => failing(mutation))),
  ...CASES.map((one) => once(() => failingCase(one))),
];

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function chosen<T>(things: readonly T[], at: number): T[] {
  return things.slice(at % things.length, (at % things.length) + 1);
}

jest.setTimeout(patience(RUNS));

describe("a plan that tells less", () => {
  const whole = planOf(RICH);
  const deletionsOfWhole = deletionsOn(whole);

  it("never passes where it fails as a whole", () => {
    const deletions = fc.array(fc.tuple(fc.boolean(), fc.nat()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(), deletions, (at, places) => {
        const failed = plans[at % plans.length]?.();
        fc.pre(failed !== undefined);
        const made = places.flatMap(([near, place]) => chosen(near ? failed.near : failed.all, place));
        const plan = structuredClone(failed.plan);
        for (const { apply } of made) {
          apply(plan);
        }
        const outcome = outcomeOf(() => judged(plan));
        expect({ id: failed.id, made: made.map(({ name }) => name), outcome }).not.toMatchObject({ outcome: "pass" });
      }),
      { numRuns: RUNS },
    );
  });

  it("never fails where it passes as a whole: what isn't known is no violation", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (places) => {
        const made = places
          .flatMap((place) => chosen(deletionsOfWhole, place))
          .filter(({ isDamage }) => isDamage !== true);
        const plan = structuredClone(whole);
        for (const { apply } of made) {
          apply(plan);
        }
        // An empty expression is what Terraform records of sensitive("..."), which is a literal.
        if (made.some(({ name }) => /^emptied: configuration.*\.shared_key$/.test(name))) {
          return;
        }
        const outcome = outcomeOf(() => judged(plan));
        expect({ made: made.map(({ name }) => name), outcome }).not.toMatchObject({ outcome: "fail" });
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it("doesn't take two virtual networks that it names nothing of for one that is connected twice", () => {
    const plan = structuredClone(whole);
    for (const { name, apply } of deletionsOfWhole) {
      if (/^emptied: configuration.*\.remote_virtual_network_id$/.test(name)) {
        apply(plan);
      }
    }
    const { verdict, findings } = judged(plan);
    expect([verdict, findings.filter(({ outcome }) => outcome === "violation")]).toEqual(["undecided", []]);
  });
});
