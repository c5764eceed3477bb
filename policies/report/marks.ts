import { plain } from "../../text/plain";
import type { Finding } from "../judge/finding";
import type { Notice, Status, Suppressed } from "../judge/marked";

/** A finding as writers show it: with its marks, where it has any. */
export interface ShownFinding extends Finding {
  readonly status?: Status | undefined;
  readonly suppressed?: Suppressed | undefined;
}

/** What a finding is marked with, in words: that it is undecided, new or existing, suppressed. */
export function marksOf({ outcome, status, suppressed }: ShownFinding): readonly string[] {
  return [
    ...(outcome === "undecided" ? [outcome] : []),
    ...(status === undefined ? [] : [status]),
    ...(suppressed === undefined ? [] : ["suppressed"]),
  ];
}

/** Why a finding is suppressed, until when, and where that is said: a line, or none where it isn't. */
export function suppressionLines({ suppressed }: ShownFinding): readonly string[] {
  return suppressed === undefined ? [] : [plain(suppressionText(suppressed))];
}

/** The same as a text from an input, for a writer that escapes it in its own way. */
export function suppressionText({ reason, expires, by }: Suppressed): string {
  return `Suppressed${expires === undefined ? "" : ` until ${expires}`}: ${reason} (${by})`;
}

/** A notice in a line. */
export function noticeText({ at, message }: Notice): string {
  return plain(`${at}: ${message}`);
}
