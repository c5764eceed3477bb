import type { Thing } from "../../../network/facts/called/thing";
import type { StaticRoute } from "../../../network/network";

/** A static route as texts speak of it: as a block of its table, or as the resource that it is. */
export function staticRouteThing(route: StaticRoute): Thing {
  return route.path === "" ? route.holder : { holder: route.holder, route };
}
