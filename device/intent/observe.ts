import { parseIntent } from "../../network/intent/read-intent-file";
import type { Network } from "../../network/network";
import { InputError } from "../../text/complaint";
import type * as Edited from "../../text/edited-yaml";
import { pathText } from "../../text/problem";
import type { Observation } from "../azure/observations";
import { type ObservedAnnouncement, observedIntent } from "./observed-intent";

/** An intent file, and what is to be said of it, as sentences. */
export interface ObservedFile {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Turns what Azure hears into an intent file, or puts it into one that is there, whose comments and other statements stay.
 *
 * @param existing the text of a file that is there, and its name
 * @throws InputError where that is no intent file, with every reason
 */
export function observeIntent(
  network: Network,
  observed: readonly Observation[],
  existing?: { readonly path: string; readonly text: string },
): ObservedFile {
  const { announcements, notes } = observedIntent(network, observed);
  if (existing !== undefined && existing.text.trim() !== "") {
    const { problems, complaint } = parseIntent(existing.path, existing.text);
    if (problems.length > 0) {
      throw new InputError(problems.map(complaint));
    }
  }
  const { EditedYaml } = theYaml();
  const yaml = new EditedYaml(existing?.text ?? "");
  yaml.setDefault("version", 1);
  const changes = announcements.flatMap((one) => put(yaml, one));
  return { text: yaml.toString(), notes: [...changes, ...notes] };
}

function put(yaml: Edited.EditedYaml, announcement: ObservedAnnouncement): string[] {
  return announcement.isWhole ? putWhole(yaml, announcement) : putPart(yaml, announcement);
}

/** All that is announced replaces what is stated. */
function putWhole(yaml: Edited.EditedYaml, { path, advertises, asPath }: ObservedAnnouncement): string[] {
  const list = [...path, "advertises"];
  const stated = statedAt(yaml, list) ?? [];
  if (stated.length !== advertises.length || stated.some((text) => !advertises.includes(text))) {
    yaml.setList(list, advertises);
  }
  if (asPath !== undefined) {
    yaml.setList([...path, "asPath"], asPath);
  }
  const gone = stated.filter((text) => !advertises.includes(text));
  return gone.length === 0
    ? []
    : [`${pathText(list)}: ${gone.join(", ")} is stated and not announced; it is taken out.`];
}

/**
 * Part of what is announced. A statement is exact: one that holds the routes alone that a hub chose would hide those that
 * lost, and the gate would pass what they do. So it is only added to what a person has stated.
 */
function putPart(yaml: Edited.EditedYaml, { path, advertises }: ObservedAnnouncement): string[] {
  const list = [...path, "advertises"];
  const stated = statedAt(yaml, list);
  const missing = advertises.filter((text) => stated?.includes(text) !== true);
  if (missing.length === 0) {
    return [];
  }
  const what = `${pathText(list)}: ${missing.join(", ")}`;
  if (stated === undefined) {
    return [
      `${what} is among the effective routes. Those are the ones that a hub chose; what lost is not in them, so nothing is stated: ` +
        `hand over what is announced, or state it by hand.`,
    ];
  }
  yaml.setList(list, [...stated, ...missing]);
  return [`${what} is among the effective routes and was not stated; it is added.`];
}

function statedAt(yaml: Edited.EditedYaml, list: readonly string[]): string[] | undefined {
  const stated = yaml.at(list);
  return Array.isArray(stated) ? stated.map(String) : undefined;
}

// Loaded when there is something to write.
const theYaml = (): typeof Edited => require("../../text/edited-yaml");
