import type { Tree, Value } from "./deletions";

/** A finding as the table of mutations states it. */
export interface Expected {
  readonly rule: string;
  readonly address: string;
  readonly path: string;
  readonly outcome: "violation" | "undecided";
}

/** One mistake in a configuration in which nothing is wrong. */
export interface Mutation {
  readonly id: string;
  /** What somebody has done wrong, in their own words. */
  readonly name: string;
  /** Attributes by their paths, and their new values; undefined takes one out. */
  readonly edit: { readonly [path: string]: Value | undefined };
  readonly expected: Expected;
  /** A plan alone tells it: what a variable is worth is not in a configuration, for its default may be overridden. */
  readonly planOnly?: true;
}

/** A mistake in the value of a variable. */
export function ofPlan(...mistake: Parameters<typeof one>): Mutation {
  return { ...one(...mistake), planOnly: true };
}

/** A mistake of one attribute, which is where it is found too, unless `found` says another place. */
export function one(
  id: string,
  name: string,
  path: string,
  value: Value | undefined,
  rule: string,
  found: Partial<Expected> = {},
): Mutation {
  return several(id, name, { [path]: value }, rule, path, found);
}

/** A mistake that takes more than one edit, and where it is found. */
export function several(
  id: string,
  name: string,
  edit: Mutation["edit"],
  rule: string,
  place: string,
  found: Partial<Expected> = {},
): Mutation {
  const [type, label, ...rest] = place.split(".");
  return {
    id,
    name,
    edit,
    expected: { rule, address: `${type}.${label}`, path: rest.join("."), outcome: "violation", ...found },
  };
}

/** A configuration with some edits. A path begins with the type of a resource, or with `variable` or `output`. */
export function edited(configuration: Tree, edit: Mutation["edit"]): Tree {
  return Object.entries(edit).reduce<Tree>((whole, [path, value]) => {
    const steps = [...path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
      index === undefined ? (quoted ?? plain ?? "") : Number(index),
    );
    const inside = ["variable", "output"].includes(String(steps[0])) ? steps : ["resource", ...steps];
    const changed = withValue(whole, inside, value);
    return isTree(changed) ? changed : {};
  }, configuration);
}

function withValue(
  holder: Value | undefined,
  [step, ...rest]: readonly (string | number)[],
  value: Value | undefined,
): Value | undefined {
  if (step === undefined) {
    return value;
  }
  if (typeof step === "number") {
    const list = Array.isArray(holder) ? [...holder] : [];
    const inner = withValue(list[step], rest, value);
    if (inner === undefined) {
      list.splice(step, 1);
    } else {
      list[step] = inner;
    }
    return list;
  }
  const tree = isTree(holder) ? { ...holder } : {};
  const inner = withValue(tree[step], rest, value);
  if (inner === undefined) {
    delete tree[step];
  } else {
    tree[step] = inner;
  }
  return tree;
}

function isTree(value: Value | undefined): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
