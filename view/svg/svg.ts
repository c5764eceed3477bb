import { xmlText } from "../../text/xml";
import type { Area } from "../dot/layout";
import { fitted } from "../dot/text-width";
import type { Box } from "../picture/picture";
import { badgeAt } from "./badge";
import { type DrawnBlocks, drawBlocks } from "./blocks";
import { element, textAt } from "./element";
import { GLYPHS, STATE_SIGNS } from "./glyphs";
import { drawLegend, LEGEND_HEIGHT, LEGEND_WIDTH } from "./legend";
import { drawLines } from "./lines";
import { PICTURE_STYLE } from "./style";

/** A picture as an SVG file of its own. */
export function svgFile(drawn: Omit<DrawnBlocks, "isLive">): string {
  return `${svgElement({ ...drawn, isLive: false }, PICTURE_STYLE)}\n`;
}

/**
 * A picture as an SVG element.
 * @param style goes into it, where it stands alone
 */
export function svgElement(drawn: DrawnBlocks, style?: string): string {
  const { picture, width, height } = drawn.placed;
  const whole = drawn.isLive
    ? { width: Math.ceil(width), height: Math.ceil(height) }
    : { width: Math.ceil(Math.max(width, LEGEND_WIDTH)), height: Math.ceil(height + LEGEND_HEIGHT) };
  const content = [
    element("title", {}, xmlText(picture.title)),
    ...(style === undefined ? [] : [`<style>${style}</style>`]),
    element("rect", { class: "ground", ...whole }),
    ...picture.boxes.map((box) => drawBox(box, drawn)),
    drawLines(drawn),
    drawBlocks(drawn),
    ...(picture.blocks.length + picture.boxes.length === 0 ? [textAt(16, 20, NOTHING)] : []),
    ...(drawn.isLive ? [] : [drawLegend(height)]),
  ];
  const size = drawn.isLive ? {} : whole;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "picture",
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...size,
      role: drawn.isLive ? "group" : "img",
      "aria-label": picture.title,
    },
    ...content.filter((one) => one !== "").map((one) => `\n${one}`),
    "\n",
  );
}

const NOTHING = "No input holds a WAN, a hub, a site or a circuit: there is nothing to draw.";

function drawBox({ id, kind, title, detail, item }: Box, { placed, isLive, marks }: DrawnBlocks): string {
  const area: Area | undefined = placed.boxes.get(id);
  if (area === undefined) {
    return "";
  }
  const { x, y, width, height } = area;
  const found = item === undefined ? undefined : marks.findings.get(item.id);
  const shown = [fitted(title, 13, width - 20), ...(detail === "" ? [] : [fitted(detail, 11, width - 20)])];
  return element(
    "g",
    { class: `box ${kind}`, ...(isLive && item !== undefined ? { "data-item": item.id } : {}) },
    element("rect", { x, y, width, height, rx: kind === "hub" ? 8 : 10 }),
    ...shown.map((text, index) =>
      textAt(x + 12, y + 18 + index * 15, text, index === 0 ? "title" : "detail").concat(" "),
    ),
    ...(found === undefined ? [] : [badgeAt(found, x + width - 4, y + 6)]),
  );
}

/** What all pictures of a page share: the signs of kinds, which they refer to, and one legend. */
export function sharedSvg(): string {
  const symbols = [
    ...Object.entries(GLYPHS).map(([kind, d]) => element("path", { id: `kind-${kind}`, d })),
    ...Object.entries(STATE_SIGNS).map(([state, d]) => element("path", { id: `state-${state}`, d })),
  ];
  const size = { width: LEGEND_WIDTH, height: LEGEND_HEIGHT - 8 };
  return element(
    "svg",
    { class: "picture legend-only", role: "img", "aria-label": "what lines and signs mean", ...size },
    element("defs", {}, ...symbols),
    drawLegend(0),
  );
}
