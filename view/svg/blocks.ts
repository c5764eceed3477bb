import { xmlText } from "../../text/xml";
import type { Area } from "../dot/layout";
import { cellSizeOf, detailsOf, MEASURES } from "../dot/sizes";
import { fitted } from "../dot/text-width";
import type { Block, Cell } from "../picture/picture";
import { stateOfWays } from "../state/state";
import { BADGE, badgeAt } from "./badge";
import { element, textAt } from "./element";
import { kindWord } from "./kind-word";
import type { Drawn } from "./lines";
import type { FoundAt, Marks } from "./marks";
import { glyphAt, signAt } from "./signs";

/** What blocks are drawn with. */
export interface DrawnBlocks extends Drawn {
  readonly marks: Marks;
}

/** All blocks, with their cells in a grid. */
export function drawBlocks(drawn: DrawnBlocks): string {
  const { picture, blocks } = drawn.placed;
  return picture.blocks
    .map((block) => {
      const area = blocks.get(block.id);
      return area === undefined ? "" : drawBlock(block, area, drawn);
    })
    .join("\n");
}

function drawBlock(block: Block, { x, y, width, height }: Area, drawn: DrawnBlocks): string {
  const { heading, cells, columns } = block;
  const { gap, padding, heading: head, detail } = MEASURES;
  const size = cellSizeOf(block);
  if (heading === undefined) {
    return cells.map((cell) => drawCell(cell, { x, y, width, height }, drawn)).join("");
  }
  const top = y + head;
  return element(
    "g",
    { class: "block" },
    element("rect", { class: "frame", x, y, width, height, rx: 6 }),
    textAt(x + padding, y + 15, fitted(heading, detail, width - padding), "heading"),
    ...cells.map((cell, index) => {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      const area = { ...size, x: x + padding + column * (size.width + gap), y: top + row * (size.height + gap) };
      return drawCell(cell, area, drawn);
    }),
  );
}

function drawCell(cell: Cell, area: Area, drawn: DrawnBlocks): string {
  const { item, ways, opens } = cell;
  const { x, y, width, height } = area;
  const { padding, glyph, lineHeight, title, detail } = MEASURES;
  const state = ways.length === 0 ? undefined : stateOfWays(ways, drawn.tally);
  const room = width - 2 * padding - glyph;
  const left = x + padding + glyph;
  const base = y + padding + 11;
  const round = item.kind === "circuit" || item.kind === "internet" ? Math.min(14, height / 2) : 4;
  const found = foundAt(cell, drawn.marks);
  const titleRoom = found === undefined ? room : room - BADGE;
  const shown = [fitted(item.title, title, titleRoom), ...detailsOf(cell).map((text) => fitted(text, detail, room))];
  return element(
    "g",
    {
      class: ["cell", item.kind, ...(state === undefined ? [] : [state])].join(" "),
      ...liveAttributes(cell, drawn),
      ...(opens === undefined || !drawn.isLive ? {} : { "data-opens": opens }),
    },
    ...(drawn.isLive ? [] : [element("title", {}, xmlText([kindWord(item), item.title, ...item.details].join(", ")))]),
    element("rect", { class: "card", x, y, width, height, rx: round }),
    ...(state === undefined || round > 4 ? [] : [element("rect", { class: "bar", x, y, width: 4, height, rx: 2 })]),
    glyphAt(item.kind, x + padding, y + padding - 1, drawn.isLive),
    ...shown.map((text, index) =>
      textAt(left, base + index * lineHeight, text, index === 0 ? "title" : "detail").concat(" "),
    ),
    ...(state === undefined ? [] : [signAt(state, x + width - 18, y + 6, drawn.isLive)]),
    ...(found === undefined ? [] : [badgeAt(found, x + width - 20, y + 4)]),
    ...(drawn.marks.added.has(item.id) ? [element("g", { class: "new" }, textAt(x + 6, y - 3, NEW))] : []),
  );
}

const NEW = "+ new";

/** The findings at all that a cell stands for. */
function foundAt({ item, standsFor = [] }: Cell, { findings }: Marks): FoundAt | undefined {
  const found = [item, ...standsFor].flatMap(({ id }) => findings.get(id) ?? []);
  return found.length === 0
    ? undefined
    : {
        count: found.reduce((sum, { count }) => sum + count, 0),
        isViolation: found.some(({ isViolation }) => isViolation),
      };
}

/** By these the page's script finds a place, and makes it one that can be chosen. */
function liveAttributes({ item, ways }: Cell, { isLive, waysText }: DrawnBlocks) {
  return isLive
    ? {
        "data-item": item.id,
        ...(waysText === undefined || ways.length === 0 ? {} : { "data-ways": waysText(ways) }),
      }
    : {};
}
