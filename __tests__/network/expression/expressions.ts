import { evaluate } from "../../../network/expression/evaluate";
import { parseString } from "../../../network/expression/parse";
import type { Scope } from "../../../network/expression/scope";
import { addressOf } from "../../../network/expression/value";
import { type Attribute, Reference, UnknownAttribute } from "../../../network/resource";
import { type Step, writeTraversal } from "../../../network/traversal";

/** What the names in the tests' expressions mean: `local.*` is known, `res.a` and `res.b` are resources, all else is not told. */
const LOCALS: Readonly<Record<string, Attribute>> = {
  name: "weu",
  count: 2,
  list: ["a", "b"],
  map: { a: 1, b: 2 },
  nothing: null,
  on: true,
  mixed: ["a", new UnknownAttribute({ decidedBy: ["var.z"] })],
};

export function to(address: string, ...path: (string | number)[]): Reference {
  const plain = new Reference(address, "in", path, "");
  return new Reference(address, "in", path, addressOf(plain));
}

/** The id of what lies in a resource. */
export function toChild(address: string, end: string): Reference {
  return new Reference(address, "in", ["id", end], `${address}.id${end}`);
}

export function unknown(expression: string, ...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy, expression });
}

/** What a string of Terraform JSON gives. */
export function give(text: string, bindings: ReadonlyMap<string, Attribute> = new Map()): Attribute {
  return evaluate(parseString(text), scopeOf(text, bindings));
}

function scopeOf(text: string, bindings: ReadonlyMap<string, Attribute>): Scope {
  return {
    bindings,
    place: "here",
    text,
    outside: (steps: readonly Step[]) => {
      const [first, second] = steps.map((step) => ("name" in step ? step.name : undefined));
      if (first === "local" && second !== undefined) {
        return { value: LOCALS[second] ?? null, used: 2 };
      }
      if (first === "res") {
        return { value: to(`res.${second}`), used: 2 };
      }
      return {
        value: new UnknownAttribute({ decidedBy: [writeTraversal(steps)], expression: text }),
        used: steps.length,
      };
    },
    into: (reference, step) => to(reference.address, ...reference.path, step),
  };
}
