import { type JsonObject, objectAt, stringAt } from "../../text/json";
import type { SourceLine } from "../resource";

/** Where a resource comes from, for people: the construct, and the line that they wrote. */
export interface Origin {
  readonly constructPath?: string;
  readonly source?: SourceLine;
}

/**
 * Looks an address up in `wanproof.sources.json`, first with its instance key, then without.
 *
 * @param body the resource itself, where synthesis leaves the construct path too.
 */
export function originOf(
  sources: JsonObject | undefined,
  addresses: readonly string[],
  body: JsonObject | undefined,
): Origin {
  const known = sources === undefined ? {} : objectAt(sources, "resources");
  const address = addresses.find((candidate) => Object.hasOwn(known, candidate));
  const entry = address === undefined ? {} : objectAt(known, address);
  const file = stringAt(entry, "file");
  const line = entry.line;
  const synthesized = body === undefined ? undefined : stringAt(objectAt(objectAt(body, "//"), "metadata"), "path");
  const constructPath = stringAt(entry, "constructPath") ?? synthesized;
  return {
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(file !== undefined && typeof line === "number" ? { source: { file, line } } : {}),
  };
}
