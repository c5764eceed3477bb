export type * from "../network/field";
export type * from "../network/intent";
export type * from "../network/network";
export { type Networks, type ReadOptions, readNetwork, readNetworkBefore } from "../network/read/read-network";
export { type RouteChange, routeChanges } from "../paths/changes";
export type { PathRoute, RoutesReport } from "../paths/report";
export { routeTable } from "../paths/table";
export { type Complaint, InputError } from "../text/complaint";
export { type CheckOptions, checkNetwork } from "./gate";
export type { Finding } from "./judge/finding";
export { judge } from "./judge/judge";
export type { FixedFinding, MarkedFinding, Notice, Status, Suppressed, Suppressions } from "./judge/marked";
export { RuleFailure } from "./judge/rule-failure";
export { type Verdict, verdictOf } from "./judge/verdict";
export { type Format, WRITERS } from "./report/formats";
export { jsonReport } from "./report/json";
export {
  type Checked,
  type Counting,
  type Judged,
  judgedAnything,
  type Report,
  reportOf,
  type UnreadPart,
} from "./report/report";
export { findingsText, NOTHING_JUDGED, type TextOptions, textReport } from "./report/text";
export { RULES } from "./rules/catalogue";
export * from "./rules/judgement";
export type { Evidence, Judgement, Level, Rule, Section } from "./rules/rule";
