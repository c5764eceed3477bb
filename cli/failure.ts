import { inspect } from "node:util";
import type { Complaint } from "../text/complaint";
import { plain } from "../text/plain";

/**
 * What to tell a person of an error that ended a command: their own mistakes in a line each, and for anything else
 * how to report it. A stack trace is shown only where `WANPROOF_DEBUG=1` asks for it.
 */
export function failureText(error: unknown): string {
  const lines = isMistake(error) ? linesOf(error) : [`${oneLine(error)}. ${HOW_TO_REPORT}`];
  const text = lines.map((line) => `wanproof: ${line}\n`).join("");
  return process.env.WANPROOF_DEBUG === "1" ? `${text}${inspect(error)}\n` : text;
}

const HOW_TO_REPORT =
  "This is a bug in wanproof: please report it, with what the same command prints under WANPROOF_DEBUG=1";

interface Mistake extends Error {
  readonly complaints: readonly (string | Complaint)[];
}

// Every error of this package that is a person's to mend carries its complaints. They are told by that and not by
// their class, of which each file of the bundled command has its own.
function isMistake(error: unknown): error is Mistake {
  return error instanceof Error && "complaints" in error && Array.isArray(error.complaints);
}

function linesOf({ message, complaints }: Mistake): string[] {
  const placed = complaints.filter((complaint) => typeof complaint === "object");
  if (placed.length === 0) {
    return message.split("\n").map(plain);
  }
  return placed.map(({ path, line, column, message }) => {
    const place = [path, line, column].filter((part) => part !== undefined).join(":");
    return plain(`${place}: ${message}`);
  });
}

function oneLine(error: unknown): string {
  return plain(error instanceof Error ? error.message : String(error));
}
