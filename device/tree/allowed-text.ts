import { shown } from "../../text/problem";

// What stands in a device's file is read by a program that has a grammar. Names come from Azure, and anybody who may name
// a site there could write statements of their own with a line break, a brace or a quote.
const ALLOWED = /^[A-Za-z0-9 ._()/-]{1,120}$/;

/**
 * What is wrong with a text from Azure that is to stand in a device's file; undefined where nothing is.
 *
 * @param what `the name of the site`
 */
export function faultOfText(text: string, what: string): string | undefined {
  if (ALLOWED.test(text)) {
    return undefined;
  }
  const strange = [...text].find((character) => !/[A-Za-z0-9 ._()/-]/.test(character));
  const why =
    strange === undefined
      ? `has ${text.length} characters`
      : `holds U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return (
    `${what}, ${shown(text)}, ${why}; a device's file takes 1 to 120 letters, digits, spaces and the characters . _ - / ( ), ` +
    "so that no text can end a statement and begin another one: rename it"
  );
}

/** A name for a folder, of texts that are allowed; each once. */
export class FileNames {
  private readonly given = new Set<string>();

  nameOf(...texts: readonly string[]): string {
    const wanted = texts
      .map(
        (text) =>
          text
            .trim()
            .replace(/[^A-Za-z0-9_-]+/g, "-")
            .replace(/^-+|-+$/g, "") || "x",
      )
      .join("-");
    let name = wanted;
    for (let number = 2; this.given.has(name.toLowerCase()); number += 1) {
      name = `${wanted}-${number}`;
    }
    this.given.add(name.toLowerCase());
    return name;
  }
}
