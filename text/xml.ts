/** A text as XML 1.0 holds it, in an element or a quoted attribute. What no XML may hold becomes a replacement mark. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// https://www.w3.org/TR/xml/#charsets: no control characters, no halves of surrogate pairs, no U+FFFE and U+FFFF.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
