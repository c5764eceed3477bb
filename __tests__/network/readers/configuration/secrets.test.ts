import fc from "fast-check";
import { Secret, UnknownAttribute } from "../../../../network/resource";
import type { Json } from "../../../../text/json";
import { attributesOf, readOne } from "./configuration-json";

const MORE = {
  variable: { open: {}, hidden: { sensitive: true } },
  locals: { literal: "Abcd-1", from_hidden: "${var.hidden}" },
  data: { azurerm_key_vault_secret: { psk: { name: "psk" } } },
  resource: { random_password: { psk: { length: 32 } }, terraform_data: { keys: {} } },
};

/** What is read of a pre-shared key that is written like this. */
function keyOf(shared_key: Json) {
  const found = attributesOf({
    ...MORE,
    resource: { ...MORE.resource, azurerm_vpn_gateway_connection: { c: { vpn_link: [{ name: "a", shared_key }] } } },
  });
  return found["azurerm_vpn_gateway_connection.c"]?.vpn_link;
}

function read(shared_key: unknown) {
  return [{ name: "a", shared_key }];
}

const literal = new Secret("literal", { length: 6, allowedCharacters: false, alphanumeric: false });

describe("a pre-shared key in configuration", () => {
  it.each<readonly [string, Json, unknown]>([
    ["written out", "Abcd-1", literal],
    ["in a local", "${local.literal}", literal],
    ["hidden in a function", '${sensitive("Abcd-1")}', literal],
    ["hidden in a function and a local", "${sensitive(local.literal)}", literal],
    ["a hidden variable that isn't sensitive", "${sensitive(var.open)}", new Secret("literal")],
    ["hidden, of something else", "${sensitive(terraform_data.keys.output)}", new Secret("sensitive")],
    ["laid bare", "${nonsensitive(var.hidden)}", new Secret("literal")],
    ["laid bare in part", '${"x${nonsensitive(var.hidden)}"}', new Secret("literal")],
    ["sensitive in part", '${"${var.hidden}${sensitive("Abcd-1")}"}', new Secret("sensitive")],
    ["a number", 12345678, new Secret("literal", { length: 8, allowedCharacters: true, alphanumeric: true })],
    ["in a variable that isn't sensitive", "${var.open}", new Secret("literal")],
    ["in a sensitive variable", "${var.hidden}", new Secret("sensitive")],
    ["made with a sensitive variable", "x${local.from_hidden}", new Secret("sensitive")],
    ["in a key vault", "${data.azurerm_key_vault_secret.psk.value}", new Secret("sensitive")],
    ["a generated password", "${random_password.psk.result}", new Secret("sensitive")],
    ["left to Azure", null, null],
    [
      "told by something else",
      "${terraform_data.keys.output}",
      new UnknownAttribute({ decidedBy: ["terraform_data.keys.output"] }),
    ],
    ["from an undeclared variable", "${var.undeclared}", new UnknownAttribute({ decidedBy: ["var.undeclared"] })],
    [
      "from a module",
      '${coalesce(module.keys.psk, "Abcd-1")}',
      new UnknownAttribute({ decidedBy: ["module.keys.psk"] }),
    ],
    [
      "unreadable",
      "${Abcd-1",
      new UnknownAttribute({ decidedBy: ["azurerm_vpn_gateway_connection.c.vpn_link[0].shared_key"] }),
    ],
  ])("%s", (_, written, expected) => {
    expect(keyOf(written)).toEqual(read(expected));
  });
});

it("no secret is anywhere in what is read of configuration, whatever it hangs on", () => {
  const secret = fc.string({ minLength: 8 }).map((text) => `S3cret/${text.replaceAll(/[$%"\\]/g, "_")}`);
  const way = fc.constantFrom("written", "local", "template", "function", "condition", "broken", "tag");
  const name = fc.constantFrom("shared_key", "authorization_key", "service_key");
  fc.assert(
    fc.property(secret, way, name, (text, by, attribute) => {
      const written: Record<string, string> = {
        written: text,
        local: "${local.psk}",
        template: `${text}\${var.open}`,
        function: `\${sensitive("${text}")}`,
        condition: `\${var.open ? "${text}" : module.m.psk}`,
        broken: `\${${text}`,
        tag: "${var.hidden}",
      };
      const value = written[by] ?? "";
      const reading = readOne({
        ...MORE,
        locals: { psk: text },
        resource: {
          azurerm_express_route_circuit: { er: { [attribute]: value, tags: by === "tag" ? { shared_key: text } : {} } },
          azurerm_vpn_gateway_connection: { c: { vpn_link: { [attribute]: value } } },
          azurerm_express_route_connection: {
            r: {
              [attribute]: `\${azurerm_express_route_circuit.er.${attribute}}`,
              name: `\${azurerm_vpn_gateway_connection.c.vpn_link[0].${attribute}}`,
            },
          },
        },
      });
      expect(JSON.stringify(reading)).not.toContain(text);
    }),
    { numRuns: 300 },
  );
});
