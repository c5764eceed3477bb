import { plain } from "./plain";

/**
 * A text from an input as Markdown that shows it and means nothing else: no markup, no HTML, no table cell, no link, and
 * nobody is called by it. A long one is cut, with a count.
 *
 * @param most how many characters are kept
 */
export function markdownText(text: string, most = 600): string {
  const [shown, left] = cut(plain(text), most);
  const safe = shown
    // GitHub and Azure DevOps make links of these after the Markdown is read: a character without width stops that.
    .replace(/(?<=[@#!])(?=\w)|(?<=\bGH-)(?=\d)|(?<=\bwww\.)(?=\S)|(?<=:)(?=\/\/)/gi, WORD_JOINER)
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
  return left === 0 ? safe : `${safe}… (${left} more characters)`;
}

/** A name from an input, set as code. */
export function markdownName(name: string): string {
  return `<code>${markdownText(name, 300)}</code>`;
}

/** The lines that fit into a number of characters, and how many are left out. */
export function fitting(lines: readonly string[], characters: number): { shown: readonly string[]; left: number } {
  let room = characters;
  const end = lines.findIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  const shown = end < 0 ? lines : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}

function cut(text: string, most: number): [string, number] {
  const characters = text.length > most ? [...text] : [];
  return characters.length > most ? [characters.slice(0, most).join(""), characters.length - most] : [text, 0];
}

const WORD_JOINER = "\u2060";

// As numbers these mean nothing to a reader of Markdown, of its tables or of HTML.
const MARKUP = /[&<>`*_[\]|\\~#@!:$^"']/g;
