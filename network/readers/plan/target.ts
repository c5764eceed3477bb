import { type Step, writePath } from "../../traversal";
import type { Planned } from "./planned";
import type { Scope } from "./scope";

/** Where one reference of an expression leads. */
export type Target =
  | InstanceTarget
  /** Nothing in it is unknown: it can't be what makes a value unknown. */
  | { readonly kind: "known" }
  | { readonly kind: "unknown"; readonly decidedBy: string }
  /** Some output of a module instance: behind an index, a plan doesn't record which. */
  | { readonly kind: "module"; readonly scope: Scope; readonly decidedBy: string };

export interface InstanceTarget {
  readonly kind: "instance";
  readonly planned: Planned;
  /** What of the instance; undefined where the plan doesn't tell, as behind `each.key`. */
  readonly path: readonly (string | number)[] | undefined;
  /** The reference as the configuration has it. */
  readonly text: string;
}

export const KNOWN: Target = { kind: "known" };

/** The reference leads to something that the plan doesn't tell. */
export function unknownTarget(scope: Scope, text: string): Target {
  return { kind: "unknown", decidedBy: scope.address === "" ? text : `${scope.address}.${text}` };
}

/** Leads on to a part of what a target is. */
export function furtherInto(target: Target, rest: readonly Step[]): Target {
  return target.kind === "instance" && target.path !== undefined && rest.length > 0
    ? { ...target, path: [...target.path, ...rest.map(plainStep)] }
    : target;
}

/** The address that would decide the value. */
export function deciderOf(target: Exclude<Target, { kind: "known" }>): string {
  if (target.kind !== "instance") {
    return target.decidedBy;
  }
  const { planned, path } = target;
  const text = path === undefined ? "" : writePath(path);
  return text === "" || text.startsWith("[") ? planned.address + text : `${planned.address}.${text}`;
}

export function plainStep(step: Step): string | number {
  return "key" in step ? step.key : step.name;
}
