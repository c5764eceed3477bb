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
    .replace(/(?<=[@#!])(?=\w)|(?<=\bGH-)(?=\d)|(?<=www\.)(?=\S)|(?<=:)(?=\/\/)/gi, WORD_JOINER)
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
  return left === 0 ? safe : `${safe}… (${left} more characters)`;
}

/** A name from an input, set as code. */
export function markdownName(name: string): string {
  return `<code>${markdownText(name, 300)}</code>`;
}

/** Writes things until a number of characters is used up, and says how many are left out. */
export function fitting<T>(things: readonly T[], write: (thing: T) => string, characters: number): Fitting {
  const shown: string[] = [];
  let room = characters;
  for (const thing of things) {
    const line = write(thing);
    room -= line.length + 1;
    if (room < 0) {
      break;
    }
    shown.push(line);
  }
  return { shown, left: things.length - shown.length };
}

/** What fits, and how many more there are. */
export interface Fitting {
  readonly shown: readonly string[];
  readonly left: number;
}

function cut(text: string, most: number): [string, number] {
  const characters = text.length > most ? [...text] : [];
  return characters.length > most ? [characters.slice(0, most).join(""), characters.length - most] : [text, 0];
}

const WORD_JOINER = "\u2060";

// As numbers these mean nothing to a reader of Markdown, of its tables or of HTML.
const MARKUP = /[&<>`*_[\]|\\~#@!:$^"']/g;
