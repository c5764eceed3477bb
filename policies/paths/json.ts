import { plainJson } from "../report/plain";
import type { RouteChange } from "./changes";
import type { PathRoute, RoutesReport } from "./report";

/** The table for programs: schema/routes.schema.json says what it holds. */
export function routesJson({ version, routes }: RoutesReport): string {
  // Row by row: a table may be larger than one call can turn into text at once.
  const rows = routes.map((route) => `    ${JSON.stringify(objectOf(route))}`);
  const body = rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`;
  return plainJson(`{\n  "version": ${version},\n  "routes": ${body}\n}\n`);
}

function objectOf({ direction, from, destination, outcome, via, reason, ...more }: PathRoute) {
  return {
    direction,
    from,
    destination,
    outcome,
    via,
    reason,
    sentence: more.sentence,
    alternatives: more.alternatives.map(({ via: other, whyNot }) => ({ via: other, "why not": whyNot })),
    whenLost: more.whenLost.map(({ lost, outcome: then, via: over }) => ({ lost, outcome: then, via: over })),
  };
}

/** What changes path, for programs: the second half of the same schema. */
export function changesJson(changes: readonly RouteChange[]): string {
  const rows = changes.map((change) => `    ${JSON.stringify(change)}`);
  const body = rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`;
  return plainJson(`{\n  "version": 1,\n  "changes": ${body}\n}\n`);
}
