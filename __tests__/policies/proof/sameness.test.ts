import fc from "fast-check";
import type { Report } from "../../../policies/report/report";
import { patience, sample } from "../../sample";
import { listOf, type Tree, treeOf, type Value } from "./deletions";
import { judged, judgedTogether } from "./judged";
import { edited } from "./mutation";
import { ALL_MUTATIONS } from "./mutations";
import { planOf } from "./plan-of";
import { CASES } from "./plans";
import { RICH } from "./rich";

const RUNS = sample(8, 50);

jest.setTimeout(patience(RUNS));

const MISTAKEN = ALL_MUTATIONS.map(({ edit }) => edited(RICH, edit));

/** What a report says, whatever its order: everything but the fingerprints, which are made of it. */
function saidIn({ verdict, findings, unread }: Report): unknown {
  return { verdict, unread, findings: findings.map((finding) => JSON.stringify(finding)).sort() };
}

/** The same JSON with the names of every object in another order. */
function reordered(value: Value, order: (count: number) => number[]): Value {
  if (Array.isArray(value)) {
    return value.map((element) => reordered(element, order));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    order(entries.length).flatMap((at) =>
      entries.slice(at, at + 1).map(([name, inner]) => [name, reordered(inner, order)]),
    ),
  );
}

/** An order of so many things, made of any numbers. */
function orderBy(turns: readonly number[]): (count: number) => number[] {
  return (count) =>
    Array.from({ length: count }, (_, at) => at).sort(
      (a, b) => ((turns[a % turns.length] ?? 0) ^ (a * 7919)) - ((turns[b % turns.length] ?? 0) ^ (b * 7919)) || a - b,
    );
}

function shuffled(list: Value | undefined, order: (count: number) => number[]): Value[] {
  const all = listOf(list);
  return order(all.length).flatMap((at) => all.slice(at, at + 1));
}

const TURNS = fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 30 });

describe("what is said of a network", () => {
  it("is the same in whatever order the names of its JSON stand", () => {
    fc.assert(
      fc.property(fc.constantFrom(...MISTAKEN), TURNS, (configuration, turns) => {
        const again = treeOf(reordered(configuration, orderBy(turns)));
        expect(saidIn(judged(again))).toEqual(saidIn(judged(configuration)));
      }),
      { numRuns: RUNS },
    );
  });

  it("is the same in whatever order a plan lists its resources, changes and configuration", () => {
    const plans = [...MISTAKEN.slice(0, 60).map(planOf), ...CASES.map(({ plan }) => plan)];
    fc.assert(
      fc.property(fc.constantFrom(...plans), TURNS, (plan, turns) => {
        const order = orderBy(turns);
        const copy = treeOf(reordered(plan, order));
        copy.resource_changes = shuffled(copy.resource_changes, order);
        const root = treeOf(treeOf(copy.configuration).root_module);
        root.resources = shuffled(root.resources, order);
        const state = treeOf(treeOf(treeOf(copy.prior_state).values).root_module);
        state.resources = shuffled(state.resources, order);
        expect(saidIn(judged(copy))).toEqual(saidIn(judged(plan)));
      }),
      { numRuns: RUNS },
    );
  });

  it("is the same but for the names where every resource has another one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...MISTAKEN), fc.stringMatching(/^[a-z][a-z_]{0,8}$/), (configuration, prefix) => {
        const names = Object.values(treeOf(configuration.resource)).flatMap((named) => Object.keys(treeOf(named)));
        const longest = [...new Set(names)].sort((a, b) => b.length - a.length);
        // Resources keep their order, so that of two parts the same one comes first.
        const addresses = new RegExp(`(azurerm_\\w+)\\.(${longest.join("|")})\\b`, "g");
        const rename = (text: string) => text.replace(addresses, `$1.${prefix}_$2`);
        const resource = Object.entries(treeOf(configuration.resource)).map(([type, named]): [string, Value] => [
          type,
          Object.fromEntries(Object.entries(treeOf(named)).map(([name, body]) => [`${prefix}_${name}`, body])),
        ]);
        const renamed: Tree = JSON.parse(
          rename(JSON.stringify({ ...configuration, resource: Object.fromEntries(resource) })),
        );
        const outcomes = ({ verdict, findings }: Report) => ({
          verdict,
          findings: findings.map(({ rule, level, outcome, address, path, message }) =>
            [rule, level, outcome, address, path, message].join(" "),
          ),
        });
        const before = outcomes(judged(configuration));
        const renamedBefore = { ...before, findings: before.findings.map(rename) };
        expect(outcomes(judged(renamed))).toEqual(renamedBefore);
      }),
      { numRuns: RUNS },
    );
  });

  it("is the same in whatever order its inputs are named", () => {
    const inputs = CASES.map(({ name, plan }) => ({ name: `${name}.json`, content: plan }));
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: 2, maxLength: 4 }), (some) => {
        const inOrder = [...some].sort((a, b) => (a.name < b.name ? -1 : 1));
        const again = saidIn(judgedTogether(some));
        expect(again).toEqual(saidIn(judgedTogether(inOrder)));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });
});
