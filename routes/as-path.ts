import type { Answer } from "../network/facts/answer";

/** An AS path, as far as it is known. */
export interface AsPath {
  /** All of it, the nearest AS first; undefined where nobody told. */
  readonly asns: readonly string[] | undefined;
  /** What is on it, whatever else is. */
  readonly holds: readonly string[];
  /** What isn't on it. */
  readonly lacks: readonly string[];
}

/** Microsoft's own AS, through which everything comes that is learned over ExpressRoute. */
const MICROSOFT = "12076";

export function knownPath(asns: readonly string[]): AsPath {
  return { asns, holds: asns, lacks: [] };
}

/** One that nobody told. */
export const UNTOLD_PATH: AsPath = { asns: undefined, holds: [], lacks: [] };

/** That of a hub's spokes, on their way out: no ExpressRoute is behind them. What else is on it no page says. */
export const PATH_OF_AZURE: AsPath = { asns: undefined, holds: [], lacks: [MICROSOFT] };

/** That of what comes over ExpressRoute: 12076 is on it, stated or not, and first where it isn't. */
export function pathOverExpressRoute(stated: readonly string[] | undefined): AsPath {
  if (stated === undefined) {
    return { asns: undefined, holds: [MICROSOFT], lacks: [] };
  }
  return knownPath(stated.includes(MICROSOFT) ? stated : [MICROSOFT, ...stated]);
}

/** The same with some ASNs before it. */
export function prepended({ asns, holds, lacks }: AsPath, more: readonly string[]): AsPath {
  return asns === undefined
    ? { asns, holds: [...more, ...holds], lacks: lacks.filter((one) => !more.includes(one)) }
    : knownPath([...more, ...asns]);
}

/** Whether a path is exactly the one that is wanted; undefined where that can't be told. */
export function isPath({ asns, holds, lacks }: AsPath, wanted: readonly string[]): Answer | undefined {
  if (asns !== undefined) {
    return asns.join(" ") === wanted.join(" ") ? "yes" : "no";
  }
  const differs = holds.some((one) => !wanted.includes(one)) || lacks.some((one) => wanted.includes(one));
  return differs ? "no" : undefined;
}

/** Whether a path holds any of those that are wanted; undefined where that can't be told. */
export function holdsAny({ asns, holds, lacks }: AsPath, wanted: readonly string[]): Answer | undefined {
  if (wanted.some((one) => holds.includes(one))) {
    return "yes";
  }
  return asns !== undefined || wanted.every((one) => lacks.includes(one)) ? "no" : undefined;
}

export function samePath(a: AsPath, b: AsPath): boolean {
  const asText = ({ asns, holds, lacks }: AsPath) => JSON.stringify(asns ?? [holds, lacks]);
  return asText(a) === asText(b);
}
