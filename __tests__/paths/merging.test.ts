import { rowsOf } from "../../paths/merging";
import type { PathAnswer, PathRoute } from "../../paths/report";
import { CLEAR, called, HUB, row } from "./rows";

function answer(other: Partial<PathRoute> = {}): PathAnswer {
  const { outcome, via, over, reason, sentence, alternatives, whenLost } = row("0.0.0.0/0", other);
  return { outcome, via, over, reason, sentence, alternatives, whenLost };
}

const place = { from: HUB, place: called("hub weu", HUB) };
const TEN = 0x0a00_0000;
const range = (first: number, last: number) => ({ first: TEN + first, last: TEN + last });

describe("the rows of a place", () => {
  test("are in address order, whatever their answers are, and the fewest prefixes for each", () => {
    const [tunnel, clear] = [answer(), answer(CLEAR)];
    const rows = rowsOf("to-onprem", place, [
      { answer: tunnel, ranges: [range(512, 767), range(0, 127)] },
      { answer: clear, ranges: [range(256, 511)] },
      { answer: { ...tunnel }, ranges: [range(128, 255)] },
    ]);
    expect(rows.map(({ destination, outcome }) => [destination, outcome])).toEqual([
      ["10.0.0.0/24", "encrypted"],
      ["10.0.1.0/24", "clear"],
      ["10.0.2.0/24", "encrypted"],
    ]);
    expect(rowsOf("to-azure", place, [])).toEqual([]);
  });
});
