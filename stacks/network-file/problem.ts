/** Something that is wrong at a place of a network file. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is wrong, or what stands under it. */
  readonly at: "key" | "value";
  /** What is there, and what would be right. */
  readonly message: string;
}

/** A path as people say it: `sites.hq.links.over-ams.bgp`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((before, step) => {
    if (typeof step === "number") {
      return `${before}[${step}]`;
    }
    const name = /^[\w-]+$/.test(String(step)) ? String(step) : JSON.stringify(step);
    return before === "" ? name : `${before}.${name}`;
  }, "");
  return text === "" ? "the file" : text;
}

/** What stands at a path, or undefined where nothing does. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === "object" && current !== null && Object.hasOwn(current, step)
        ? Reflect.get(current, step)
        : undefined,
    value,
  );
}

// A key that somebody wrote where only the name of a variable belongs must not be shown.
const SECRETS: ReadonlySet<PropertyKey> = new Set(["preSharedKey", "sharedKey", "authorizationKey"]);

/** A value as a person would recognize it, on one line. Whatever stands in the place of a secret isn't shown. */
export function shown(path: readonly PropertyKey[], value: unknown): string {
  if (value === null || value === undefined) {
    return "empty";
  }
  if (typeof value === "object") {
    return Array.isArray(value) ? (value.length === 0 ? "an empty list" : "a list") : "a map";
  }
  if (path.some((step) => SECRETS.has(step))) {
    return "something that is not shown";
  }
  if (typeof value === "string") {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  }
  return typeof value === "number" ? `the number ${value}` : String(value);
}
