import type { Finding } from "./finding";

/**
 * Findings in the order of the places they point at, which neither the order of the rules nor that of the inputs
 * changes: by source line, then address, then attribute, then rule. Those without a source line come after the others.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareSources(a, b) ||
      compareNaturally(a.address, b.address) ||
      compareNaturally(a.input, b.input) ||
      compareNaturally(a.path, b.path) ||
      compareNaturally(a.rule, b.rule) ||
      compareNaturally(a.outcome, b.outcome) ||
      compareNaturally(a.message, b.message),
  );
}

/** Findings without those that say the same twice, as two routes of one reasoning may. */
export function withoutTwins(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify(finding);
    if (!first.has(key)) {
      first.set(key, finding);
    }
  }
  return [...first.values()];
}

function compareSources(a: Finding, b: Finding): number {
  if (a.source === undefined || b.source === undefined) {
    return Number(a.source === undefined) - Number(b.source === undefined);
  }
  return compareNaturally(a.source.file, b.source.file) || a.source.line - b.source.line;
}

/** Compares texts with the numbers in them as numbers, so that `link[2]` comes before `link[10]`. */
export function compareNaturally(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  const [as, bs] = [chunksOf(a), chunksOf(b)];
  for (let i = 0; i < Math.min(as.length, bs.length); i++) {
    const order = compareChunks(as[i] ?? "", bs[i] ?? "");
    if (order !== 0) {
      return order;
    }
  }
  // Numbers may be equal where their texts are not ("7" and "07"): the texts have the last word.
  return as.length - bs.length || compareTexts(a, b);
}

function chunksOf(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

// Digits are compared by length, then by text: they may be too long for a number.
function compareChunks(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) {
    return compareTexts(a, b);
  }
  const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return x.length - y.length || compareTexts(x, y);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
