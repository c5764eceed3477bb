/**
 * What it means to delete information from a plan. A deletion leaves the network what it is and tells less of it:
 *
 * - a value that the plan knows becomes known after apply: it leaves `after`, and `after_unknown` says true there. So does
 *   a null, which tells that there is no value, and a whole block;
 * - a value is marked sensitive, so that nobody may look at it;
 * - the configuration tells less: it is gone as a whole, for a module or for a resource, or one of its expressions no
 *   longer names what it refers to, as that of a function call without references does;
 * - `prior_state`, `planned_values`, `variables` or `output_changes` is gone, or the output with the intent is unknown;
 * - the plan is damaged: a resource is gone from `resource_changes` and still stands elsewhere, or one of the keys that
 *   make an entry what it is, or `after`, or `after_unknown`.
 *
 * Not among them, because each of these tells of another network: a resource that is gone from everywhere; a value that
 * is gone without a mark where the configuration doesn't write it either, or an expression that the configuration no
 * longer has while the value is unknown (both say that nobody wrote it, so that its default holds); another action; a
 * part of the references of an expression.
 */

/** JSON that may be changed. */
export type Value = string | number | boolean | null | Value[] | Tree;
export interface Tree {
  [name: string]: Value;
}

/** One deletion: what it takes away, and how. It is made on a copy, and does nothing where the place is gone already. */
export interface Deletion {
  readonly name: string;
  readonly apply: (plan: Tree) => void;
  /** The address of the resource that it tells less of; undefined where it is of the plan as a whole. */
  readonly about?: string;
  /** Terraform never writes a plan like that. */
  readonly isDamage?: true;
}

type Path = readonly (string | number)[];

/** Every deletion that there is on a plan. */
export function deletionsOn(plan: Tree): Deletion[] {
  return [...ofParts(plan), ...ofChanges(plan), ...ofConfiguration(plan), ...ofOutputs(plan)];
}

function ofParts(plan: Tree): Deletion[] {
  const parts = ["prior_state", "planned_values", "configuration", "variables"];
  const variables = keysOf(plan.variables).map((name) => removal(["variables", name]));
  const changes: Deletion = { ...removal(["resource_changes"]), isDamage: true };
  return [...parts.filter((part) => part in plan).map((part) => removal([part])), ...variables, changes];
}

function ofChanges(plan: Tree): Deletion[] {
  return listOf(plan.resource_changes).flatMap((entry, index) => {
    const at: Path = ["resource_changes", index];
    const change = treeOf(treeOf(entry).change);
    const stays = listOf(change.actions).some((action) => action !== "delete");
    const values = pathsIn(change.after, []).filter((path) => path.length > 0);
    if (!stays) {
      return [];
    }
    const damages = [
      gone(at),
      ...["address", "module_address", "mode", "type", "name", "index", "change"]
        .filter((key) => key in treeOf(entry))
        .map((key) => removal([...at, key])),
      ...["actions", "after", "after_unknown"].map((key) => removal([...at, "change", key])),
      unknownWhole(at),
      ...values
        .filter((path) => isWritten(plan, treeOf(entry), path))
        .map((path) => removal([...at, "change", "after", ...path])),
    ].map((deletion): Deletion => ({ ...deletion, isDamage: true }));
    const deletions = [...values.map((path) => unknownAt(at, path)), ...values.map((path) => sensitiveAt(at, path))];
    return [...deletions, ...damages].map((deletion) => about(treeOf(entry).address, deletion));
  });
}

function about(address: Value | undefined, deletion: Deletion): Deletion {
  return typeof address === "string" ? { ...deletion, about: address } : deletion;
}

/** Whether the configuration writes the attribute that is deepest on a path through blocks. */
function isWritten(plan: Tree, entry: Tree, path: Path): boolean {
  if (path.length !== 1 || typeof entry.module_address === "string") {
    return false;
  }
  const root = treeOf(treeOf(plan.configuration).root_module);
  const data = entry.mode === "data" ? "data." : "";
  const base = `${data}${entry.type}.${entry.name}`;
  const resource = listOf(root.resources).find((one) => treeOf(one).address === base);
  const expression = treeOf(treeOf(resource).expressions)[String(path[0])];
  return expression !== undefined && treeOf(expression).constant_value !== null;
}

function ofConfiguration(plan: Tree): Deletion[] {
  const root: Path = ["configuration", "root_module"];
  return [...ofModule(plan, root), removal(root)];
}

function ofModule(plan: Tree, at: Path): Deletion[] {
  const module = treeOf(valueAt(plan, at));
  const resources = listOf(module.resources).map((_, index): Path => [...at, "resources", index]);
  const calls = keysOf(module.module_calls).map((name): Path => [...at, "module_calls", name]);
  const outputs = keysOf(module.outputs).map((name): Path => [...at, "outputs", name]);
  return [
    ...["resources", "module_calls", "outputs"].filter((key) => key in module).map((key) => removal([...at, key])),
    ...[...resources, ...calls].flatMap((path) =>
      [
        path.includes("resources") ? emptied(path) : removal([...path, "module"]),
        ...expressionsIn(valueAt(plan, [...path, "expressions"]), [...path, "expressions"]).map(emptied),
        ...["for_each_expression", "count_expression"]
          .filter((key) => key in treeOf(valueAt(plan, path)))
          .map((key) => emptied([...path, key])),
      ].map((deletion) => about(valueAt(plan, [...path, "address"]), deletion)),
    ),
    ...outputs.map((path) => emptied([...path, "expression"])),
    ...calls.flatMap((path) => ofModule(plan, [...path, "module"])),
  ];
}

