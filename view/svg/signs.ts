import type { Kind } from "../graph/estate";
import type { State } from "../state/state";
import { element } from "./element";
import { GLYPHS, glyphId, STATE_SIGNS, signId } from "./glyphs";

/** The sign of a kind at a place; a page has each of them once, and refers to it. */
export function glyphAt(kind: Kind, x: number, y: number, isLive: boolean): string {
  return isLive
    ? element("use", { href: `#${glyphId(kind)}`, class: "glyph", x, y })
    : element("path", { class: "glyph", transform: `translate(${x} ${y})`, d: GLYPHS[kind] });
}

/** The sign of a state at a place. */
export function signAt(state: State, x: number, y: number, isLive: boolean): string {
  return isLive
    ? element("use", { href: `#${signId(state)}`, class: "sign", x, y })
    : element("path", { class: "sign", transform: `translate(${x} ${y})`, d: STATE_SIGNS[state] });
}
