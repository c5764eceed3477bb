import type { Thing } from "../network/facts/called/thing";
import type { RouteSource } from "./source";

/** What routes lead over, by Terraform address, once each, in an order that inputs don't change. */
export function viasOf(sources: readonly RouteSource[]): string[] {
  return [...new Set(sources.map(({ via }) => via))].sort();
}

/** The same things themselves, in the same order; two inputs may hold one address. */
export function thingsOver(sources: readonly RouteSource[]): Thing[] {
  const found = new Map(sources.map((source) => [`${source.via}\n${source.part.resource.input}`, source.over]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing);
}
