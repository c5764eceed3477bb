import { Secret, type SecretFacts } from "../resource";

/** Attributes that hold a secret in every resource type that is read, whatever the provider or the person marks. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "shared_key",
  "authorization_key",
  "service_key",
  "radius_server_secret",
  "secret",
]);

/** Attributes of other resources that only hold secrets, whoever refers to them. */
const SECRET_STORES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["azurerm_key_vault_secret", new Set(["value"])],
  ["azurerm_express_route_circuit_authorization", new Set(["authorization_key"])],
  ["azurerm_express_route_circuit", new Set(["service_key"])],
  ["azurerm_express_route_port_authorization", new Set(["authorization_key"])],
  ["random_password", new Set(["result", "bcrypt_hash"])],
]);

/** Is the attribute of this name a secret by its nature? */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name);
}

/** Is this attribute of another resource a secret by its nature, as `random_password.result` is? */
export function isSecretStore(type: string, attribute: string): boolean {
  return SECRET_STORES.get(type)?.has(attribute) ?? false;
}

/** What remains of a secret whose text is at hand. The text itself goes no further. */
export function secretOf(from: "literal" | "sensitive", text: string): Secret {
  return new Secret(from, factsOf(text));
}

function factsOf(text: string): SecretFacts {
  // Azure counts UTF-16 code units or characters alike here: anything outside printable ASCII is refused anyway.
  return {
    length: text.length,
    allowedCharacters: /^[\x21-\x2c\x2e-\x7d]*$/.test(text),
    alphanumeric: /^[A-Za-z0-9]*$/.test(text),
  };
}
