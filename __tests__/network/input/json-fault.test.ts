import fc from "fast-check";
import { jsonFault } from "../../../network/input/json-fault";

/** Does JSON.parse take it? */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const document = fc
  .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  .map((value) => JSON.stringify(value, null, 1));

describe("the place where a text stops being JSON", () => {
  it("of a text that is cut off is its end, wherever the cut is", () => {
    fc.assert(
      fc.property(document, fc.nat(), (text, at) => {
        const cut = text.slice(0, at % text.length);
        const lines = cut.split("\n");
        expect(jsonFault(cut)).toEqual({ line: lines.length, column: (lines.at(-1) ?? "").length + 1, isCutOff: true });
      }),
      { numRuns: 500 },
    );
  });

  it("of a text with one wrong character is not after the shortest beginning that can't be completed", () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom("}", "]", ",", ":", "\u0001", "x", "'"), (text, at, wrong) => {
        const place = at % text.length;
        const broken = text.slice(0, place) + wrong + text.slice(place + 1);
        fc.pre(!isJson(broken));
        const { line, column, isCutOff } = jsonFault(broken);
        const before =
          broken
            .split("\n")
            .slice(0, line - 1)
            .join("\n").length + (line > 1 ? 1 : 0);
        const offset = before + column - 1;
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(broken.length);
        expect(isCutOff).toBe(offset >= broken.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"a" 1}', 1, 6],
    ['{"a": tru}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['{\n"a": "\\x"}', 2, 7],
    ['{"a": 1}\n}', 2, 1],
    ["{'a': 1}", 1, 2],
    ['{"a": [1 2]}', 1, 10],
    ["[1}", 1, 3],
  ])("of %j is line %d, column %d", (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column, isCutOff: false });
  });
});
