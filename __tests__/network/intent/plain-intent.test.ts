import fc from "fast-check";
import { isPlainIntent } from "../../../network/intent/plain-intent";
import { intentSchema } from "../../../network/intent/schema";
import { UnknownAttribute } from "../../../network/resource";

const odd = fc.constantFrom<unknown>(
  null,
  undefined,
  "",
  0,
  1.5,
  4294967296,
  "65010",
  true,
  [],
  {},
  [null],
  "all",
  new Date(0),
  new UnknownAttribute({ decidedBy: ["var.a"] }),
  JSON.parse('{"__proto__": {}}'),
);

/** Now and then something that may or may not be right there. */
function mostly<T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: odd });
}

function object(shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const keys = fc.record({ ...shape, further: fc.constant("x") }, { requiredKeys: [] });
  return mostly(
    fc.oneof({ weight: 30, arbitrary: fc.record(shape, { requiredKeys: [] }) }, { weight: 1, arbitrary: keys }),
  );
}

function record(of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const names = mostly(fc.constantFrom("azurerm_vpn_site.a", "ams", "constructor")).map(String);
  return mostly(fc.array(fc.tuple(names, of), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)));
}

const prefixes = mostly(fc.array(mostly(fc.constantFrom("10.0.0.0/8", "x")), { maxLength: 3 }));
const asPath = mostly(fc.array(mostly(fc.constantFrom(1, 65010, 4294967295)), { maxLength: 3 }));
const advertisement = object({ advertises: prefixes, asPath });
const intent = object({
  version: mostly(fc.constantFrom<unknown>(1, "1", 2)),
  expressRoute: record(advertisement),
  vpn: record(record(advertisement)),
  protected: prefixes,
  onPremises: object({ prefersTunnelFor: fc.oneof(prefixes, fc.constant("all")), filtersExpressRoute: prefixes }),
  existing: record(mostly(fc.constant("complete"))),
  onTunnelLoss: mostly(fc.constantFrom("drop", "cleartext", "burn")),
});

test("what is taken at a glance is what the schema takes, and reads the same", () => {
  let taken = 0;
  fc.assert(
    fc.property(intent, (value) => {
      if (isPlainIntent(value)) {
        taken += 1;
        expect(intentSchema.safeParse(value)).toEqual({ success: true, data: value });
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(taken).toBeGreaterThan(50);
});

test("what is not known, or not certainly right, is left to the schema", () => {
  const unknown = new UnknownAttribute({ decidedBy: ["var.a"] });
  const values = [unknown, { vpn: unknown }, { protected: [unknown] }, { expressRoute: { a: { asPath: ["65010"] } } }];
  expect(values.map(isPlainIntent)).toEqual([false, false, false, false]);
  expect(values.map((value) => intentSchema.safeParse(value).success)).toEqual([false, true, true, true]);
});

test("all that intent can state is taken at a glance", () => {
  const whole = {
    version: 1,
    expressRoute: { "azurerm_express_route_connection.ams": { advertises: ["10.0.0.0/16"], asPath: [65001] } },
    vpn: { "azurerm_vpn_site.hq": { "over-ams": { advertises: ["10.0.1.0/24"], asPath: null } } },
    protected: ["10.0.1.0/24"],
    onPremises: { prefersTunnelFor: "all", filtersExpressRoute: ["10.110.0.0/16"] },
    onTunnelLoss: "drop",
  };
  expect(isPlainIntent(whole)).toBe(true);
});
