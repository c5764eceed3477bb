import fc from "fast-check";
import { patience, sample } from "../../sample";
import { pathsIn, put, remove, type Tree, treeOf, type Value, valueAt } from "./deletions";
import { DIVERSIONS } from "./diversions";
import { judged, outcomeOf } from "./judged";
import { edited } from "./mutation";
import { ALL_MUTATIONS } from "./mutations";
import { planOf } from "./plan-of";
import { RICH } from "./rich";

const RUNS = sample(15, 200);

jest.setTimeout(patience(RUNS));

type Path = readonly (string | number)[];

/** A reference of a configuration: where it is, and what it leads to. */
interface Reference {
  readonly path: Path;
  readonly to: string;
}

const REFERENCE = /^\$\{(azurerm_\w+\.\w+)[^{}]*\}$/;

function referencesIn(configuration: Tree): Reference[] {
  return pathsIn(configuration.resource, ["resource"]).flatMap((path) => {
    const value = valueAt(configuration, path);
    const to = typeof value === "string" ? REFERENCE.exec(value)?.[1] : undefined;
    return to === undefined ? [] : [{ path, to }];
  });
}

/** How a reference is written that can't be followed: in the configuration itself, and as a plan keeps it. */
interface Form {
  readonly name: string;
  readonly written: (to: string) => string;
  readonly kept: (to: string) => Tree;
}

const FORMS: readonly Form[] = [
  { name: "a local value", written: () => "${local.lost}", kept: () => ({ references: ["local.lost"] }) },
  {
    name: "a formatted text",
    written: () => '${format("/subscriptions/%s/x", var.untold)}',
    kept: () => ({}),
  },
  {
    name: "a conditional",
    written: (to) => `\${var.untold ? ${to}.id : var.other}`,
    kept: (to) => ({ references: ["var.untold", `${to}.id`, to, "var.other"] }),
  },
  {
    name: "an element of a local value",
    written: () => "${local.lost[each.value.of]}",
    kept: () => ({ references: ["local.lost", "each.value.of", "each.value"] }),
  },
];

/** All forms where time is no matter, else one after another. */
function formsOf(place: number): readonly Form[] {
  const first = place % FORMS.length;
  return [...FORMS.slice(first), ...FORMS.slice(0, first)].slice(0, sample(1, FORMS.length));
}

/** A configuration with one reference that can't be followed. */
function withoutReference(configuration: Tree, { path, to }: Reference, form: Form): Tree {
  const copy = structuredClone(configuration);
  copy.variable = { ...treeOf(copy.variable), untold: {}, other: {} };
  put(copy, path, form.written(to));
  return copy;
}

/** The plan of a configuration, with one reference that can't be followed. */
function planWithout(configuration: Tree, { path, to }: Reference, form: Form): Tree {
  const plan = planOf(configuration);
  const [, type, name, ...inside] = path;
  const address = `${type}.${name}`;
  const root = treeOf(treeOf(plan.configuration).root_module);
  // A list of references is one expression.
  const expression = typeof inside.at(-1) === "number" ? inside.slice(0, -1) : inside;
  put(of(root.resources, address), ["expressions", ...expression], form.kept(to));
  const change = treeOf(of(plan.resource_changes, address).change);
  const planned = of(treeOf(treeOf(plan.planned_values).root_module).resources, address);
  for (const values of [change.after, planned.values]) {
    remove(treeOf(values), expression);
  }
  put(change, ["after_unknown", ...expression], true);
  return plan;
}

function of(list: Value | undefined, address: string): Tree {
  return treeOf((Array.isArray(list) ? list : []).find((one) => treeOf(one).address === address));
}

interface Failing {
  readonly name: string;
  readonly configuration: Tree;
  readonly references: readonly Reference[];
}

function failing(name: string, configuration: Tree): Failing[] {
  const isSound = judged(configuration).verdict === "pass" || judged(planOf(configuration)).verdict === "pass";
  return isSound ? [] : [{ name, configuration, references: referencesIn(configuration) }];
}

function outcomes({ name, configuration }: Failing, reference: Reference, form: Form) {
  return {
    name,
    reference: reference.path.join("."),
    form: form.name,
    configuration: outcomeOf(() => judged(withoutReference(configuration, reference, form))),
    plan: outcomeOf(() => judged(planWithout(configuration, reference, form))),
  };
}

/**
 * Which link of its own site an expression about sites means is told by the name of the block. That the wrong link is named,
 * or one twice, is known only while the reference is; Azure refuses such a connection at apply, so nothing goes astray.
 */
function isToldByName({ name }: Failing, { path }: Reference): boolean {
  return path.at(-1) === "vpn_site_link_id" && ["link-twice", "link-of-other-site"].includes(name);
}

function passes({ configuration, plan }: ReturnType<typeof outcomes>): boolean {
  return configuration === "pass" || plan === "pass";
}

describe("what a part belongs to, where the input doesn't tell it", () => {
  const diverted = DIVERSIONS.flatMap(({ name, edit }) => failing(name, edited(RICH, edit)));

  it("is tried on networks in which something is wrong", () => {
    expect(diverted.map(({ name }) => name)).toEqual(DIVERSIONS.map(({ name }) => name));
  });

  it.each(diverted.map((one) => [one.name, one] as const))("makes no pass of %s", (_, one) => {
    const edit = Object.keys(DIVERSIONS.find(({ name }) => name === one.name)?.edit ?? {}).join(" ");
    const near = one.references.filter(({ path, to }) => edit.includes(`${path[1]}.${path[2]}`) || edit.includes(to));
    const tried = near.flatMap((reference, at) => formsOf(at).map((form) => outcomes(one, reference, form)));
    expect(near.length).toBeGreaterThan(0);
    expect(tried.filter(passes)).toEqual([]);
  });

  it("makes no pass of any network that fails or is undecided", () => {
    const mistaken = ALL_MUTATIONS.filter(({ planOnly }) => planOnly !== true).map(
      ({ id, edit }) =>
        () =>
          failing(id, edited(RICH, edit)),
    );
    const networks = [...diverted.map((one) => () => [one]), ...mistaken];
    fc.assert(
      fc.property(fc.constantFrom(...networks), fc.nat(), fc.constantFrom(...FORMS), (network, at, form) => {
        for (const one of network()) {
          const { references } = one;
          const chosen = references.slice(at % references.length, (at % references.length) + 1);
          for (const reference of chosen.filter((each) => !isToldByName(one, each))) {
            expect([outcomes(one, reference, form)].filter(passes)).toEqual([]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
