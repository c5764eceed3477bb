import { widthOf } from "../dot/text-width";
import type { State } from "../state/state";
import { element, textAt } from "./element";
import { STATE_SIGNS } from "./glyphs";

/** The room that the legend takes below a picture. */
export const LEGEND_HEIGHT = 34;
export const LEGEND_WIDTH = 900;

const TEXTS: readonly (readonly [kind: "tunnel" | "circuit", state: State, text: string])[] = [
  ["tunnel", "encrypted", "encrypted tunnel"],
  ["circuit", "clear", "protected traffic in the clear"],
  ["circuit", "undecided", "can't be told"],
  ["circuit", "unprotected", "clear, nothing protected"],
  ["tunnel", "idle", "nothing takes it"],
];

/** What dashes, signs and colours mean. */
export function drawLegend(top: number): string {
  const y = top + 12;
  const parts: string[] = [];
  let x = 16;
  for (const [kind, state, text] of TEXTS) {
    const d = `M${x} ${y}H${x + 30}`;
    const paths = kind === "tunnel" ? [element("path", { class: "core", d })] : [];
    parts.push(
      element(
        "g",
        { class: `line ${kind} ${state}` },
        element("path", { class: "way", d }),
        ...paths,
        element("path", { class: "sign", transform: `translate(${x + 35} ${y - 6})`, d: STATE_SIGNS[state] }),
        textAt(x + 51, y + 4, text),
      ),
    );
    x += 51 + widthOf(text, 11) + 14;
  }
  return element("g", { class: "legend" }, ...parts);
}
