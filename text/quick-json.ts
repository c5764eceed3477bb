/**
 * The value of a JSON text without repeated keys; undefined for any other text. A large intent file is read in a
 * hundredth of the time that YAML takes, and places are only needed where something is wrong.
 */
export function quickJson(text: string): { readonly value: unknown } | undefined {
  const value = parsed(text);
  // JSON.parse keeps the last of several equal keys, and says nothing.
  return value !== undefined && keysIn(value) === keysWritten(text) ? { value } : undefined;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) {
    return 0;
  }
  const inner = Object.values(value);
  const own = Array.isArray(value) ? 0 : inner.length;
  return inner.reduce((sum, one) => sum + keysIn(one), own);
}

function keysWritten(text: string): number {
  let count = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    count += token[1] === undefined ? 0 : 1;
  }
  return count;
}
