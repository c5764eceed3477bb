import { parseSync } from "@swc/core";

/** How a file needs another: as soon as it is loaded, when it asks for it, or for its types alone. */
export type Way = "at once" | "later" | "types";

/** One import of a file, as it is written. */
export interface Import {
  readonly specifier: string;
  readonly way: Way;
}

/** What stands for the specifier of an import that only running it tells. */
export const UNTOLD = "?";

/** Every import in a TypeScript source: `import`, `export from`, `require(...)`, `import(...)`, `typeof import(...)`. */
export function importsIn(source: string): readonly Import[] {
  const found: Import[] = [];
  visit(parseSync(source, { syntax: "typescript", target: "es2022" }), (node) => {
    const one = importOf(node);
    if (one !== undefined) {
      found.push(one);
    }
  });
  return found;
}

interface SyntaxNode {
  readonly type: string;
  readonly [property: string]: unknown;
}

function importOf(node: SyntaxNode): Import | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      return isNode(node.source) ? { specifier: textOf(node.source), way: wayOf(node) } : undefined;
    case "TsImportEqualsDeclaration":
      return isNode(node.moduleRef) && node.moduleRef.type === "TsExternalModuleReference"
        ? { specifier: textOf(node.moduleRef.expression), way: node.isTypeOnly === true ? "types" : "at once" }
        : undefined;
    case "TsImportType":
      return { specifier: textOf(node.argument), way: "types" };
    case "CallExpression":
      return asksForModule(node.callee) ? askedFor(firstOf(node.arguments)) : undefined;
    default:
      return undefined;
  }
}

/** `import type`, and `import { type A, type B }` too: nothing of it is left when the program runs. */
function wayOf({ typeOnly, specifiers }: SyntaxNode): Way {
  const named: readonly unknown[] = Array.isArray(specifiers) ? specifiers : [];
  const onlyTypes = named.length > 0 && named.every((one) => isNode(one) && one.isTypeOnly === true);
  return typeOnly === true || onlyTypes ? "types" : "at once";
}

function asksForModule(callee: unknown): boolean {
  return isNode(callee) && (callee.type === "Import" || (callee.type === "Identifier" && callee.value === "require"));
}

/** The `package.json` of a package holds no code, so whoever reads its version doesn't need it. */
function askedFor(module: unknown): Import | undefined {
  return endOf(module).endsWith("/package.json") ? undefined : { specifier: textOf(module), way: "later" };
}

function endOf(module: unknown): string {
  if (!isNode(module) || module.type !== "TemplateLiteral") {
    return textOf(module);
  }
  const written: readonly unknown[] = Array.isArray(module.quasis) ? module.quasis : [];
  const last = written.at(-1);
  return isNode(last) && typeof last.raw === "string" ? last.raw : UNTOLD;
}

function firstOf(args: unknown): unknown {
  const [first]: readonly unknown[] = Array.isArray(args) ? args : [];
  return typeof first === "object" && first !== null && "expression" in first ? first.expression : undefined;
}

function textOf(node: unknown): string {
  return isNode(node) && node.type === "StringLiteral" && typeof node.value === "string" ? node.value : UNTOLD;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function visit(value: unknown, look: (node: SyntaxNode) => void): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  if (isNode(value)) {
    look(value);
  }
  for (const inner of Object.values(value)) {
    visit(inner, look);
  }
}
