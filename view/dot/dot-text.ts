import type { Box, Line, Picture } from "../picture/picture";
import { labelRoomOf, MEASURES, type Size, sizeOf } from "./sizes";
import { widthOf } from "./text-width";

/**
 * A picture in the language of Graphviz: boxes, blocks and lines by their ids and sizes. No word of an input is in it, so
 * no name can be taken for anything else; texts are put where the layout leaves room.
 */
export function dotText(picture: Picture): string {
  const blocks = picture.blocks.map((block) => {
    const { width, height } = sizeOf(block);
    return { box: block.box, text: `"${block.id}" [width=${inches(width)}, height=${inches(height)}];` };
  });
  const inBox = (box: string | undefined) => blocks.flatMap((one) => (one.box === box ? [one.text] : []));
  const cluster = (box: Box): string[] => [
    `subgraph "cluster_${box.id}" {`,
    `label=${room(boxLabelSize(box))};`,
    `margin=${BOX_MARGIN[box.kind]};`,
    ...inBox(box.id),
    ...picture.boxes.filter(({ parent }) => parent === box.id).flatMap(cluster),
    "}",
  ];
  return [
    `digraph "${picture.id}" {`,
    "rankdir=LR; nodesep=0.28; ranksep=0.55; splines=true; outputorder=nodesfirst; labeljust=l;",
    'node [shape=box, fixedsize=true, label=""];',
    "edge [dir=none];",
    ...inBox(undefined),
    ...picture.boxes.filter(({ parent }) => parent === undefined).flatMap(cluster),
    ...picture.lines.map(edge),
    "}",
    "",
  ].join("\n");
}

const BOX_MARGIN: { readonly [kind in Box["kind"]]: number } = { wan: 16, region: 14, hub: 14 };

function edge(line: Line): string {
  const size = labelRoomOf(line);
  const label = size === undefined ? "" : `, label=${room(size)}`;
  const weight = line.kind === "tunnel" ? 2 : line.kind === "inside" ? 3 : 1;
  return `"${line.from}":e -> "${line.to}":w [id="${line.id}", weight=${weight}${label}];`;
}

function boxLabelSize({ title, detail }: Box): Size {
  const { title: size, detail: small } = MEASURES;
  const width = Math.max(widthOf(title, size, "bold"), widthOf(detail, small)) + 34;
  return { width, height: detail === "" ? 20 : 36 };
}

/** Room of a size, without a text in it. */
function room({ width, height }: Size): string {
  const table = `BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE"`;
  return `<<TABLE ${table} WIDTH="${width}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;
}

/** Graphviz counts in inches of 72 points, and a point is a pixel here. */
function inches(pixels: number): string {
  return (pixels / 72).toFixed(4);
}
