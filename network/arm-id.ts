/** An Azure resource id, taken apart. Names keep the letters they were written in; ARM compares them without case. */
export interface ArmId {
  readonly resourceGroup: string | undefined;
  /** Outermost first: `virtualHubs` `weu`, then `hubRouteTables` `default`. Never empty. */
  readonly segments: readonly ArmSegment[];
}

export interface ArmSegment {
  readonly type: string;
  readonly name: string;
}

/** Takes an id apart; undefined where the text has not the form of one. */
export function parseArmId(text: string): ArmId | undefined {
  const match = /^\/subscriptions\/[^/]+(?:\/resourceGroups\/([^/]+))?\/providers\/[^/]+\/(.+?)\/?$/i.exec(text);
  const tail = match?.[2]?.split("/") ?? [];
  if (tail.length === 0 || tail.length % 2 !== 0 || tail.includes("")) {
    return undefined;
  }
  const segments: ArmSegment[] = [];
  for (let index = 0; index < tail.length; index += 2) {
    segments.push({ type: tail[index] ?? "", name: tail[index + 1] ?? "" });
  }
  return { resourceGroup: match?.[1], segments };
}

/** The name that an id gives to a resource of a type; undefined where the id is of another type. */
export function nameInId(text: string, type: string): string | undefined {
  const last = parseArmId(text)?.segments.at(-1);
  return last !== undefined && sameName(last.type, type) ? last.name : undefined;
}

/** The id of what holds a child resource, and the child's name; undefined where the id is not of such a child. */
export function splitChildId(text: string, childType: string): { parent: string; name: string } | undefined {
  const name = nameInId(text, childType);
  const id = parseArmId(text);
  if (name === undefined || id === undefined || id.segments.length < 2) {
    return undefined;
  }
  return {
    parent: text
      .split("/")
      .slice(0, text.endsWith("/") ? -3 : -2)
      .join("/"),
    name,
  };
}

/** The name in the end of an id, such as `/hubRouteTables/none`; undefined where that is of another type. */
export function childName(end: string | number | undefined, childType: string): string | undefined {
  const [, type = "", name, ...more] = typeof end === "string" ? end.split("/") : [];
  return sameName(type, childType) && more.length === 0 ? name : undefined;
}

/** The form of an id under which it is compared. */
export function idKey(id: string): string {
  return id.replace(/\/+$/, "").toLowerCase();
}

/** Whether ARM takes two names for the same. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
