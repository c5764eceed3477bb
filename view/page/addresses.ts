// The page's script is made of this file, so it imports nothing.

/** A range of IPv4 addresses as numbers. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

/** What somebody typed, as addresses; undefined where it is no IPv4 address and no prefix. */
export function rangeOf(typed: string): AddressRange | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(typed.trim());
  const parts = found?.slice(1, 5).map(Number) ?? [];
  const length = Number(found?.[5] ?? 32);
  if (parts.length !== 4 || parts.some((part) => part > 255) || length > 32) {
    return undefined;
  }
  const size = 2 ** (32 - length);
  const value = parts.reduce((sum, part) => sum * 256 + part, 0);
  const first = Math.floor(value / size) * size;
  return { first, last: first + size - 1, length };
}

/** The longest of some prefixes that holds a range; where none does, those that lie in it. */
export function matchesIn(prefixes: readonly string[], asked: AddressRange): string[] {
  const ranges = prefixes.flatMap((text) => {
    const range = rangeOf(text);
    return range === undefined ? [] : [{ text, ...range }];
  });
  const holding = ranges.filter(({ first, last }) => first <= asked.first && asked.last <= last);
  const longest = Math.max(...holding.map(({ length }) => length));
  return holding.length > 0
    ? holding.filter(({ length }) => length === longest).map(({ text }) => text)
    : ranges.filter(({ first, last }) => asked.first <= first && last <= asked.last).map(({ text }) => text);
}
