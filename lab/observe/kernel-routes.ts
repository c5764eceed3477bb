import { isJsonArray, isJsonObject } from "../../text/json";
import { LabError } from "../system/lab-error";
import { objectsIn } from "./json";

/** A route of a kernel's main table. */
export interface KernelRoute {
  /** `10.0.1.0/24`, or `default`. */
  readonly destination: string;
  /** `unicast`, `blackhole` */
  readonly type: string;
  /** Interfaces that it leads to, in order. */
  readonly over: readonly string[];
}

/**
 * Reads `ip -j -d route show`.
 * @throws LabError where it is anything else
 */
export function kernelRoutesIn(text: string, node: string): KernelRoute[] {
  const what = `the routing table of ${node}`;
  return objectsIn(text, what).map((route) => {
    const { dst, type } = route;
    if (typeof dst !== "string") {
      throw new LabError([`${what} has a route without a destination: ${JSON.stringify(route).slice(0, 200)}`]);
    }
    const hops = isJsonArray(route.nexthops) ? route.nexthops : [route];
    const over = hops.flatMap((hop) => (isJsonObject(hop) && typeof hop.dev === "string" ? [hop.dev] : [])).sort();
    return { destination: dst, type: typeof type === "string" ? type : "unicast", over };
  });
}

/** A table as one text, to see whether it changes. */
export function tableText(routes: readonly KernelRoute[]): string {
  return routes
    .map(({ destination, type, over }) => `${destination} ${type} ${over.join(",")}`)
    .sort()
    .join("\n");
}
