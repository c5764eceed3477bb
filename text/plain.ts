/**
 * A text from an input, made safe for a terminal and for the log of a pipeline. Names of resources are anybody's: one
 * with a line break, a colour code or a pipeline command in it could fake a line of the report.
 */
export function plain(text: string): string {
  return text
    .replace(INVISIBLE, (character) => NAMED.get(character) ?? escaped(character))
    .replace(PIPELINE_COMMAND, (command) => command.replace(/[#:]/g, escaped));
}

/** JSON text in which such characters are escaped, save the line breaks between values. It parses to the same value. */
export function plainJson(json: string): string {
  return json
    .replace(INVISIBLE, (character) => (character === "\n" ? character : escaped(character)))
    .replace(PIPELINE_COMMAND, (command) => command.replaceAll("#", escaped));
}

// Control characters, line separators, and marks that reverse or hide text.
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

// GitHub obeys "::" at the start of a line and "##[" anywhere, Azure DevOps "##vso[" anywhere.
const PIPELINE_COMMAND = /^\s*::|##(?=\[|vso\[)/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