/** Where the expressions are that name other things. */
function expressionsIn(value: Value | undefined, at: Path): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => expressionsIn(element, [...at, index]));
  }
  const tree = treeOf(value);
  if ("references" in tree || "constant_value" in tree) {
    return [at];
  }
  return Object.entries(tree).flatMap(([name, inner]) => expressionsIn(inner, [...at, name]));
}

const INTENT = "network_intent";

function ofOutputs(plan: Tree): Deletion[] {
  const change = treeOf(treeOf(plan.output_changes)[INTENT]);
  if (!("after" in change)) {
    return [];
  }
  const at: Path = ["output_changes", INTENT];
  return [
    { name: "all values of outputs", apply: withoutOutputs },
    ...pathsIn(change.after, []).map((path): Deletion => {
      const apply = (copy: Tree) => {
        const output = treeOf(valueAt(copy, at));
        makeUnknown(output, "after", "after_unknown", path);
      };
      return { name: `unknown: ${INTENT}.${path.join(".")}`, apply };
    }),
    { name: `sensitive: ${INTENT}`, apply: (copy) => put(copy, [...at, "after_sensitive"], true) },
  ];
}

/** What outputs are worth is gone everywhere; that there is one is told by the configuration. */
function withoutOutputs(plan: Tree): void {
  remove(plan, ["output_changes"]);
  remove(plan, ["planned_values", "outputs"]);
  remove(plan, ["prior_state", "values", "outputs"]);
}

/** A resource is gone from what changes, and stands in the planned values or the configuration still. */
function gone(at: Path): Deletion {
  return { name: `gone: ${at.join(".")}`, apply: (plan) => put(plan, at, null) };
}

function removal(path: Path): Deletion {
  return { name: `removed: ${path.join(".")}`, apply: (plan) => remove(plan, path) };
}

/** An expression of which nothing is told, or a resource of which only its address is. */
function emptied(path: Path): Deletion {
  const apply = (plan: Tree) => {
    const old = treeOf(valueAt(plan, path));
    put(plan, path, typeof old.address === "string" ? { address: old.address, mode: old.mode ?? "managed" } : {});
  };
  return { name: `emptied: ${path.join(".")}`, apply };
}

function unknownWhole(at: Path): Deletion {
  const apply = (plan: Tree) => {
    remove(plan, [...at, "change", "after"]);
    put(plan, [...at, "change", "after_unknown"], true);
  };
  return { name: `unknown: ${at.join(".")}`, apply };
}

function unknownAt(at: Path, path: Path): Deletion {
  const apply = (plan: Tree) => makeUnknown(treeOf(valueAt(plan, [...at, "change"])), "after", "after_unknown", path);
  return { name: `unknown: ${[...at, ...path].join(".")}`, apply };
}

function sensitiveAt(at: Path, path: Path): Deletion {
  const apply = (plan: Tree) => {
    const change = treeOf(valueAt(plan, [...at, "change"]));
    if (valueAt(change, ["after", ...path]) !== undefined) {
      change.after_sensitive = marked(change.after_sensitive, path);
    }
  };
  return { name: `sensitive: ${[...at, ...path].join(".")}`, apply };
}

function makeUnknown(holder: Tree, values: string, mask: string, path: Path): void {
  if (valueAt(holder, [values, ...path]) !== undefined) {
    // An element of a list can't be left out: null keeps its place.
    if (typeof path.at(-1) === "number") {
      put(holder, [values, ...path], null);
    } else {
      remove(holder, [values, ...path]);
    }
    holder[mask] = marked(holder[mask], path);
  }
}

/** A mask with true at a path. What is true already stays so, and with it all below. */
function marked(mask: Value | undefined, [step, ...rest]: Path): Value {
  if (step === undefined || mask === true) {
    return true;
  }
  if (typeof step === "number") {
    const list = Array.isArray(mask) ? [...mask] : [];
    while (list.length <= step) {
      list.push({});
    }
    list[step] = marked(list[step], rest);
    return list;
  }
  const tree = treeOf(mask);
  return { ...tree, [step]: marked(tree[step], rest) };
}

/** Every path into a value, the empty one too. */
export function pathsIn(value: Value | undefined, at: Path): Path[] {
  const inner = Array.isArray(value)
    ? value.flatMap((element, index) => pathsIn(element, [...at, index]))
    : Object.entries(treeOf(value)).flatMap(([name, element]) => pathsIn(element, [...at, name]));
  return [at, ...inner];
}

export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((inner, step) => {
    if (Array.isArray(inner)) {
      return inner[Number(step)];
    }
    return Object.hasOwn(treeOf(inner), step) ? treeOf(inner)[step] : undefined;
  }, value);
}

export function put(root: Tree, path: Path, value: Value): void {
  const holder = valueAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder)) {
    holder[Number(last)] = value;
  } else if (holder !== undefined && last !== undefined) {
    treeOf(holder)[last] = value;
  }
}

export function remove(root: Tree, path: Path): void {
  const holder = valueAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder)) {
    holder.splice(Number(last), 1, null);
  } else if (last !== undefined) {
    delete treeOf(holder)[last];
  }
}

export function treeOf(value: Value | undefined): Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

export function listOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}

export function keysOf(value: Value | undefined): string[] {
  return Object.keys(treeOf(value));
}
