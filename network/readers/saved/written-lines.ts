import type { Json, JsonObject } from "../../../text/json";
import { type Attribute, isList, isRecord, type Resource, type SourceLine, type WrittenLines } from "../../resource";
import { parseTraversal, writeTraversal } from "../../traversal";
import type { Shape } from "./shape";

/**
 * The lines that the attributes of a resource were written on. The files are not at hand where a saved network is read,
 * so all lines are looked up before; a path has a line only where it differs from that of the block around it.
 */
export function linesToJson(resource: Resource): JsonObject | undefined {
  const first = resource.lines?.lineOf(resource, "");
  if (resource.lines === undefined || first === undefined) {
    return undefined;
  }
  const at: [string, Json][] = [["", first.line]];
  const told = new Map([["", first]]);
  for (const path of pathsIn(resource.attributes, "")) {
    const around = told.get(outside(path)) ?? first;
    const source = resource.lines.lineOf(resource, path) ?? around;
    told.set(path, source);
    if (source.file !== around.file || source.line !== around.line) {
      at.push([path, source.file === first.file ? source.line : { file: source.file, line: source.line }]);
    }
  }
  return { file: first.file, at: Object.fromEntries(at) };
}

/** The lines of one resource, as a saved network holds them. */
export class SavedLines implements WrittenLines {
  constructor(private readonly byPath: ReadonlyMap<string, SourceLine>) {}

  lineOf(_resource: Resource, path: string): SourceLine | undefined {
    const found = this.byPath.get(path);
    return found !== undefined || path === "" ? found : this.lineOf(_resource, outside(path));
  }
}

export function readLines(shape: Shape, value: Json, place: string): SavedLines {
  const { file, at } = shape.object(value, place, ["file", "at"]);
  const main = shape.text(file, `${place}.file`);
  const lines = Object.entries(shape.anyObject(at, `${place}.at`)).map(([path, line]): [string, SourceLine] => [
    path,
    typeof line === "number"
      ? { file: main, line: shape.count(line, `${place}.at`) }
      : readSourceLine(shape, line, `${place}.at`),
  ]);
  return new SavedLines(new Map(lines));
}

export function readSourceLine(shape: Shape, value: Json, place: string): SourceLine {
  const { file, line } = shape.object(value, place, ["file", "line"]);
  return { file: shape.text(file, `${place}.file`), line: shape.count(line, `${place}.line`) };
}

/** `link[0].bgp[0].asn`, and whatever is around it, from the outside in. */
function pathsIn(value: Attribute, path: string): readonly string[] {
  if (isList(value)) {
    return value.flatMap((element, index) => [`${path}[${index}]`, ...pathsIn(element, `${path}[${index}]`)]);
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return /^[\w-]+$/.test(name) ? [at, ...pathsIn(inner, at)] : [];
  });
}

/** The path without its last step; empty where it is no path. */
function outside(path: string): string {
  return writeTraversal((parseTraversal(path) ?? []).slice(0, -1));
}
