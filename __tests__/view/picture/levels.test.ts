import { manyHubs } from "../../../bench/routes/configurations";
import { estateOf } from "../../../view/graph/estate-of";
import { picturesOf } from "../../../view/picture/levels";
import type { Picture } from "../../../view/picture/picture";
import { networkOf } from "../../support/network";

const picturesFor = (hubs: number, sites: number) => picturesOf(estateOf(networkOf(manyHubs(hubs, sites))), "all");
const cellsIn = ({ blocks }: Picture) => blocks.flatMap(({ cells }) => cells);
const counted = (picture: Picture) => ({
  cells: cellsIn(picture).length,
  lines: picture.lines.length,
  opens: new Set(cellsIn(picture).flatMap(({ opens }) => opens ?? [])).size,
});

test("three hubs with forty sites are one picture, with every site in it", () => {
  const pictures = picturesFor(3, 13);
  expect(pictures.map(({ id }) => id)).toEqual(["p0"]);
  expect(pictures.flatMap(cellsIn).filter(({ item }) => item.kind === "site")).toHaveLength(39);
});

test("with more sites a summary has a group of sites for each hub, and the picture of each hub opens from it", () => {
  const [summary, ...others] = picturesFor(4, 20);
  expect(summary === undefined ? undefined : counted(summary)).toEqual({ cells: 12, lines: 8, opens: 4 });
  expect(others.map((one) => cellsIn(one).filter(({ item }) => item.kind === "site").length)).toEqual([20, 20, 20, 20]);
});

test("a hundred hubs are a grid of hubs without a line", () => {
  const [summary, ...others] = picturesFor(100, 2);
  expect(summary === undefined ? undefined : counted(summary)).toEqual({ cells: 100, lines: 0, opens: 100 });
  expect(others).toHaveLength(100);
});

test("every thing of the network is in some picture", () => {
  const estate = estateOf(networkOf(manyHubs(14, 6)));
  const drawn = new Set(
    picturesOf(estate, "all")
      .flatMap(cellsIn)
      .map(({ item }) => item),
  );
  const boxes = new Set(picturesOf(estate, "all").flatMap((one) => one.boxes.flatMap(({ item }) => item ?? [])));
  expect(estate.items.filter((item) => !drawn.has(item) && !boxes.has(item))).toEqual([]);
});
