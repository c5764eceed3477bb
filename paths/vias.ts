import type { RouteSource } from "../routes/source";

/** What routes are called, once each, in an order that inputs don't change. */
export function viasOf(sources: readonly RouteSource[]): string[] {
  return [...new Set(sources.map(({ via }) => via))].sort();
}
