import type { Resource } from "../../resource";
import { parseTraversal, type Step } from "../../traversal";

/** The keys that a person gave to one instance. */
export interface Keys {
  /** Of `for_each`, or of a construct, which is its name in Terraform. */
  readonly own?: string | undefined;
  /** The innermost one of the modules around an instance that has none itself. */
  readonly ofModule?: string | undefined;
}

/** The keys in an address; none in that of something which no input describes, an id or an expression. */
export function keysOf({ address, standing, constructPath }: Resource): Keys {
  const isKeyed = constructPath !== undefined || address.includes('"');
  const steps = isKeyed && standing !== "outside" ? (parseTraversal(address) ?? []) : [];
  const last = steps.at(-1);
  const own = last === undefined ? undefined : ownKey(last, constructPath !== undefined);
  return own === undefined ? { ofModule: moduleKey(steps) } : { own };
}

function ownKey(last: Step, isConstruct: boolean): string | undefined {
  if ("key" in last) {
    return textOf(last);
  }
  return isConstruct && !MADE_UP.test(last.name) ? last.name : undefined;
}

function moduleKey(steps: readonly Step[]): string | undefined {
  const keys = moduleSteps(steps).flatMap((step) => textOf(step) ?? []);
  return keys.at(-1);
}

/** The steps of `module.region["weu"].module.site["hq"]` before the resource itself. */
function moduleSteps(steps: readonly Step[]): readonly Step[] {
  const last = steps.findLastIndex((step) => "name" in step && step.name === "module");
  const end = steps.findIndex((step, index) => index > last + 1 && "name" in step);
  return last < 0 ? [] : steps.slice(0, end);
}

/** An index of `count` is no key. */
function textOf(step: Step): string | undefined {
  return "key" in step && typeof step.key === "string" ? step.key : undefined;
}

/** cdktf ends the names that it makes up with a hash. */
const MADE_UP = /_[0-9A-F]{8}$/;
