import { addressOf, type Thing } from "./thing";

/**
 * A text that speaks of things. What each is called is known once it is told to somebody: a thing is called by what
 * tells it from all others of its network, with its address where that isn't said yet.
 */
export type Phrase<T = Thing> = string | number | T | Listing<T> | readonly Phrase<T>[];

/** Writes a phrase as a template: `${hub} has no address prefix`. */
export function phrase(texts: TemplateStringsArray, ...things: readonly Phrase[]): Phrase {
  return texts.flatMap((text, index): Phrase[] => {
    const thing = things[index];
    return [...(text === "" ? [] : [text]), ...(thing === undefined ? [] : [thing])];
  });
}

/** Several words or things, one after the other, in a phrase. */
export class Listing<T = Thing> {
  constructor(
    readonly words: readonly Phrase<T>[],
    /** From the next one on only how many more there are. */
    readonly most: number,
    /** What stands before the last word. */
    readonly last: " and " | ", ",
  ) {}
}

/** `a`, `a and b`, `a, b and c`; from the sixth on only how many more there are. */
export function listed(words: readonly Phrase[]): Listing {
  return new Listing(words, 5, " and ");
}

/** Puts words in a row as a listing wants it. Words that hold a comma are parted by semicolons. */
export function inRow(words: readonly string[], left: number, last: Listing["last"]): string {
  const comma = words.some((word) => word.includes(", ")) ? "; " : ", ";
  const all = left > 0 ? [...words, `${left} more`] : words;
  const end = left > 0 || last === " and " ? " and " : comma;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(comma)}${end}${all.at(-1)}`;
}

/** Fills in what each thing is called. */
export function withNames<T, U>(text: Phrase<T>, nameOf: (thing: T) => Phrase<U>): Phrase<U> {
  if (typeof text === "string" || typeof text === "number") {
    return text;
  }
  if (isSeveral(text)) {
    return text.map((one) => withNames(one, nameOf));
  }
  return text instanceof Listing
    ? new Listing(
        text.words.map((one) => withNames(one, nameOf)),
        text.most,
        text.last,
      )
    : nameOf(text);
}

/** A phrase as text, where all things are told in one way whatever was said before. */
export function textOf<T>(text: Phrase<T>, tell: (thing: T) => string): string {
  if (typeof text === "string" || typeof text === "number") {
    return String(text);
  }
  if (isSeveral(text)) {
    return text.map((one) => textOf(one, tell)).join("");
  }
  if (text instanceof Listing) {
    const words = text.words.slice(0, text.most).map((one) => textOf(one, tell));
    return inRow(words, text.words.length - words.length, text.last);
  }
  return tell(text);
}

/** A phrase with nothing but addresses for things, as evidence holds them. */
export function inAddresses(text: Phrase): string {
  return textOf(text, addressOf);
}

function isSeveral<T>(text: T | Listing<T> | readonly Phrase<T>[]): text is readonly Phrase<T>[] {
  return Array.isArray(text);
}
