import type { Item } from "../graph/estate";
import type { Way } from "../state/state";

/** What is drawn: boxes around blocks, and lines between blocks. Where it all stands, the layout tells. */
export interface Picture {
  /** `p0`: holds no word of an input. */
  readonly id: string;
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
}

/** A frame around blocks and other boxes. */
export interface Box {
  readonly id: string;
  readonly kind: "wan" | "region" | "hub";
  readonly title: string;
  readonly detail: string;
  /** The box around it. */
  readonly parent: string | undefined;
  readonly item: Item | undefined;
}

/** A thing, or several alike in a grid. */
export interface Block {
  readonly id: string;
  readonly box: string | undefined;
  /** Stands above the cells; undefined where there is one cell and nothing to say of it. */
  readonly heading: string | undefined;
  readonly cells: readonly Cell[];
  readonly columns: number;
}

/** One thing in a block. */
export interface Cell {
  readonly item: Item;
  /** Its own ways, which tell its state; empty where it has none. */
  readonly ways: readonly Way[];
  /** The picture that shows what is in it. */
  readonly opens: string | undefined;
  /** What else it stands for: findings there are counted here. */
  readonly standsFor?: readonly Item[];
  /** What it shows, where that isn't what its item has. */
  readonly details?: readonly string[];
}

/**
 * What leads from one block to another.
 *
 * - `tunnel`: IPsec tunnels; `circuit`: ExpressRoute itself, which carries tunnels and whatever else goes over it.
 * - `inside`: Azure's own network, where nothing is asked.
 */
export interface Line {
  readonly id: string;
  readonly kind: "tunnel" | "circuit" | "inside";
  readonly from: string;
  readonly to: string;
  /** What the engine's answers call the ways that it stands for. */
  readonly ways: readonly Way[];
  /** Whether its state is written beside it. */
  readonly isLabelled: boolean;
  /** What a reader hears of it: `tunnels of 14 sites to circuit ams`. */
  readonly told: string;
}
