import fc from "fast-check";
import type { Reading } from "../../../../network/input/reading";
import { readSavedNetwork } from "../../../../network/readers/saved/read-saved";
import { savedNetwork } from "../../../../network/readers/saved/save";
import {
  type Attribute,
  type AttributeObject,
  Reference,
  type Resource,
  Secret,
  UnknownAttribute,
} from "../../../../network/resource";

const unknown = fc.record(
  { decidedBy: fc.array(fc.string(), { minLength: 1, maxLength: 2 }), expression: fc.string() },
  { requiredKeys: ["decidedBy"] },
);
const name = fc.oneof(fc.constantFrom("$unknown", "$itself", "$", "$$a", "__proto__", "id"), fc.string());
const facts = fc.record({ length: fc.nat(), allowedCharacters: fc.boolean(), alphanumeric: fc.boolean() });
const { attribute } = fc.letrec<{ attribute: Attribute }>((tie) => ({
  attribute: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.tuple(unknown, fc.boolean()).map(([why, computed]) => new UnknownAttribute(why, computed)),
    fc
      .tuple(
        fc.string(),
        fc.constantFrom("in.json", "other.json"),
        fc.array(fc.oneof(fc.string(), fc.nat())),
        fc.string(),
      )
      .map((parts) => new Reference(...parts)),
    fc
      .tuple(fc.constantFrom<("literal" | "sensitive")[]>("literal", "sensitive"), fc.option(facts, { nil: undefined }))
      .map(([from, told]) => new Secret(from, ...(told === undefined ? [] : [told]))),
    fc.array(tie("attribute"), { maxLength: 4 }),
    fc.dictionary(name, tie("attribute"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const attributes = fc.dictionary(name, attribute, { maxKeys: 4, noNullPrototype: true });
const line = fc.record({ file: fc.string(), line: fc.nat() });
const resource: fc.Arbitrary<Resource> = fc
  .record(
    {
      address: fc.string(),
      type: fc.constantFrom("azurerm_vpn_site", "azurerm_local_network_gateway", "azapi_update_resource"),
      standing: fc.constantFrom<("managed" | "data")[]>("managed", "data"),
      input: fc.constant("in.json"),
      constructPath: fc.string(),
      source: line,
      isForgotten: fc.constant<true>(true),
      attributes,
    },
    { requiredKeys: ["address", "type", "standing", "input", "attributes"] },
  )
  .map((one) => ({ ...one, attributes: itsOwn(one.attributes, one.address) }));

/** Some attributes are decided by nothing but themselves, which is written in few words. */
function itsOwn(all: AttributeObject, address: string): AttributeObject {
  return { ...all, own: new UnknownAttribute({ decidedBy: [`${address}.own`] }, address.length % 2 === 0) };
}

function readingOf(resources: readonly Resource[], intent: Attribute | undefined): Reading {
  const judged = resources.filter(({ type }) => type === "azurerm_vpn_site");
  const counts = { total: resources.length + 3, ofOurTypes: judged.length };
  const unread = [{ address: "module.a", reason: "is put off", unknown: { decidedBy: ["module.a"] } }];
  return { path: "in.json", kind: "plan", resources, intent, counts, unread };
}

function readBack(text: string): unknown {
  const saved = readSavedNetwork("saved.json", JSON.parse(text));
  return "faults" in saved ? saved.faults : saved.read((path) => path);
}

test("whatever was read comes back as it was", () => {
  const readings = fc
    .tuple(fc.uniqueArray(resource, { maxLength: 3, selector: ({ address }) => address }), fc.option(attribute))
    .map(([resources, intent]) => readingOf(resources, intent ?? undefined));
  fc.assert(
    fc.property(readings, fc.option(readings, { nil: undefined }), (after, earlier) => {
      const text = savedNetwork([{ after, before: earlier }]);
      const back = (reading: Reading) => ({ ...sorted(reading), savedIn: "saved.json" });
      expect(readBack(text)).toEqual([
        { after: back(after), before: earlier === undefined ? undefined : back(earlier) },
      ]);
    }),
    { numRuns: 300 },
  );
});

function sorted(reading: Reading): Reading {
  return { ...reading, resources: [...reading.resources].sort((a, b) => (a.address < b.address ? -1 : 1)) };
}
