const ADDRESS = /(?<![\w.-])(?:(?:var|local|module)\.[\w-]+|(?:data\.)?[a-z][a-z0-9]*_\w+\.[\w-]+)(?:\.[a-z_]+)?/g;

/** The addresses that a text mentions which can't be read as an expression; `place` where there is none. */
export function mentioned(text: string, place: string): readonly string[] {
  const found = [...new Set(text.match(ADDRESS) ?? [])];
  return found.length === 0 ? [place] : found;
}
