/** A place in a file: a key or an index for each step on the way to it. */
export interface Place {
  /** `["sites", "hq", "links"]` */
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is meant, or what stands under it. */
  readonly at: "key" | "value";
}

/** Something that is wrong at a place. */
export interface Problem extends Place {
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/** How one kind of file calls its parts, so that people find in a message what they wrote. */
export interface Wording {
  /** The whole of it: `it`, `the file`. */
  readonly whole: string;
  /** What holds values by name: `an object`, `a map`. */
  readonly map: string;
  /** Names that stand in a path as they are. Others are quoted: `vpn["azurerm_vpn_site.hq"]`. */
  readonly bareName: RegExp;
  /** Keys of secrets: whatever stands there is never shown. */
  readonly secrets: ReadonlySet<PropertyKey>;
}

/** The wording of JSON and of what is close to it. */
export const JSON_WORDING: Wording = {
  whole: "it",
  map: "an object",
  bareName: /^[A-Za-z_]\w*$/,
  secrets: new Set(),
};

/** A path as it would be written: `vpn["azurerm_vpn_site.hq"]["over-ams"].advertises[0]`. Empty for the whole. */
export function pathText(path: readonly PropertyKey[], { bareName }: Pick<Wording, "bareName"> = JSON_WORDING): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === "number") {
      return `${before}[${step}]`;
    }
    const name = String(step);
    if (!bareName.test(name)) {
      return `${before}[${JSON.stringify(name)}]`;
    }
    return before === "" ? name : `${before}.${name}`;
  }, "");
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

/** The value at a path as a person would recognize it, on one line. */
export function shown(value: unknown, path: readonly PropertyKey[] = [], wording: Wording = JSON_WORDING): string {
  if (value === undefined || value === null) {
    return "empty";
  }
  if (typeof value === "object") {
    return Array.isArray(value) ? (value.length === 0 ? "an empty list" : "a list") : wording.map;
  }
  if (path.some((step) => wording.secrets.has(step))) {
    return "something that is not shown";
  }
  return typeof value === "string"
    ? JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST - 3)}...` : value)
    : String(value);
}

const LONGEST = 60;
