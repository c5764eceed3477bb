import { type Attribute, isList, isMark, isRecord, Reference, UnknownAttribute } from "../resource";
import { setOf } from "./functions-set";
import { ofOneType } from "./one-type";
import { numberOf } from "./operators";
import type { Evaluate, Scope } from "./scope";
import type { Expression } from "./syntax";
import { asBoolean, LooseSet, textOf } from "./value";

/** Makes a value one of the type that a variable declares: numbers become texts, names that aren't declared go, defaults come. */
export class TypeConstraint {
  /**
   * @param evaluate works out the defaults of `optional()`
   * @param scope where attributes of resources are found
   */
  constructor(
    private readonly evaluate: Evaluate,
    private readonly scope: Scope,
  ) {}

  converted(type: Expression, value: Attribute): Attribute {
    if (value === null) {
      return null;
    }
    if (type.kind === "name") {
      return this.scalar(type.name, value);
    }
    const [inner] = type.kind === "call" ? type.args : [];
    if (type.kind !== "call" || inner === undefined) {
      return this.untold();
    }
    switch (type.name) {
      case "list":
        return this.list(inner, value);
      case "set":
        return this.set(inner, value);
      case "map":
        return this.map(inner, value);
      case "object":
        return this.object(inner, value);
      case "tuple":
        return this.tuple(inner, value);
      default:
        return this.untold();
    }
  }

  private scalar(name: string, value: Attribute): Attribute {
    if (name === "any" || isMark(value)) {
      return value;
    }
    switch (name) {
      case "string":
        return textOf(value) ?? this.untold();
      case "number":
        return numberOf(value) ?? this.untold();
      case "bool":
        return typeof asBoolean(value) === "boolean" ? asBoolean(value) : this.untold();
      default:
        return this.untold();
    }
  }

  private list(inner: Expression, value: Attribute): Attribute {
    if (isMark(value)) {
      return value;
    }
    const elements = this.elements(inner, value);
    return elements === undefined || (value instanceof LooseSet && value.length > 1) ? this.untold() : elements;
  }

  private set(inner: Expression, value: Attribute): Attribute {
    return isMark(value) ? value : (setOf(this.elements(inner, value)) ?? this.untold());
  }

  private elements(inner: Expression, value: Attribute): readonly Attribute[] | undefined {
    return isList(value) ? ofOneType(Array.from(value, (element) => this.converted(inner, element))) : undefined;
  }

  private map(inner: Expression, value: Attribute): Attribute {
    if (isMark(value)) {
      return value instanceof Reference ? this.untold() : value;
    }
    if (!isRecord(value)) {
      return this.untold();
    }
    const names = Object.keys(value);
    const values = ofOneType(names.map((name) => this.converted(inner, value[name] ?? null)));
    return values === undefined
      ? this.untold()
      : Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
  }

  private object(declared: Expression, value: Attribute): Attribute {
    if (declared.kind !== "object" || (isMark(value) && !(value instanceof Reference))) {
      return isMark(value) ? value : this.untold();
    }
    const names = declared.entries.map(
      ({ key, value: type }) => [textOf(this.evaluate(key, this.scope)), type] as const,
    );
    if (!isRecord(value) && !(value instanceof Reference)) {
      return this.untold();
    }
    return Object.fromEntries(names.map(([name = "", type]) => [name, this.member(type, this.memberOf(value, name))]));
  }

  private memberOf(value: Attribute, name: string): Attribute | undefined {
    if (value instanceof Reference) {
      return this.scope.into(value, name);
    }
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }

  private member(type: Expression, value: Attribute | undefined): Attribute {
    const [inner, otherwise] = type.kind === "call" && type.name === "optional" ? type.args : [];
    if (inner === undefined) {
      return value === undefined ? this.untold() : this.converted(type, value);
    }
    // A null is how somebody asks for the default.
    const given = value ?? (otherwise === undefined ? null : this.evaluate(otherwise, this.scope));
    return this.converted(inner, given);
  }

  private tuple(inner: Expression, value: Attribute): Attribute {
    const types = inner.kind === "tuple" ? inner.items : [];
    return isList(value) && value.length === types.length
      ? value.map((element, at) => this.converted(types[at] ?? ANY, element))
      : this.untold();
  }

  private untold(): UnknownAttribute {
    return new UnknownAttribute({ decidedBy: [this.scope.place] });
  }
}

const ANY: Expression = { kind: "name", name: "any" };
