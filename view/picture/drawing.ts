import type { Item } from "../graph/estate";
import type { Way } from "../state/state";
import type { Block, Box, Cell, Line, Picture } from "./picture";

/** A picture in the making: gives out ids, and draws nothing twice. */
export class Drawing {
  private readonly boxes: Box[] = [];
  private readonly blocks: Block[] = [];
  private readonly lines: Line[] = [];
  private readonly blockOf = new Map<Item, string>();

  constructor(
    private readonly id: string,
    private readonly title: string,
  ) {}

  box(box: Omit<Box, "id">): string {
    const id = `${this.id}b${this.boxes.length}`;
    this.boxes.push({ ...box, id });
    return id;
  }

  /** A block of one thing, made where it is asked for first. */
  single(item: Item, box?: string, ways: readonly Way[] = [], opens?: string): string {
    return this.blockOf.get(item) ?? this.block([{ item, ways, opens }], box);
  }

  block(cells: readonly Cell[], box: string | undefined, heading?: string, columns = columnsFor(cells.length)): string {
    const id = `${this.id}n${this.blocks.length}`;
    this.blocks.push({ id, box, heading, cells, columns });
    for (const { item } of cells) {
      this.blockOf.set(item, id);
    }
    return id;
  }

  /** Whether a block holds it already. */
  holds(item: Item): boolean {
    return this.blockOf.has(item);
  }

  /** Ways between the same two blocks are one line. */
  line(given: Omit<Line, "id" | "isLabelled"> & Partial<Pick<Line, "isLabelled">>): void {
    const line = { isLabelled: given.kind !== "inside", ...given };
    const same = this.lines.findIndex(
      ({ kind, from, to }) => kind === line.kind && from === line.from && to === line.to,
    );
    const earlier = this.lines[same];
    if (earlier === undefined) {
      this.lines.push({ ...line, id: `${this.id}l${this.lines.length}` });
    } else {
      this.lines[same] = { ...earlier, ways: [...earlier.ways, ...line.ways] };
    }
  }

  done(): Picture {
    return { id: this.id, title: this.title, boxes: this.boxes, blocks: this.blocks, lines: this.lines };
  }
}

/** A block no taller than a page: columns grow with what is in it. */
function columnsFor(cells: number): number {
  return cells <= 6 ? 1 : cells <= 24 ? 2 : cells <= 60 ? 3 : 6;
}
