import { plain } from "../../text/plain";

/** A text in quotes, of which Mermaid takes nothing for markup or for an end. */
export function quoted(text: string, most = 80): string {
  const kept = [...plain(text)];
  const cut = kept.length > most ? `${kept.slice(0, most).join("")}…` : kept.join("");
  return `"${cut.replace(UNSAFE, (character) => `#${character.codePointAt(0)};`)}"`;
}

/** All but letters, digits and what joins them is written by number. */
const UNSAFE = /[^\p{L}\p{N} .,:/()+_\u2026-]/gu;
