import fc from "fast-check";
import { BadJson, JsonBytes } from "../../../network/input/json-bytes";

/** The rest of the text after a value that is skipped; undefined where it is no JSON. */
function restAfter(text: string): string | undefined {
  try {
    const json = new JsonBytes(Buffer.from(text));
    return json.bytes.toString("utf8", json.space(json.afterValue(0)));
  } catch (error) {
    expect(error).toBeInstanceOf(BadJson);
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const piece = fc.constantFrom(
  ...'{}[],:"\\ \n\t0123456789.-+eEtruefalsn/bu'.split(""),
  "\\u00e9",
  "\\ud83d",
  "true",
  "null",
  "é",
  "\u0001",
  "\u00a0",
  "\ufeff",
);

test("what is skipped is JSON exactly where JSON.parse takes it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(restAfter(text) === "").toBe(isJson(text));
    }),
    { numRuns: 8_000 },
  );
});

test("so it is where sound JSON is changed in one place", () => {
  const changed = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.integer({ min: 0, max: 2 }), fc.option(piece));
  fc.assert(
    fc.property(changed, ([json, at, length, put]) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + (put ?? "") + json.slice(place + length);
      expect(restAfter(text) === "").toBe(isJson(text));
    }),
    { numRuns: 5_000 },
  );
});

test("whatever comes after a value is left alone", () => {
  expect(restAfter('{"a": [1, {"b": "}]"}]} , {"c"')).toBe(', {"c"');
});

test("nesting that is deeper than any stack is gone through", () => {
  const deep = 200_000;
  expect(restAfter("[".repeat(deep) + "]".repeat(deep))).toBe("");
  expect(restAfter("[".repeat(deep) + "]".repeat(deep - 1))).toBeUndefined();
});
