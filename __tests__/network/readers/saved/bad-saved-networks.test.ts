import { join } from "node:path";
import fc from "fast-check";
import { readInputs } from "../../../../network/read/read-inputs";
import { saveNetwork } from "../../../../network/read/save-network";
import { InputError } from "../../../../text/complaint";
import { inFolder, outcome, PLAN } from "../../read/files";
import { regionPlan } from "./region-plans";

const WAN = {
  address: "azurerm_virtual_wan.wan",
  type: "azurerm_virtual_wan",
  standing: "managed",
  attributes: { name: "wan" },
};
const AFTER = { total: 1, unread: [], resources: [WAN] };
const INPUT = { path: "plan.json", kind: "plan", after: AFTER };

const withInput = (input: object) => ({ wanproofNetwork: 3, inputs: [{ ...INPUT, ...input }] });
const withAfter = (after: object) => withInput({ after: { ...AFTER, ...after } });
const withResource = (resource: object) => withAfter({ resources: [{ ...WAN, ...resource }] });

function saidOf(content: string | object): readonly string[] {
  return inFolder({ "net.json": content }, (folder) => outcome(folder, ["net.json"]));
}

test("a sound one is read", () => {
  expect(saidOf(withInput({}))).toEqual(["plan.json: plan with 1 of 1"]);
  expect(saidOf({ wanproofNetwork: 3, inputs: [] })).toEqual([]);
});

const UNSOUND = "FOLDER/net.json: is no sound saved network:";

describe("a saved network that is not sound is refused", () => {
  it.each<readonly [string, string | object, readonly string[]]>([
    [
      "a later format",
      { wanproofNetwork: 4, networks: [] },
      [
        "FOLDER/net.json: is a saved network of format 4, and only format 3 can be read: check it with the version of wanproof that saved it",
      ],
    ],
    [
      "no format",
      { wanproofNetwork: "3", inputs: [] },
      [
        "FOLDER/net.json: is a saved network of no format that can be read; only format 3 can: save it again with wanproof network",
      ],
    ],
    [
      "cut off",
      JSON.stringify(withInput({})).slice(0, 60),
      ["FOLDER/net.json:1: is cut off: the JSON ends early, at line 1, column 61; write the file again"],
    ],
    ["no inputs", { wanproofNetwork: 3 }, [`${UNSOUND} lacks inputs; save it again`]],
    ["inputs that are no list", { wanproofNetwork: 3, inputs: {} }, [`${UNSOUND} inputs is not a list; save it again`]],
    [
      "another kind",
      withInput({ kind: "drawing" }),
      [`${UNSOUND} inputs[0].kind is not configuration or plan or state; save it again`],
    ],
    [
      "no reading",
      { wanproofNetwork: 3, inputs: [{ path: "a", kind: "plan" }] },
      [`${UNSOUND} inputs[0] lacks after; save it again`],
    ],
    [
      "names that nobody knows",
      withAfter({ verdict: "pass" }),
      [`${UNSOUND} inputs[0].after holds "verdict", which is not known; save it again`],
    ],
    [
      "fewer resources altogether than of ours",
      withAfter({ total: 0 }),
      [`${UNSOUND} inputs[0].after.total is less than there are resources; save it again`],
    ],
    [
      "several faults at once",
      withResource({ address: 3, standing: "outside", attributes: [] }),
      [
        `${UNSOUND} inputs[0].after.resources[0].address is not a text; save it again`,
        `${UNSOUND} inputs[0].after.resources[0].standing is not managed or data; save it again`,
        `${UNSOUND} inputs[0].after.resources[0].attributes is not an object; save it again`,
      ],
    ],
    [
      "a mark that nobody knows",
      withResource({ attributes: { name: { $guess: "wan" } } }),
      [`${UNSOUND} inputs[0].after.resources[0].attributes.name holds "$guess", which is not known; save it again`],
    ],
    [
      "an unknown that nothing decides",
      withResource({ attributes: { name: { $unknown: { decidedBy: [] } } } }),
      [`${UNSOUND} inputs[0].after.resources[0].attributes.name.decidedBy is empty; save it again`],
    ],
    [
      "a secret in the clear",
      withResource({ attributes: { shared_key: { $secret: { from: "literal", value: "x" } } } }),
      [
        `${UNSOUND} inputs[0].after.resources[0].attributes.shared_key lacks length; save it again`,
        `${UNSOUND} inputs[0].after.resources[0].attributes.shared_key lacks allowedCharacters; save it again`,
        `${UNSOUND} inputs[0].after.resources[0].attributes.shared_key lacks alphanumeric; save it again`,
        `${UNSOUND} inputs[0].after.resources[0].attributes.shared_key holds "value", which is not known; save it again`,
      ],
    ],
    [
      "the time before without its resources",
      withInput({ before: { total: 0, unread: [] } }),
      [`${UNSOUND} inputs[0].before lacks resources; save it again`],
    ],
    [
      "one input twice",
      { wanproofNetwork: 3, inputs: [INPUT, INPUT] },
      [`${UNSOUND} inputs names "plan.json" twice; save it again`],
    ],
    [
      "more faults than anybody reads",
      withAfter({ total: 30, resources: Array.from({ length: 30 }, () => 1) }),
      [
        ...Array.from(
          { length: 10 },
          (_, at) => `${UNSOUND} inputs[0].after.resources[${at}] is not an object; save it again`,
        ),
        `${UNSOUND} 20 more faults like these`,
      ],
    ],
  ])("%s", (_, content, said) => {
    expect(saidOf(content)).toEqual(said);
  });

  test("the same saved network twice", () => {
    const said = inFolder({ "net.json": withInput({}), "plan.json": PLAN }, (folder) =>
      outcome(folder, ["net.json", "./net.json", "plan.json"]),
    );
    expect(said).toEqual(["FOLDER/net.json: is named twice; name it once"]);
  });
});

test("a saved network that was changed anywhere is read or refused, and never breaks the reader", () => {
  const text = inFolder({ "weu.json": regionPlan(1) }, (folder) => saveNetwork([join(folder, "weu.json")]).text);
  const change = fc.record({
    at: fc.nat({ max: text.length - 1 }),
    length: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom("", "0", "null", '"', "{}", "[]", '"a":1,', "-1", "true"),
  });
  fc.assert(
    fc.property(change, ({ at, length, put }) => {
      const changed = text.slice(0, at) + put + text.slice(at + length);
      inFolder({ "net.json": changed }, (folder) => {
        try {
          readInputs([join(folder, "net.json")]);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      });
    }),
    { numRuns: 300 },
  );
});
