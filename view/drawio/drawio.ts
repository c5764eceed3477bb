import type { Area, Course, Placed, Spot } from "../dot/layout";
import { cellSizeOf, detailsOf, MEASURES } from "../dot/sizes";
import type { Block, Box, Cell, Line } from "../picture/picture";
import { labelOf, type State, stateOfWays, type Tally } from "../state/state";
import { element } from "../svg/element";
import { shapeOf } from "./shapes";

/** Pictures as a file of draw.io, a page each, with everything where the SVG has it. Texts are texts there, and no HTML. */
export function drawioFile(pictures: readonly Placed[], tally: Tally): string {
  const pages = pictures.map((placed) => page(placed, tally));
  return `${element("mxfile", { host: "wanproof" }, ...pages.map((one) => `\n${one}`), "\n")}\n`;
}

function page(placed: Placed, tally: Tally): string {
  const { picture } = placed;
  const cells = [
    ...picture.boxes.map((box) => frame(box, placed)),
    ...picture.blocks.flatMap((block) => blockCells(block, placed)),
    ...picture.lines.map((line) => lineCell(line, placed.lines.get(line.id), tally)),
  ];
  const root = element(
    "root",
    {},
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...cells.map((one) => `\n${one}`),
  );
  const model = element("mxGraphModel", { grid: 0, page: 0, pageWidth: placed.width, pageHeight: placed.height }, root);
  return element("diagram", { id: picture.id, name: picture.title.slice(0, 80) }, model);
}

function frame({ id, kind, title, detail, parent }: Box, { boxes }: Placed): string {
  const text = detail === "" ? title : `${title}\n${detail}`;
  const style = `${FRAME};fillColor=${FILLS[kind]};`;
  return vertex(
    id,
    text,
    style,
    parent ?? "1",
    within(boxes.get(id), parent === undefined ? undefined : boxes.get(parent)),
  );
}

const FRAME =
  "rounded=1;arcSize=3;container=1;collapsible=0;whiteSpace=wrap;html=0;verticalAlign=top;align=left;spacingLeft=10;spacingTop=4;fontStyle=1;strokeColor=#d0d7de";
const FILLS: { readonly [kind in Box["kind"]]: string } = { wan: "#f6f8fa", region: "#eef3f8", hub: "#e1ecf7" };

function blockCells(block: Block, { blocks, boxes }: Placed): string[] {
  const { id, box, heading, cells, columns } = block;
  const area = blocks.get(id);
  const place = within(area, box === undefined ? undefined : boxes.get(box));
  const [only] = cells;
  if (heading === undefined && only !== undefined) {
    return [thing(id, only, box ?? "1", place)];
  }
  const size = cellSizeOf(block);
  const { padding, gap } = MEASURES;
  const group = vertex(id, heading ?? "", `${FRAME};fillColor=none;fontStyle=0;`, box ?? "1", place);
  return [
    group,
    ...cells.map((cell, index) => {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      const spot = { x: padding + column * (size.width + gap), y: MEASURES.heading + row * (size.height + gap) };
      return thing(`${id}c${index}`, cell, id, { ...size, ...spot });
    }),
  ];
}

function thing(id: string, cell: Cell, parent: string, area: Area): string {
  const shape = shapeOf(cell.item.kind);
  const round = cell.item.kind === "circuit" || cell.item.kind === "internet" ? 40 : 6;
  const picture = shape === undefined ? "" : `shape=label;image=${shape};imageWidth=22;imageHeight=22;spacingLeft=32;`;
  const dashes = cell.item.kind === "unseen" ? "dashed=1;" : "";
  const style = `${picture}${dashes}rounded=1;arcSize=${round};whiteSpace=wrap;html=0;align=left;fontSize=11;fillColor=#ffffff;strokeColor=#57606a;`;
  return vertex(id, [cell.item.title, ...detailsOf(cell)].join("\n"), style, parent, area, cell.opens);
}

/** @param opens the page that a click leads to */
function vertex(id: string, text: string, style: string, parent: string, area: Area, opens?: string): string {
  const { x, y, width, height } = area;
  const geometry = element("mxGeometry", { x, y, width, height, as: "geometry" });
  return opens === undefined
    ? element("mxCell", { id, value: text, style, parent, vertex: 1 }, geometry)
    : element(
        "UserObject",
        { id, label: text, link: `data:page/id,${opens}` },
        element("mxCell", { style, parent, vertex: 1 }, geometry),
      );
}

function lineCell(line: Line, course: Course | undefined, tally: Tally): string {
  const { id, kind, from, to, ways, isLabelled } = line;
  const state = kind === "inside" ? undefined : stateOfWays(ways, tally);
  const value = kind === "inside" || !isLabelled ? "" : labelOf(kind, ways, tally);
  const style = `endArrow=none;html=0;curved=1;fontSize=11;exitX=1;exitY=0.5;entryX=0;entryY=0.5;${kind === "tunnel" && state === "encrypted" ? "shape=link;width=3;" : ""}${state === undefined ? "strokeColor=#57606a;" : LINES[state]}`;
  const points = bends(course).map(({ x, y }) => element("mxPoint", { x, y }));
  const bent = points.length === 0 ? [] : [element("Array", { as: "points" }, ...points)];
  const geometry = element("mxGeometry", { relative: 1, as: "geometry" }, ...bent);
  return element("mxCell", { id, value, style, parent: "1", source: from, target: to, edge: 1 }, geometry);
}

const LINES: { readonly [state in State]: string } = {
  encrypted: "strokeColor=#0a5a9c;fontColor=#0a5a9c;",
  clear: "strokeColor=#b3261e;fontColor=#b3261e;strokeWidth=3;dashed=1;dashPattern=9 5;",
  undecided: "strokeColor=#7a3e9d;fontColor=#7a3e9d;strokeWidth=2;dashed=1;dashPattern=2 4;",
  unprotected: "strokeColor=#6b6f76;fontColor=#6b6f76;dashed=1;dashPattern=8 3 2 3;",
  idle: "strokeColor=#8c959f;fontColor=#57606a;",
};

/** Where a line passes between its ends: every third point is on the curve. */
function bends(course: Course | undefined): readonly Spot[] {
  const points = course?.points ?? [];
  return points.filter((_, index) => index % 3 === 0 && index > 0 && index < points.length - 1);
}

/** draw.io counts from the corner of what is around a thing. */
function within(area: Area | undefined, around: Area | undefined): Area {
  const { x = 0, y = 0, width = 0, height = 0 } = area ?? {};
  return { x: x - (around?.x ?? 0), y: y - (around?.y ?? 0), width, height };
}
