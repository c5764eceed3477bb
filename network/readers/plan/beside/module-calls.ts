import { stringAt } from "../../../../text/json";
import type { ModulePlace } from "../../configuration/module-folders";
import { ROOT } from "../../configuration/module-folders";
import type { Scope } from "../scope";

/** Where the files of a module of a plan are to be looked for. */
export function placeOf(scope: Scope): ModulePlace {
  const { call } = scope;
  if (call === undefined) {
    return ROOT;
  }
  const parent = placeOf(call.parent);
  return { names: [...parent.names, callName(scope)], source: stringAt(call.configuration, "source") ?? "", parent };
}

/** The name of the call that makes a module. */
export function callName({ call, address }: Scope): string {
  const above = call === undefined || call.parent.address === "" ? "" : `${call.parent.address}.`;
  return /^module\.([^.[]+)/.exec(address.slice(above.length))?.[1] ?? "";
}
