import fc from "fast-check";
import { nameTwice } from "../../../network/input/name-twice";

test.each([
  ['{"a":1,"a":2}', 7],
  ['{"resource":{},\n "resource":{}}', 17],
  ['{"b":[{"x":1},{"x":1,"y":{"\\"":1,"z":[],"\\"":2}}]}', 40],
  ['{"a" :1, "\\u0061"\n: 2}', 9],
  ['{"__proto__":1,"__proto__":2}', 15],
])("finds the second of two equal names in %s", (text, at) => {
  expect(nameTwice(text)).toBe(at);
});

test.each(['{"a":{"a":"a"},"b":["a","a",":"]}', '[{"a":1},{"a":1}]', '{"//":"one","//":"two","a":"\\\\"}', '"a"', "7"])(
  "finds nothing in %s",
  (text) => {
    expect(nameTwice(text)).toBeUndefined();
  },
);

test("an object with many names is told by all of them", () => {
  const members = Array.from({ length: 100 }, (_, index) => `"n${index}":0`);
  expect(nameTwice(`{${members.join()}}`)).toBeUndefined();
  expect(nameTwice(`{${[...members, '"n3":1'].join()}}`)).toBeGreaterThan(0);
});

test("what is written from a value never has a name twice, and does where a member is added again", () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(object, fc.integer({ min: 0, max: 2 }), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const [name = ""] = Object.keys(value);
      const again = `${text.slice(0, text.lastIndexOf("}"))},${JSON.stringify(name)}:0}`;

      expect(nameTwice(text)).toBeUndefined();
      expect(nameTwice(again) !== undefined).toBe(name !== "//");
    }),
  );
});
