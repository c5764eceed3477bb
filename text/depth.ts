// Intent is six levels deep.
const DEEPEST = 200;

/**
 * Whether a text nests so deeply that a parser, which goes down a stack frame or more with each level, could run out
 * of stack. That can't be caught: the engine gives up altogether when it happens inside a regular expression. Counts
 * brackets in strings too, which makes no difference for any text that a person writes.
 */
export function isDeep(text: string): boolean {
  return hasDeepBrackets(text) || hasDeepLines(text);
}

function hasDeepBrackets(text: string): boolean {
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) {
      return true;
    }
  }
  return false;
}

// A level of YAML without brackets takes a column of indentation, or a marker such as the dash of a list.
function hasDeepLines(text: string): boolean {
  return /^[ \t?:-]{200}/m.test(text);
}
