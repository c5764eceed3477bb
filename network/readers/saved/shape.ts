import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";

/** Reads JSON that must have a certain shape, and collects what is wrong with it instead of ending at the first fault. */
export class Shape {
  readonly faults: string[] = [];

  /** An object with no names but these; those in `required` must be there. */
  object(
    value: Json | undefined,
    place: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): JsonObject {
    const object = this.anyObject(value, place);
    if (object === EMPTY) {
      return object;
    }
    for (const name of required) {
      if (!Object.hasOwn(object, name)) {
        this.fault(place, `lacks ${name}`);
      }
    }
    for (const name of Object.keys(object)) {
      if (!required.includes(name) && !optional.includes(name)) {
        this.fault(place, `holds ${JSON.stringify(name)}, which is not known`);
      }
    }
    return object;
  }

  anyObject(value: Json | undefined, place: string): JsonObject {
    return isJsonObject(value) ? value : this.wrong(value, place, "an object", EMPTY);
  }

  list<T>(value: Json | undefined, place: string, read: (element: Json, place: string) => T): readonly T[] {
    const elements = isJsonArray(value) ? value : this.wrong(value, place, "a list", []);
    return elements.map((element, index) => read(element, `${place}[${index}]`));
  }

  text(value: Json | undefined, place: string): string {
    return typeof value === "string" ? value : this.wrong(value, place, "a text", "");
  }

  texts(value: Json | undefined, place: string): readonly string[] {
    return this.list(value, place, (element, at) => this.text(element, at));
  }

  flag(value: Json | undefined, place: string): boolean {
    return typeof value === "boolean" ? value : this.wrong(value, place, "true or false", false);
  }

  count(value: Json | undefined, place: string): number {
    const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.wrong(value, place, "a whole number", 0);
  }

  oneOf<T extends string>(value: Json | undefined, place: string, choices: readonly T[]): T | undefined {
    const found = choices.find((choice) => choice === value);
    return found ?? this.wrong(value, place, choices.join(" or "), undefined);
  }

  fault(place: string, message: string): void {
    this.faults.push(`${place === "" ? "" : `${place} `}${message}`);
  }

  // What is missing was complained about where it is missing.
  private wrong<T>(value: Json | undefined, place: string, right: string, instead: T): T {
    if (value !== undefined) {
      this.fault(place, `is not ${right}`);
    }
    return instead;
  }
}

const EMPTY: JsonObject = {};
