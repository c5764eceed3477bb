import { Testing } from "cdktf";
import { type JsonObject, objectOf } from "../../../scripts/azurerm-schema";
import { Surroundings } from "./surroundings";

/** One property: what is built without it, and what with it. */
export interface PropertyCase {
  /** `VpnSiteProps.tags` */
  readonly property: string;
  readonly before: (around: Surroundings) => void;
  readonly after: (around: Surroundings) => void;
}

/** What a property is changed to; with `from`, what the rest has to be for it to count. */
type Change<P> = Partial<P> | { readonly from: Partial<P>; readonly to: Partial<P> };

/** For each property of an interface, a change of it. The compiler wants all of them, and so does the test. */
type Changes<P> = { readonly [K in keyof Required<P>]: (around: Surroundings) => Change<P> };

/**
 * Cases for every property of one interface.
 * @param build makes the construct in the stack `around.subject`
 * @param base the least that the construct needs
 */
export function casesOf<P extends object>(
  name: string,
  build: (around: Surroundings, properties: P) => void,
  base: (around: Surroundings) => P,
  changes: Changes<P>,
): PropertyCase[] {
  const properties: (keyof Changes<P>)[] = keysOf(changes);
  return properties.map((property) => {
    const change = changes[property];
    return {
      property: `${name}.${String(property)}`,
      before: (around) => {
        const wanted = change(around);
        build(around, { ...base(around), ...(isTwofold(wanted) ? wanted.from : {}) });
      },
      after: (around) => {
        const wanted = change(around);
        build(around, { ...base(around), ...(isTwofold(wanted) ? { ...wanted.from, ...wanted.to } : wanted) });
      },
    };
  });
}

function keysOf<T extends object>(object: T): (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in object) {
    keys.push(key);
  }
  return keys;
}

function isTwofold<P>(change: Change<P>): change is { readonly from: Partial<P>; readonly to: Partial<P> } {
  return "from" in change && "to" in change;
}

/** The Terraform of what is built: the surroundings are in another stack, so all of it is the subject's. */
export function terraformOf(build: (around: Surroundings) => void): JsonObject {
  return withoutStackTraces(() => {
    const around = new Surroundings();
    build(around);
    return objectOf(JSON.parse(Testing.synth(around.subject)));
  });
}

/** cdktf has a stack trace printed for every token, which takes nine tenths of the time here. */
function withoutStackTraces<T>(make: () => T): T {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return make();
  } finally {
    if (prepareStackTrace === undefined) {
      Reflect.deleteProperty(Error, "prepareStackTrace");
    } else {
      Error.prepareStackTrace = prepareStackTrace;
    }
  }
}
