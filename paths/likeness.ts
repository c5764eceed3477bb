import type { PathAnswer, PathRoute } from "./report";

/** The same for answers that say the same: what things are called tells them apart, and two inputs may hold one address. */
export function likenessOf({ outcome, over, reason, sentence, alternatives, whenLost }: PathAnswer): string {
  return JSON.stringify([
    outcome,
    over.map(({ name }) => name),
    reason,
    sentence,
    alternatives.map(({ over: { name }, whyNot }) => [name, whyNot]),
    whenLost.map((loss) => [loss.lost, loss.outcome, loss.over.map(({ name }) => name)]),
  ]);
}

/** The same for rows of one place that say the same. */
export function likenessAt(route: PathRoute): string {
  return `${route.direction} ${route.from} ${route.place.name}\n${likenessOf(route)}`;
}
