import { type PlacedJson, placedJson } from "./placed-json";
import { type Scan, ScanFault, type WrittenBlock, type WrittenPart } from "./written";

/** Scans Terraform configuration in JSON for the same blocks and attributes as HCL. */
export const scanJson: Scan = (text, file) => {
  try {
    const root = placedJson(text);
    return objectsIn(root).flatMap(({ entries }) => entries.flatMap(({ name, value }) => topBlocks(name, value, file)));
  } catch (error) {
    if (error instanceof ScanFault) {
      return undefined;
    }
    throw error;
  }
};

/** How many labels the blocks have at the top of a file: names of objects around them in JSON. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["resource", 2],
  ["data", 2],
  ["module", 1],
  ["output", 1],
]);

function topBlocks(name: string, value: PlacedJson, file: string): readonly WrittenBlock[] {
  const labels = LABELS.get(name);
  return labels === undefined ? [] : labelled(name, value, labels, [], file);
}

function labelled(
  name: string,
  value: PlacedJson,
  missing: number,
  labels: readonly string[],
  file: string,
): readonly WrittenBlock[] {
  return objectsIn(value).flatMap((object) =>
    missing === 0
      ? [blockOf(name, labels, object, file)]
      : object.entries.flatMap((entry) => labelled(name, entry.value, missing - 1, [...labels, entry.name], file)),
  );
}

function blockOf(name: string, labels: readonly string[], object: PlacedObject, file: string): WrittenBlock {
  const parts = object.entries.flatMap((entry) => partsOf(entry.name, entry.value, file));
  return { kind: "block", name, labels, source: { file, line: object.line }, parts };
}

function partsOf(name: string, value: PlacedJson, file: string): readonly WrittenPart[] {
  if (name === "dynamic") {
    return labelled(name, value, 1, [], file);
  }
  const objects = objectsIn(value);
  if (objects.length > 0) {
    return objects.map((object) => blockOf(name, [], object, file));
  }
  return [{ kind: "attribute", name, source: { file, line: value.line }, literal: literalOf(value) }];
}

function literalOf({ scalar }: PlacedJson): string | undefined {
  return scalar === undefined || scalar === null || /[$%]\{/.test(String(scalar)) ? undefined : String(scalar);
}

interface PlacedObject {
  readonly line: number;
  readonly entries: NonNullable<PlacedJson["entries"]>;
}

/** A list of objects stands for one after the other, however deep. */
function objectsIn({ line, entries, elements }: PlacedJson): readonly PlacedObject[] {
  return entries === undefined ? (elements ?? []).flatMap(objectsIn) : [{ line, entries }];
}
