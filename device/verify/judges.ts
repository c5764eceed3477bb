import { judgeBgp } from "./observed-bgp";
import { judgeConnected } from "./observed-connected";
import { judgeParameters } from "./observed-parameters";
import { judgePrivateTunnel } from "./observed-private-tunnel";
import { judgeRoutes } from "./observed-route";
import type { ObservedJudge } from "./observed-rule";

/** What judges by each rule of the section Observed, by its id. */
export const OBSERVED_JUDGES: ReadonlyMap<string, ObservedJudge> = new Map([
  ["observed-private-tunnel", judgePrivateTunnel],
  ["observed-route", judgeRoutes],
  ["observed-bgp", judgeBgp],
  ["observed-parameters", judgeParameters],
  ["observed-connected", judgeConnected],
]);
