import type { Told } from "../../network/facts/called/names";
import { type Phrase, textOf } from "../../network/facts/called/phrase";
import { groupsBy } from "../../network/facts/groups";
import { isNoLongerEncrypted, type RouteChange, type Way } from "../../paths/changes";
import { some } from "../../paths/words";
import { quoted } from "./mermaid-text";

/** More nodes than this nobody reads in a comment. */
export const MOST_NODES = 30;

/**
 * What changes path, as a small flowchart: places, the ways that packets took and take, and where they go. Undefined where nothing
 * does. At most thirty nodes, what is no longer encrypted first.
 */
export function changesMermaid(changes: readonly RouteChange[]): string | undefined {
  const groups = [...groupsBy(changes, keyOf).values()];
  const nodes = new Map<string, string>();
  const lines: string[] = [];
  const ids = (texts: readonly string[]) => texts.filter((text) => !nodes.has(text)).length;
  const idOf = (text: string) => {
    const id = nodes.get(text) ?? `n${nodes.size}`;
    nodes.set(text, id);
    return id;
  };
  let left = 0;
  for (const group of groups) {
    const [change] = group;
    if (change === undefined) {
      continue;
    }
    const [from, was, is] = [nameOf(change.place), wayText(change.before), wayText(change.after)];
    const to = `${textOf(some(group.map(({ destination }) => destination)), String)}`;
    if (nodes.size + ids([from, was, is, to]) > MOST_NODES) {
      left += 1;
      continue;
    }
    const word = isNoLongerEncrypted(change) ? "no longer encrypted" : "now";
    lines.push(`${idOf(from)} -. ${quoted("before")} .-> ${idOf(was)}`);
    lines.push(`${idOf(from)} == ${quoted(word)} ==> ${idOf(is)}`);
    lines.push(`${idOf(was)} -.-> ${idOf(to)}`, `${idOf(is)} ==> ${idOf(to)}`);
  }
  const named = [...nodes].map(([text, id]) => `${id}[${quoted(text, 120)}]`);
  const more = left > 0 ? [`more[${quoted(`and ${left} more`)}]`] : [];
  const all = [...named, ...more, ...new Set(lines)];
  return all.length === 0 ? undefined : `flowchart LR\n${all.map((line) => `  ${line}`).join("\n")}\n`;
}

function keyOf({ direction, from, before, after }: RouteChange): string {
  return JSON.stringify([direction, from, before?.outcome, before?.via, after?.outcome, after?.via]);
}

function wayText(way: Way | null): string {
  if (way === null) {
    return "not routed";
  }
  const over = way.over.map(nameOf);
  return over.length === 0 ? way.outcome : `${way.outcome} over ${textOf(some(over, 3), String)}`;
}

function nameOf(thing: Phrase<Told>): string {
  return textOf(thing, ({ name }) => name);
}
