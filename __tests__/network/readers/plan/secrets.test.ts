import fc from "fast-check";
import { readPlan } from "../../../../network/readers/plan/read-plan";
import { Secret, SensitiveValue, UnknownAttribute } from "../../../../network/resource";
import type { Json, JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, inState, is, planJson, refers } from "./plan-json";

const CONNECTION = "azurerm_vpn_gateway_connection.c";
const PEERING = "azurerm_express_route_circuit_peering.p";
const KEY = "correct-horse battery";

/** What is read of a pre-shared key that the plan and the configuration have like this. */
function keyOf(
  planned: { value?: Json; unknown?: boolean; sensitive?: boolean },
  written?: JsonObject,
  root: JsonObject = {},
) {
  const found = attributesOf({
    changes: [
      change({
        base: CONNECTION,
        after: { vpn_link: [planned.value === undefined ? {} : { shared_key: planned.value }] },
        unknown: { vpn_link: [planned.unknown === true ? { shared_key: true } : {}] },
        sensitive: { vpn_link: [planned.sensitive === true ? { shared_key: true } : {}] },
      }),
    ],
    root: {
      ...root,
      resources: [configured(CONNECTION, { vpn_link: [written === undefined ? {} : { shared_key: written }] })],
    },
  });
  return found[CONNECTION]?.vpn_link;
}

const facts = { length: KEY.length, allowedCharacters: false, alphanumeric: false };

describe("a pre-shared key in a plan", () => {
  it("is a literal where it is written in the resource", () => {
    expect(keyOf({ value: KEY }, is(KEY))).toEqual([{ shared_key: new Secret("literal", facts) }]);
  });

  it("is a literal where it is a constant, even if its value is marked sensitive", () => {
    expect(keyOf({ value: KEY, sensitive: true }, is(KEY))).toEqual([{ shared_key: new Secret("literal", facts) }]);
  });

  it("is a literal where it comes from a variable that isn't sensitive, or from a local", () => {
    const open = { variables: { psk: {} } };
    expect([keyOf({ value: KEY }, refers("var.psk"), open), keyOf({ value: KEY }, refers("local.psk"))]).toEqual([
      [{ shared_key: new Secret("literal", facts) }],
      [{ shared_key: new Secret("literal", facts) }],
    ]);
  });

  it("is sensitive where it comes from a sensitive variable", () => {
    const sensitive = { variables: { psk: { sensitive: true } } };
    expect([
      keyOf({ value: "Abcdefgh12345678", sensitive: true }, refers("var.psk"), sensitive),
      keyOf({ unknown: true, sensitive: true }, refers("var.psk"), sensitive),
    ]).toEqual([
      [{ shared_key: new Secret("sensitive", { length: 16, allowedCharacters: true, alphanumeric: true }) }],
      [{ shared_key: new Secret("sensitive") }],
    ]);
  });

  it("is a literal where sensitive() hides one: the expression refers to nothing", () => {
    expect(keyOf({ value: KEY, sensitive: true }, {})).toEqual([{ shared_key: new Secret("literal", facts) }]);
  });

  it("is in the clear where nonsensitive() lays a sensitive value bare: Terraform doesn't mark it", () => {
    const sensitive = { variables: { psk: { sensitive: true } } };
    expect(keyOf({ value: KEY }, refers("var.psk"), sensitive)).toEqual([{ shared_key: new Secret("literal", facts) }]);
  });

  it.each(["", "an older key of Azure's"])("is Azure's own where a state has %j and nobody wrote it", (value) => {
    expect(keyOf({ value })).toEqual([{ shared_key: null }]);
  });

  it("is Azure's own where a state alone has an empty one", () => {
    const read = (shared_key: string) => attributesOf({ state: [inState(CONNECTION, { vpn_link: [{ shared_key }] })] });
    expect([read(""), read(KEY)]).toEqual([
      { [CONNECTION]: { vpn_link: [{ shared_key: null }] } },
      { [CONNECTION]: { vpn_link: [{ shared_key: new Secret("literal", facts) }] } },
    ]);
  });

  it("is sensitive where it comes from a secret store, known or not", () => {
    const password = refers("random_password.psk.result", "random_password.psk");
    const secret = refers("data.azurerm_key_vault_secret.psk.value", "data.azurerm_key_vault_secret.psk");
    expect([keyOf({ unknown: true }, password), keyOf({ unknown: true }, secret)]).toEqual([
      [{ shared_key: new Secret("sensitive") }],
      [{ shared_key: new Secret("sensitive") }],
    ]);
  });

  it("is left to Azure where nobody wrote it, or wrote null", () => {
    const left = [{ shared_key: new UnknownAttribute({ decidedBy: [`${CONNECTION}.vpn_link[0].shared_key`] }, true) }];
    expect([keyOf({ unknown: true }), keyOf({ unknown: true }, is(null))]).toEqual([left, left]);
  });

  it("is unknown where something else will tell it", () => {
    expect(keyOf({ unknown: true }, refers("terraform_data.keys.output", "terraform_data.keys"))).toEqual([
      { shared_key: new UnknownAttribute({ decidedBy: ["terraform_data.keys.output"] }) },
    ]);
  });

  it("is a literal where a module is handed one, though the module's variable is sensitive", () => {
    const { [`module.site.${CONNECTION}`]: found } = attributesOf({
      changes: [
        change({
          module: "module.site",
          base: CONNECTION,
          after: { vpn_link: [{ shared_key: KEY }] },
          sensitive: { vpn_link: [{ shared_key: true }] },
        }),
      ],
      root: {
        module_calls: {
          site: {
            expressions: { psk: is(KEY) },
            module: {
              variables: { psk: { sensitive: true } },
              resources: [configured(CONNECTION, { vpn_link: [{ shared_key: refers("var.psk") }] })],
            },
          },
        },
      },
    });
    expect(found).toEqual({ vpn_link: [{ shared_key: new Secret("literal", facts) }] });
  });
});

