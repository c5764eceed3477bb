import type { Unknown } from "../field";
import type { Resource } from "../resource";

/** What says that two unknown references mean the same thing. */
export interface Identity {
  readonly key: string;
  /** How a person would name it. */
  readonly name: string;
}

/**
 * Two attributes of one input with the same expression in the same module refer to the same thing, unless the
 * expression means something else for each instance (`each.value.hub_id`) or each call. Undefined where that can't be
 * told: then nothing is known of what is referred to, not even that it is one thing.
 */
export function identityOf(resource: Resource, unknown: Unknown): Identity | undefined {
  const { expression } = unknown;
  if (expression === undefined || INSTANCE_BOUND.test(expression)) {
    return undefined;
  }
  return { key: [resource.input, moduleOf(resource.address), expression].join("\n"), name: bare(expression) };
}

// each, count and self; the iterator of a dynamic block or a for expression; functions with another answer each time.
const INSTANCE_BOUND = /\b(?:each|count|self)\.|\.(?:value|key)\b|\bfor\b|\b(?:uuid|timestamp|bcrypt)\(/;

/** The module that holds a resource, with instance keys: `module.site["a"].`; empty for the root module. */
function moduleOf(address: string): string {
  return /^(?:module\.[^.["]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)?.[0] ?? "";
}

function bare(expression: string): string {
  return /^\$\{([^{}]*)\}$/.exec(expression)?.[1]?.trim() ?? expression;
}
