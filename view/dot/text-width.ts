/** How wide a text is at one pixel of font size: an average face without serifs, a little on the wide side. */
export function widthOf(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let width = 0;
  for (const character of text) {
    width += NARROW.has(character) ? 0.32 : WIDE.test(character) ? 1.02 : UPPER.test(character) ? 0.72 : 0.575;
  }
  return Math.ceil(width * size * (weight === "bold" ? 1.06 : 1));
}

const NARROW = new Set("iljtfI.,:;'|!()[]/ ");
const UPPER = /[A-Z@%mwMW#]/;
/** Everything beyond Latin, Greek and Cyrillic may be as wide as it is high. */
const WIDE = /[\u1100-\uffff]|[\u{10000}-\u{10ffff}]/u;

/** A text that is no wider than so many pixels; what is cut off is told by an ellipsis. */
export function fitted(text: string, size: number, most: number): string {
  if (widthOf(text, size) <= most) {
    return text;
  }
  const characters = [...text];
  let width = widthOf("…", size);
  const kept = characters.findIndex((character) => {
    width += widthOf(character, size);
    return width > most;
  });
  return `${characters.slice(0, kept).join("")}…`;
}
