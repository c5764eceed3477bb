export { changesJson, routesJson } from "./json";
export { changesMarkdown, routesMarkdown, tracesMarkdown } from "./markdown";
export { askChanges, askRoutes, type Question } from "./questions";
export { changesText, routesText, tracesText } from "./text";