describe("other sensitive values in a plan", () => {
  it("are told from where the configuration takes them, though the provider marks all of them", () => {
    const root = { variables: { open: {}, hidden: { sensitive: true } } };
    const md5 = (written: JsonObject) =>
      attributesOf({
        changes: [change({ base: PEERING, after: { shared_key: "md5key" }, sensitive: { shared_key: true } })],
        root: { ...root, resources: [configured(PEERING, { shared_key: written })] },
      })[PEERING];
    const known = { length: 6, allowedCharacters: true, alphanumeric: true };
    expect([md5(is("md5key")), md5(refers("var.open")), md5(refers("var.hidden"))]).toEqual([
      { shared_key: new Secret("literal", known) },
      { shared_key: new Secret("literal", known) },
      { shared_key: new Secret("sensitive", known) },
    ]);
  });

  it("are kept to judge with and told as secrets, wherever the plan marks them, in whole blocks too", () => {
    const found = attributesOf({
      changes: [
        change({
          base: "azurerm_vpn_site.hq",
          after: { name: "hq", address_cidrs: ["10.0.0.0/24", "10.0.1.0/24"], link: [{ name: "a" }] },
          sensitive: { address_cidrs: [false, true], link: true },
        }),
      ],
    });
    expect(found["azurerm_vpn_site.hq"]).toEqual({
      name: "hq",
      address_cidrs: ["10.0.0.0/24", new SensitiveValue("10.0.1.0/24")],
      link: [{ name: new SensitiveValue("a") }],
    });
  });

  it("are dropped from what a state holds", () => {
    const values = { name: "er", service_key: "0000-1111" };
    const { "azurerm_express_route_circuit.er": circuit } = attributesOf({
      state: [inState("azurerm_express_route_circuit.er", values, { sensitive_values: { service_key: true } })],
    });
    expect(circuit).toEqual({
      name: "er",
      service_key: new Secret("sensitive", { length: 9, allowedCharacters: false, alphanumeric: false }),
    });
  });
});

it("no secret is anywhere in what is read of a plan, whatever it hangs on", () => {
  const secret = fc.string({ minLength: 8 }).map((text) => `S3cret/${text}`);
  const place = fc.constantFrom("shared_key", "authorization_key", "service_key", "name", "tags");
  const source = fc.constantFrom("constant", "variable", "sensitive", "local", "none");
  fc.assert(
    fc.property(secret, place, source, fc.boolean(), (text, name, from, isMarked) => {
      const isNamed = name.endsWith("_key");
      const value: Json = name === "tags" ? { shared_key: text } : text;
      const mark: JsonObject = isMarked || !isNamed ? { [name]: true } : {};
      const written: Record<string, JsonObject> = {
        constant: is(value),
        variable: refers("var.open"),
        sensitive: refers("var.hidden"),
        local: refers("local.x"),
        none: {},
      };
      const plan = planJson({
        changes: [
          change({ base: PEERING, after: { [name]: value }, sensitive: mark }),
          change({ base: CONNECTION, after: { vpn_link: [{ [name]: value }] }, sensitive: { vpn_link: [mark] } }),
        ],
        state: [inState("data.azurerm_express_route_circuit.d", { [name]: value }, { sensitive_values: mark })],
        root: {
          variables: { open: { default: value }, hidden: { sensitive: true, default: value } },
          outputs: { network_intent: { expression: refers("var.hidden") } },
          resources: [
            configured(PEERING, from === "none" ? {} : { [name]: written[from] ?? {} }),
            configured(CONNECTION, { vpn_link: [{ [name]: written[from] ?? {} }] }),
          ],
        },
        variables: { open: { value }, hidden: { value } },
        more: {
          output_changes: {
            network_intent: { actions: ["create"], after: value, after_unknown: false, after_sensitive: true },
          },
        },
      });
      expect(JSON.stringify(readPlan("plan.json", plan))).not.toContain(JSON.stringify(text).slice(1, -1));
    }),
    { numRuns: 300 },
  );
});
