import { type Expression, SPLAT_ELEMENT } from "./syntax";

/** The things that an expression names: `local.sites`, `each.value`, `data.azurerm_virtual_hub.hub`. Names of its own are none. */
export function namesIn(expression: Expression, own: ReadonlySet<string> = NONE): readonly string[] {
  const inside = (...parts: readonly (Expression | undefined)[]) =>
    parts.flatMap((part) => (part === undefined ? [] : namesIn(part, own)));
  switch (expression.kind) {
    case "literal":
      return [];
    case "template":
      return inside(...expression.parts);
    case "name":
      return own.has(expression.name) || expression.name === SPLAT_ELEMENT ? [] : [expression.name];
    case "attribute":
      return nameOf(expression, own) ?? inside(expression.of);
    case "index":
      return inside(expression.of, expression.key);
    case "splat":
      return inside(expression.of, expression.each);
    case "tuple":
      return inside(...expression.items);
    case "object":
      return expression.entries.flatMap(({ key, value }) => inside(key, value));
    case "conditional":
      return inside(expression.test, expression.then, expression.otherwise);
    case "unary":
      return inside(expression.of);
    case "binary":
      return inside(expression.left, expression.right);
    case "call":
      return inside(...expression.args);
    case "for": {
      const { over, key, value, condition, keyName, valueName } = expression;
      const more = new Set([...own, valueName, ...(keyName === undefined ? [] : [keyName])]);
      const parts = [key, value, condition].filter((part) => part !== undefined);
      return [...inside(over), ...parts.flatMap((part) => namesIn(part, more))];
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The first two names of a reference, or three of a data source; undefined where it doesn't begin with that many names. */
function nameOf(expression: Extract<Expression, { kind: "attribute" }>, own: ReadonlySet<string>) {
  const steps: string[] = [];
  let root: Expression = expression;
  while (root.kind === "attribute") {
    steps.unshift(root.name);
    root = root.of;
  }
  if (root.kind !== "name" || root.name === SPLAT_ELEMENT) {
    return undefined;
  }
  return own.has(root.name) ? [] : [[root.name, ...steps].slice(0, root.name === "data" ? 3 : 2).join(".")];
}
