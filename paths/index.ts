export { breachJson, breachMarkdown, breachText, isKept } from "./breach";
export { type RouteChange, routeChanges } from "./changes";
export { breachOf, type DeclaredChange, declaredIn } from "./contract";
export { changesJson, routesJson } from "./json";
export { changesMarkdown, changesSection, routesMarkdown, tracesMarkdown } from "./markdown";
export { askChanges, askRoutes, type Question } from "./questions";
export type * from "./report";
export { routeTable } from "./table";
export { changesText, routesText, tracesText } from "./text";
