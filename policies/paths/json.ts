import { plainJson } from "../report/plain";
import type { RouteChange } from "./changes";
import { WrongQuestion } from "./places";
import type { PathRoute, RoutesReport } from "./report";

/**
 * The table for programs: schema/routes.schema.json says what it holds.
 * @throws WrongQuestion where it is larger than one text can be
 */
export function routesJson({ version, routes }: RoutesReport): string {
  try {
    const rows = routes.map((route) => plainJson(`    ${JSON.stringify(objectOf(route))}`));
    const body = rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`;
    return `{\n  "version": ${version},\n  "routes": ${body}\n}\n`;
  } catch (error) {
    // So V8 says that a text would be longer than about 500 million characters.
    if (error instanceof RangeError) {
      throw new WrongQuestion(
        `the table of ${routes.length} routes is too large for one JSON: narrow it with --from or --to`,
      );
    }
    throw error;
  }
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
