import type { HubPlace, Item } from "../graph/estate";
import type { Drawing } from "./drawing";

/** The frames around hubs: each WAN, and in it each region. */
export class Frames {
  private readonly wans = new Map<Item | undefined, string>();
  private readonly regions = new Map<string, string>();

  constructor(private readonly drawing: Drawing) {}

  /** The frame in which a hub stands. */
  around({ wan, region = "region not told" }: HubPlace): string {
    const around = this.wan(wan);
    const key = `${around} ${region}`;
    const found = this.regions.get(key) ?? this.box("region", region, around, undefined);
    this.regions.set(key, found);
    return found;
  }

  private wan(wan: Item | undefined): string {
    const title = wan === undefined ? "Virtual WAN not told" : `Virtual WAN ${wan.title}`;
    const found = this.wans.get(wan) ?? this.box("wan", title, undefined, wan);
    this.wans.set(wan, found);
    return found;
  }

  private box(kind: "wan" | "region", title: string, parent: string | undefined, item: Item | undefined): string {
    return this.drawing.box({ kind, title, detail: item?.details.join(", ") ?? "", parent, item });
  }
}
