import type { Estate, Item } from "../graph/estate";
import type { Drawing } from "./drawing";

/** Sites and circuits that nothing connects, and WANs without a hub. */
export function drawLeftOver(
  drawing: Drawing,
  { sites, circuits, wans, hubs }: Pick<Estate, "sites" | "circuits" | "wans" | "hubs">,
): void {
  const draw = (items: readonly Item[], one: string) => {
    const left = items.filter((item) => !drawing.holds(item));
    if (left.length > 0) {
      const cells = left.map((item) => ({ item, ways: [], opens: undefined }));
      drawing.block(cells, undefined, `${one} that nothing connects`);
    }
  };
  draw(sites, "sites");
  draw(circuits, "circuits");
  draw(
    wans.filter((wan) => !hubs.some((hub) => hub.wan === wan)),
    "WANs",
  );
}
