import { nearestTo } from "../../text/nearest";
import { shown } from "../../text/problem";

/** Why a text is no id of a rule; undefined where it is one. */
export function faultOfRule(written: string, known: Iterable<string>): string | undefined {
  const ids = [...known];
  if (ids.includes(written)) {
    return undefined;
  }
  if (written.includes("*")) {
    return `${JSON.stringify(written)} is no rule: name one by its exact id, since a wildcard would take in rules that nobody has seen yet`;
  }
  const part = written.toLowerCase();
  const alike = [...nearestTo(written, ids), ...ids.filter((id) => part.length > 3 && id.includes(part))];
  const near = [...new Set(alike)].slice(0, 3).map((id) => JSON.stringify(id));
  const hint = near.length === 0 ? "the report names the rule of each finding" : `did you mean ${near.join(" or ")}?`;
  return `${shown(written)} is no rule; ${hint}`;
}
