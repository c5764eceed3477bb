import { type TerraformElement, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { recordSource } from "./sources";

/** What an id says in names, where that isn't the id itself: by the construct it is below, then by the id. */
const keysBelow = new WeakMap<IConstruct, Map<string, string>>();

/**
 * An id that wanproof gives to a construct of its own making: names hold its key alone, and nothing where it has none.
 * The id itself has to tell things of one scope apart that have the same key, such as a site and a circuit `ams`.
 */
export function ownId(scope: IConstruct, id: string, key = ""): string {
  const keys = keysBelow.get(scope) ?? new Map<string, string>();
  keysBelow.set(scope, keys);
  keys.set(idInTree(id), key);
  return id;
}

/** Leaves the id of a construct out of names where it only says what it is, such as `vpn-gateway` of a gateway. */
export function withoutKind(construct: Construct, ...kinds: readonly string[]): void {
  const { id, scope } = construct.node;
  if (scope !== undefined && kinds.includes(id)) {
    ownId(scope, id);
  }
}

/**
 * The name in Terraform of what a construct makes: the ids on the way to it below its stack, joined by `_`, without
 * `Default` and without what {@link ownId} and {@link withoutKind} leave out. It depends on nothing else, so it stays
 * the same whatever is added or removed beside it. What Terraform takes in no name becomes `-`.
 * https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
 */
export function terraformName(construct: IConstruct): string {
  const { scopes } = construct.node;
  const below = scopes.slice(scopes.indexOf(TerraformStack.of(construct)) + 1);
  const keys = below.map(keyOf).filter((key) => key !== "");
  const name = inName(keys.length > 0 ? keys.join("_") : lastId(below));
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

/** What a key looks like in a name. */
export function inName(key: string): string {
  return key.replace(/[^A-Za-z0-9_-]/g, "-");
}

/**
 * Gives a Terraform element that wanproof makes its name, which a person may still override, and records the line that
 * it comes from. Call it once the element is made, before anything refers to it.
 */
export function named(element: TerraformElement, name = terraformName(element)): void {
  element.overrideLogicalId(name);
  recordSource(element);
}

function keyOf({ node }: IConstruct): string {
  const key = node.scope === undefined ? undefined : keysBelow.get(node.scope)?.get(node.id);
  return key ?? (node.id === DEFAULT ? "" : node.id);
}

/** Where nothing on the way has a key: a gateway that is called `vpn-gateway`, right below its stack. */
function lastId(below: readonly IConstruct[]): string {
  const ids = below.map(({ node }) => node.id);
  return ids.filter((id) => id !== DEFAULT).at(-1) ?? DEFAULT;
}

/** cdktf leaves this id out of names too. */
const DEFAULT = "Default";

/** How the construct tree writes an id: its own separators are none. */
function idInTree(id: string): string {
  return id.replace(/[/\n]/g, "--");
}
