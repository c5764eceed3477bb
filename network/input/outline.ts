import { isJsonObject, type Json, type JsonObject } from "../../text/json";
import type { JsonBytes } from "./json-bytes";
import type { LazyObjects } from "./lazy-object";

/** The member of a resource that tells what happens to it: it is looked at of every resource. */
export const CHANGE = "change";

/** A resource of which some objects are left for later. */
export class Outline {
  private readonly left: Left[] = [];
  private text = "";
  private from: number;

  constructor(
    private readonly json: JsonBytes,
    start: number,
  ) {
    this.from = start;
  }

  /**
   * Leaves an object for later.
   * @param name where the name of the member starts that it is the value of
   * @param within the member of the resource that holds it; undefined for the resource itself
   */
  leave(name: number, start: number, end: number, within: typeof CHANGE | undefined): void {
    this.text += `${this.json.text(this.from, start)}"${placeholder(this.left.length)}"`;
    this.left.push({ name, start, end, within });
    this.from = end;
  }

  /** The resource, which ends at an index. */
  filled(end: number, lazy: LazyObjects): Json {
    const outline: Json = JSON.parse(this.text + this.json.text(this.from, end));
    this.left.forEach(({ name, start, end: to, within }, index) => {
      const holder = isJsonObject(outline) && within !== undefined ? outline[within] : outline;
      if (isJsonObject(holder)) {
        fill(holder, this.json.nameAt(name), placeholder(index), () => lazy.of(start, to));
      }
    });
    return outline;
  }
}

interface Left {
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly within: typeof CHANGE | undefined;
}

// Where a name stands twice, another value may have taken the place.
function fill(holder: JsonObject, name: string, expected: string, make: () => JsonObject): void {
  if (Object.hasOwn(holder, name) && holder[name] === expected) {
    Reflect.set(holder, name, make());
  }
}

// No text of Terraform's is like this.
function placeholder(index: number): string {
  return `left for later ${index}`;
}
