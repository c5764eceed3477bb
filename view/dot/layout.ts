import type { Picture } from "../picture/picture";
import { dotText } from "./dot-text";

/** A place in pixels, from the upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Spot {
  readonly width: number;
  readonly height: number;
}

/** The course of a line: the first point, and then three for each curve. */
export interface Course {
  readonly points: readonly Spot[];
  /** The middle of its label. */
  readonly label: Spot | undefined;
}

/** A picture with where everything stands. */
export interface Placed {
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Area>;
  readonly blocks: ReadonlyMap<string, Area>;
  readonly lines: ReadonlyMap<string, Course>;
}

/** Graphviz, once it is there. */
export type Layout = (picture: Picture) => Placed;

/** Loads Graphviz, which takes a moment, and lays out pictures with it. Equal pictures come out equal. */
export async function loadLayout(): Promise<Layout> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  return (picture) => placed(picture, JSON.parse(graphviz.layout(dotText(picture), "json", "dot")));
}

interface LaidOut {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly bb?: string;
    readonly pos?: string;
    readonly width?: string;
    readonly height?: string;
  }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp?: string }[];
}

const CLUSTER = "cluster_";
const MARGIN = 12;

function placed(picture: Picture, { bb, objects = [], edges = [] }: LaidOut): Placed {
  const [left = 0, low = 0, right = 0, high = 0] = numbers(bb);
  const x = (value: number) => round(value - left + MARGIN);
  // Graphviz counts upwards.
  const y = (value: number) => round(high - value + MARGIN);
  const spotsIn = (text: string) => pairs(numbers(text)).map((one): Spot => ({ x: x(one.x), y: y(one.y) }));
  const boxes = objects.flatMap(({ name, bb: own }): [string, Area][] => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = own === undefined ? [] : numbers(own);
    const area = { x: x(x1), y: y(y2), width: round(x2 - x1), height: round(y2 - y1) };
    return name.startsWith(CLUSTER) ? [[name.slice(CLUSTER.length), area]] : [];
  });
  const blocks = objects.flatMap(({ name, pos, width, height }): [string, Area][] => {
    const [middle] = pos === undefined ? [] : spotsIn(pos);
    const size = { width: round(Number(width) * 72), height: round(Number(height) * 72) };
    return middle === undefined
      ? []
      : [[name, { ...size, x: round(middle.x - size.width / 2), y: round(middle.y - size.height / 2) }]];
  });
  const lines = edges.map(({ id, pos, lp }): [string, Course] => [
    id,
    { points: spotsIn(pos), label: lp === undefined ? undefined : spotsIn(lp)[0] },
  ]);
  return {
    picture,
    width: round(right - left + 2 * MARGIN),
    height: round(high - low + 2 * MARGIN),
    boxes: new Map(boxes),
    blocks: new Map(blocks),
    lines: new Map(lines),
  };
}

function numbers(text: string): number[] {
  return text.split(/[\s,]+/).map(Number);
}

function pairs(values: readonly number[]): Spot[] {
  return values.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: values[index + 1] ?? 0 }] : []));
}

function round(value: number): number {
  return Math.round(value);
}
