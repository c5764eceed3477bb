/** One thing that is wrong with one input. */
export interface Complaint {
  readonly path: string;
  /** One line: what is wrong, and what would be right. */
  readonly message: string;
  /** Counts from 1, like `column`. */
  readonly line?: number;
  readonly column?: number;
}

/** The inputs can't be read, by the person's mistake. Holds every complaint, not the first one only. */
export class InputError extends Error {
  constructor(readonly complaints: readonly Complaint[]) {
    super(complaints.map(oneLine).join("\n"));
    this.name = "InputError";
  }
}

/** Where something stands in a file. Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A complaint about a place of a file. */
export function complaintAt(path: string, { line, column }: Position, message: string): Complaint {
  return { path, line, column, message: printable(message) };
}

/** The order of complaints about one file. Those about no place of it come first. */
export function byPlace(a: Complaint, b: Complaint): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** A message without characters that would break its line, or steer a terminal. */
export function printable(message: string): string {
  return message.replace(
    /\p{Cc}/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

function oneLine(complaint: Complaint): string {
  const place = [complaint.path, complaint.line, complaint.column].filter((part) => part !== undefined).join(":");
  return `${place}: ${complaint.message}`;
}
