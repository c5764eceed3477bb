import type { Block, Cell, Line } from "../picture/picture";
import { widthOf } from "./text-width";

/** Everything that is drawn has these measures, in pixels. */
export const MEASURES = {
  title: 13,
  detail: 11,
  /** Of a line of a cell. */
  lineHeight: 15,
  padding: 8,
  glyph: 22,
  heading: 22,
  gap: 6,
  narrowest: 96,
  widest: 250,
  /** The most details that a cell shows; the page has all. */
  details: 4,
} as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of every cell of a block: all are alike. */
export function cellSizeOf({ cells }: Block): Size {
  const { title, detail, lineHeight, padding, glyph, narrowest, widest } = MEASURES;
  const widths = cells.map((cell) =>
    Math.max(
      glyph + widthOf(cell.item.title, title, "bold") + SIGN,
      ...detailsOf(cell).map((text) => glyph + widthOf(text, detail)),
    ),
  );
  const width = Math.min(widest, Math.max(narrowest, ...widths) + 2 * padding);
  const lines = Math.max(...cells.map((cell) => detailsOf(cell).length));
  return { width: Math.round(width), height: 2 * padding + (lines + 1) * lineHeight };
}

/** The details that a cell shows: the first few, and how many more there are. */
export function detailsOf({ item, details = item.details }: Cell): readonly string[] {
  const most = MEASURES.details;
  return details.length <= most ? details : [...details.slice(0, most - 1), `${details.length - most + 1} more`];
}

/** The size of a block. */
export function sizeOf(block: Block): Size {
  const { gap, heading, padding, detail } = MEASURES;
  const cell = cellSizeOf(block);
  const rows = Math.ceil(block.cells.length / block.columns);
  if (block.heading === undefined) {
    return cell;
  }
  const grid = block.columns * (cell.width + gap) - gap + 2 * padding;
  const head = widthOf(block.heading, detail) + 2 * padding;
  return { width: Math.max(grid, head), height: heading + rows * (cell.height + gap) + gap };
}

/** The room for the label of a line, whatever it comes to say; undefined where it has none. */
export function labelRoomOf({ ways, kind, isLabelled }: Line): Size | undefined {
  if (!isLabelled) {
    return undefined;
  }
  return labelSize(ways.length < 2 || kind === "circuit" ? LONGEST : `${ways.length} of ${ways.length} ${LONGEST}`);
}

/** The size of a label that says this. */
export function labelSize(words: string): Size {
  return { width: widthOf(words, MEASURES.detail, "bold") + 30, height: 20 };
}

/** Beside a title there may be a count of findings and a sign for its state. */
const SIGN = 46;
const LONGEST = "tunnels, nothing protected";
