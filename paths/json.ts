import { plainJson } from "../text/plain";
import type { RouteChange, Way } from "./changes";
import type { PathAnswer, PathRoute, RoutesReport } from "./report";

/**
 * The table for programs, in pieces of about a million characters: schema/routes.schema.json says what it holds. A large
 * WAN has more rows than one string can hold.
 */
export function* routesJson({ version, routes }: RoutesReport): Generator<string> {
  const tailOf = tails();
  let piece = `{\n  "version": ${version},\n  "routes": [`;
  for (const [index, route] of routes.entries()) {
    piece += `${index === 0 ? "" : ","}\n    ${plainJson(headOf(route))}${tailOf(route)}`;
    if (piece.length > PIECE) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}${routes.length === 0 ? "" : "\n  "}]\n}\n`;
}

const PIECE = 1_000_000;

function headOf({ direction, from, destination }: PathRoute): string {
  return `${JSON.stringify({ direction, from, destination }).slice(0, -1)},`;
}

/** The rest of a row, written once for neighbours that share an answer: most of a large table. */
function tails(): (route: PathRoute) => string {
  const written = new WeakMap<PathAnswer["whenLost"], { readonly route: PathRoute; readonly tail: string }>();
  return (route) => {
    const earlier = written.get(route.whenLost);
    if (earlier !== undefined && hasSameAnswer(earlier.route, route)) {
      return earlier.tail;
    }
    const tail = plainJson(JSON.stringify(answerObject(route)).slice(1));
    written.set(route.whenLost, { route, tail });
    return tail;
  };
}

function hasSameAnswer(a: PathAnswer, b: PathAnswer): boolean {
  return (
    a.via === b.via &&
    a.alternatives === b.alternatives &&
    a.outcome === b.outcome &&
    a.reason === b.reason &&
    a.sentence === b.sentence
  );
}

function answerObject({ outcome, via, reason, sentence, alternatives, whenLost }: PathAnswer) {
  return {
    outcome,
    via,
    reason,
    sentence,
    alternatives: alternatives.map(({ via: other, whyNot }) => ({ via: other, "why not": whyNot })),
    whenLost: whenLost.map(({ lost, outcome: then, via: over }) => ({ lost, outcome: then, via: over })),
  };
}

/** What changes path, for programs: the second half of the same schema. */
export function changesJson(changes: readonly RouteChange[]): string {
  const rows = changes.map((change) => `    ${JSON.stringify(changeObject(change))}`);
  const body = rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`;
  return plainJson(`{\n  "version": 1,\n  "changes": ${body}\n}\n`);
}

/** One change, for programs. */
export function changeObject({ direction, from, destination, before, after }: RouteChange) {
  return { direction, from, destination, before: wayObject(before), after: wayObject(after) };
}

function wayObject(way: Way | null) {
  return way === null ? null : { outcome: way.outcome, via: way.via, reason: way.reason };
}
