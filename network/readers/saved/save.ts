import type { Json, JsonObject } from "../../../text/json";
import type { BothTimes, Reading } from "../../input/reading";
import { FORMAT, FORMAT_KEY } from "../../input/saved-format";
import type { CarriedSuppressions, SavedAs, Unread } from "../../network";
import type { Resource, ResourceChange, SourceLine } from "../../resource";
import { attributeToJson, unknownToJson } from "./attribute-json";
import { linesToJson } from "./written-lines";

/**
 * The text of a saved network: what was read of the inputs, before it is joined, so that several of them can be joined
 * later as if all inputs were at hand. It has one line a resource, and the same inputs always give the same text.
 *
 * @param as what it is called and when it is saved; what was saved before and is read again keeps its own, where undefined
 */
export function savedNetwork(inputs: readonly BothTimes[], as?: SavedAs): string {
  const texts = inputs.map(({ after, before }) => {
    const times = [
      timeText("after", readingToJson(after)),
      // A state is what was there before, too.
      ...(before === undefined || after.kind === "state" ? [] : [timeText("before", readingToJson(before))]),
    ];
    const called = as ?? after.savedAs;
    const name = called === undefined ? "" : `"as":${JSON.stringify(called)},`;
    return `{"path":${JSON.stringify(after.path)},"kind":${JSON.stringify(after.kind)},${name}\n${times.join(",\n")}}`;
  });
  return `{"${FORMAT_KEY}":${FORMAT},"inputs":[${texts.length === 0 ? "" : `\n${texts.join(",\n")}\n`}]}\n`;
}

/** What a reading is written as; its resources apart, for they take a line each. */
interface ReadingJson {
  readonly rest: JsonObject;
  readonly resources: readonly JsonObject[];
}

function timeText(time: "after" | "before", { rest, resources }: ReadingJson): string {
  const lines = resources.map((resource) => JSON.stringify(resource));
  const body = lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`;
  return `"${time}":${JSON.stringify(rest).slice(0, -1)},"resources":[${body}]}`;
}

function readingToJson(reading: Reading): ReadingJson {
  const {
    path,
    kind,
    savedIn,
    savedAs,
    insteadOf,
    resources,
    intent,
    intentSource,
    suppressions,
    folder,
    counts,
    unread,
    ...others
  } = reading;
  // What is added to a reading must be saved too: then this line doesn't compile.
  const nothingElse: Record<string, never> = others;
  return {
    rest: {
      ...nothingElse,
      total: counts.total,
      ...(intent === undefined ? {} : { intent: attributeToJson(intent, path, "") }),
      ...(intentSource === undefined ? {} : { intentSource: sourceToJson(intentSource) }),
      ...(suppressions === undefined ? {} : { suppressions: suppressionsToJson(suppressions) }),
      ...(folder === undefined ? {} : { folder: { path: folder.path, isRead: folder.isRead, notes: folder.notes } }),
      unread: unread.map(unreadToJson),
    },
    resources: [...resources].sort(byAddress).map((resource) => resourceToJson(resource, path)),
  };
}

function resourceToJson(resource: Resource, input: string): JsonObject {
  const {
    address,
    type,
    standing,
    input: _,
    constructPath,
    source,
    lines,
    isForgotten,
    change,
    // The input's list of what is unread has it.
    unmodelled: __,
    attributes,
    ...others
  } = resource;
  const written = lines === undefined ? undefined : linesToJson(resource);
  const nothingElse: Record<string, never> = others;
  return {
    address,
    type,
    standing,
    ...nothingElse,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(source === undefined ? {} : { source: sourceToJson(source) }),
    ...(written === undefined ? {} : { lines: written }),
    ...(isForgotten === undefined ? {} : { isForgotten }),
    ...(change === undefined ? {} : { change: changeToJson(change) }),
    attributes: attributeToJson(attributes, input, address),
  };
}

function changeToJson({ action, forcedBy, changed, namesBefore }: ResourceChange): JsonObject {
  return { action, forcedBy: [...forcedBy], changed: [...changed], namesBefore: { ...namesBefore } };
}

function suppressionsToJson({ stated, applied }: CarriedSuppressions): JsonObject {
  return { ...(stated === undefined ? {} : { stated }), ...(applied === undefined ? {} : { applied }) };
}

function sourceToJson({ file, line }: SourceLine): JsonObject {
  return { file, line };
}

function unreadToJson({ address, reason, unknown }: Unread): Json {
  return { address, reason, unknown: unknownToJson(unknown) };
}

function byAddress(a: Resource, b: Resource): number {
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}
