import type { Complaint } from "../../text/complaint";
import type { BothTimes } from "../input/reading";
import type { OlderSave, SavedAs } from "../inputs";
import type { SavedNetwork } from "../readers/saved/read-saved";

/** A saved network, and the file that holds it. */
export interface SavedFile {
  readonly file: string;
  readonly saved: SavedNetwork;
}

/** What counts of several saved networks of one name. */
export interface Newest {
  /** Whether what a file holds under a name and time counts. */
  readonly counts: (file: string, as: SavedAs) => boolean;
  /** What doesn't count, by name. */
  readonly older: ReadonlyMap<string, readonly OlderSave[]>;
  readonly complaints: readonly Complaint[];
}

/** Of several saved networks of one name the newest counts. Without an order none does, and each is complained about. */
export function newestOf(files: readonly SavedFile[]): Newest {
  const byName = new Map<string, Map<string, OlderSave>>();
  for (const { file, saved } of files) {
    for (const as of saved.inputs.flatMap(({ savedAs }) => savedAs ?? [])) {
      const saves = byName.get(as.name) ?? new Map<string, OlderSave>();
      byName.set(as.name, saves.set(keyOf(file, as.at), { file, at: as.at }));
    }
  }
  const older = new Map<string, readonly OlderSave[]>();
  const complaints: Complaint[] = [];
  for (const [name, saves] of byName) {
    const ordered = [...saves.values()].sort((a, b) => timeOf(b) - timeOf(a));
    const [first, second] = ordered;
    const isOrdered = ordered.every(({ at }) => at !== undefined);
    if (first !== undefined && second !== undefined && (!isOrdered || timeOf(first) === timeOf(second))) {
      const files = ordered.map(({ file }) => file).join(", ");
      const why = isOrdered ? "were saved at the same time" : "don't all tell when they were saved";
      const message = `holds the network ${JSON.stringify(name)}, and so do others (${files}) that ${why}; name one of them`;
      complaints.push({ path: first.file, message });
    }
    older.set(name, ordered.slice(1));
  }
  const left = new Set(
    [...older].flatMap(([name, saves]) => saves.map(({ file, at }) => `${name}\n${keyOf(file, at)}`)),
  );
  return { older, complaints, counts: (file, { name, at }) => !left.has(`${name}\n${keyOf(file, at)}`) };
}

/** What of a saved network counts, with what it counts instead of. */
export function counting(inputs: readonly BothTimes[], file: string, { counts, older }: Newest): readonly BothTimes[] {
  const left = inputs.filter(({ after: { savedAs } }) => savedAs === undefined || counts(file, savedAs));
  return left.map(({ after, before }) => {
    const insteadOf = after.savedAs === undefined ? [] : (older.get(after.savedAs.name) ?? []);
    return insteadOf.length === 0 ? { after, before } : { after: { ...after, insteadOf }, before };
  });
}

/** What the inputs of a saved network were called, those that count. */
export function pathsOf({ file, saved }: SavedFile, { counts }: Newest): readonly string[] {
  const left = saved.inputs.filter(({ savedAs }) => savedAs === undefined || counts(file, savedAs));
  return left.map(({ path }) => path);
}

function keyOf(file: string, at: string | undefined): string {
  return `${file}\n${at ?? ""}`;
}

function timeOf({ at }: OlderSave): number {
  return at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at);
}
