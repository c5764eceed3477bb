/** What a piece of text is, where colour tells it apart. */
export type Style = "error" | "warning" | "note" | "undecided" | "pass" | "strong" | "quiet";

/** Puts a style on a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** No colour at all. */
export const unpainted: Paint = (_style, text) => text;

/** Colours that every terminal has. */
export const painted: Paint = (style, text) => `\u001b[${ON[style]}m${text}\u001b[${OFF[style]}m`;

const ON: Readonly<Record<Style, number>> = {
  error: 31,
  warning: 33,
  note: 36,
  undecided: 35,
  pass: 32,
  strong: 1,
  quiet: 2,
};

const OFF: Readonly<Record<Style, number>> = {
  error: 39,
  warning: 39,
  note: 39,
  undecided: 39,
  pass: 39,
  strong: 22,
  quiet: 22,
};
