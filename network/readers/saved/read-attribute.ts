import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";
import type { Unknown } from "../../field";
import {
  type Attribute,
  type AttributeObject,
  Reference,
  Secret,
  type SecretFacts,
  UnknownAttribute,
} from "../../resource";
import { MARKS, markIn } from "./attribute-json";
import type { Shape } from "./shape";

/** Reads the attributes of one input of a saved network. */
export class SavedAttributes {
  /**
   * @param input how this input is called now
   * @param named how an input is called now that the saved network calls by this name
   */
  constructor(
    private readonly shape: Shape,
    private readonly input: string,
    private readonly named: (path: string) => string,
  ) {}

  /** @param at address and path of the object itself */
  object(value: Json | undefined, place: string, at: string): AttributeObject {
    const object = this.shape.anyObject(value, place);
    if (markIn(object) !== undefined) {
      this.shape.fault(place, "is not an object with attributes");
    }
    return this.members(object, place, at);
  }

  /** @param at address and path of the attribute itself */
  read(value: Json, place: string, at: string): Attribute {
    if (isJsonArray(value)) {
      return value.map((element, index) => this.read(element, `${place}[${index}]`, `${at}[${index}]`));
    }
    if (!isJsonObject(value)) {
      return value;
    }
    const mark = markIn(value);
    return mark === undefined ? this.members(value, place, at) : this.marked(mark.name, mark.content, place, at);
  }

  private members(object: JsonObject, place: string, at: string): AttributeObject {
    const entries = Object.entries(object).map(([written, inner]): [string, Attribute] => {
      if (/^\$[^$]|^\$$/.test(written)) {
        this.shape.fault(place, `holds ${JSON.stringify(written)}, which is not known`);
      }
      const name = written.startsWith("$") ? written.slice(1) : written;
      return [name, this.read(inner, `${place}.${name}`, `${at}.${name}`)];
    });
    return Object.fromEntries(entries);
  }

  private marked(name: string, content: Json, place: string, at: string): Attribute {
    switch (name) {
      case MARKS.itself:
        return this.itself(content, place, at);
      case MARKS.unknown:
        return this.unknown(content, place);
      case MARKS.reference:
        return this.reference(content, place);
      case MARKS.secret:
        return this.secret(content, place);
      default:
        this.shape.fault(place, `holds ${JSON.stringify(name)}, which is not known`);
        return null;
    }
  }

  private itself(content: Json, place: string, at: string): UnknownAttribute {
    return new UnknownAttribute(
      { decidedBy: [at] },
      this.shape.oneOf(content, place, ["computed", "written"]) === "computed",
    );
  }

  private unknown(content: Json, place: string): UnknownAttribute {
    const { computed, ...rest } = this.shape.anyObject(content, place);
    const isComputed = computed !== undefined && this.shape.flag(computed, `${place}.computed`);
    return new UnknownAttribute(readUnknown(this.shape, rest, place), isComputed);
  }

  private reference(content: Json, place: string): Reference {
    const { address, input, path, expression } = this.shape.object(
      content,
      place,
      ["address", "path", "expression"],
      ["input"],
    );
    return new Reference(
      this.shape.text(address, `${place}.address`),
      input === undefined ? this.input : this.named(this.shape.text(input, `${place}.input`)),
      this.shape.list(path, `${place}.path`, (step, at) =>
        typeof step === "number" ? this.shape.count(step, at) : this.shape.text(step, at),
      ),
      this.shape.text(expression, `${place}.expression`),
    );
  }

  private secret(value: Json, place: string): Secret {
    const content = this.shape.anyObject(value, place);
    const from = this.shape.oneOf(content.from, `${place}.from`, ["literal", "sensitive"]) ?? "literal";
    const isBare = Object.keys(content).every((name) => name === "from");
    const { length, allowedCharacters, alphanumeric } = this.shape.object(
      content,
      place,
      isBare ? ["from"] : ["from", ...FACTS],
    );
    if (isBare) {
      return new Secret(from);
    }
    const facts: SecretFacts = {
      length: this.shape.count(length, `${place}.length`),
      allowedCharacters: this.shape.flag(allowedCharacters, `${place}.allowedCharacters`),
      alphanumeric: this.shape.flag(alphanumeric, `${place}.alphanumeric`),
    };
    return new Secret(from, facts);
  }
}

const FACTS: readonly string[] = ["length", "allowedCharacters", "alphanumeric"];

/** Reads what would decide a value. */
export function readUnknown(shape: Shape, value: Json | undefined, place: string): Unknown {
  const { decidedBy, expression } = shape.object(value, place, ["decidedBy"], ["expression"]);
  const named = shape.texts(decidedBy, `${place}.decidedBy`);
  if (decidedBy !== undefined && named.length === 0) {
    shape.fault(`${place}.decidedBy`, "is empty");
  }
  return { decidedBy: named, ...(expression === undefined ? {} : { expression: shape.text(expression, place) }) };
}
