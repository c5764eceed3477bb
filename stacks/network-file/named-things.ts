import { nearestTo } from "../../text/nearest";
import { type Problem, valueAt } from "../../text/problem";
import { pathInFile } from "./wording";

type Path = readonly PropertyKey[];

/** The entries of the map at a path, whatever else is wrong with the file; none where there is no map. */
export function entriesAt(file: unknown, path: Path): [string, unknown][] {
  const map = valueAt(file, path);
  return typeof map === "object" && map !== null && !Array.isArray(map) ? Object.entries(map) : [];
}

/** The names of the things at a path. */
export function namesAt(file: unknown, path: Path): string[] {
  return entriesAt(file, path).map(([name]) => name);
}

/** The text at a path; undefined where something else stands there. */
export function textAt(file: unknown, path: Path): string | undefined {
  const value = valueAt(file, path);
  return typeof value === "string" ? value : undefined;
}

/** The texts of the list at a path, with their own paths. */
export function textsAt(file: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  const list = valueAt(file, path);
  return Array.isArray(list)
    ? list.flatMap((text: unknown, index) => (typeof text === "string" ? [{ path: [...path, index], text }] : []))
    : [];
}

/** A name that stands somewhere for a thing that is declared elsewhere in the file. */
export interface Use {
  readonly path: Path;
  readonly at: "key" | "value";
  readonly name: string;
  /** What it is the name of: `hub`. */
  readonly kind: string;
  readonly declared: readonly string[];
}

/** A complaint about a name that nothing has. */
export function undeclared({ path, at, name, kind, declared }: Use): Problem[] {
  if (declared.includes(name)) {
    return [];
  }
  const [nearest] = nearestTo(name, declared);
  const known = declared.length === 0 ? `there is no ${kind}` : `there are: ${declared.join(", ")}`;
  const hint = nearest === undefined ? known : `did you mean ${nearest}?`;
  return [
    { path, at, message: `${pathInFile(path)} names the ${kind} ${JSON.stringify(name)}, which isn't there; ${hint}` },
  ];
}
