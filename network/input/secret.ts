/** Attributes that hold a secret in every resource type that is read, whatever the provider or the person marks. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "shared_key",
  "authorization_key",
  "service_key",
  "radius_server_secret",
  "secret",
  // In bodies of azapi.
  "sharedKey",
  "authorizationKey",
  "serviceKey",
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
