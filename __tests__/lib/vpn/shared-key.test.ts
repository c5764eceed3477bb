import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { Complaints } from "../../../lib/terraform/complaints";
import { resolved } from "../../../lib/terraform/resolved";
import { SharedKey } from "../../../lib/vpn/shared-key";
import { complaintsOf, emptyStack, reference, terraformOf } from "../terraform";

const VAULT = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";

/** What is wrong with a key, in a construct called `hq` of a stack. */
function wrongWith(key: SharedKey, stack = emptyStack()): readonly string[] {
  return complaintsOf(() => {
    const complaints = new Complaints();
    key.check(complaints, "sharedKey", stack);
    complaints.throwFor("hq");
  });
}

test("a variable by name is declared once in the stack, and sensitive", () => {
  const stack = emptyStack();
  const expressions = ["a", "b"].map((id) =>
    SharedKey.sensitiveVariable("hq_key").bind(new Construct(stack, id), "key"),
  );
  expect(resolved(stack, expressions)).toEqual([reference("var.hq_key"), reference("var.hq_key")]);
  expect(terraformOf(stack).variable).toEqual({
    hq_key: { type: "string", sensitive: true, nullable: false, description: "Pre-shared key of IPsec tunnels." },
  });
});

test("a variable that is declared already is used as it is, where it is sensitive", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "psk", { type: "string", sensitive: true });
  expect(wrongWith(SharedKey.sensitiveVariable(variable), stack)).toEqual([]);
  expect(resolved(stack, SharedKey.sensitiveVariable(variable).bind(stack, "key"))).toBe(reference("var.psk"));
});

test("a variable that isn't sensitive is refused", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "psk", { type: "string", default: "hV3nQ8sLr5TzWk2Yb7Xc" });
  expect(wrongWith(SharedKey.sensitiveVariable(variable), stack)).toEqual([
    "sharedKey: variable psk is not sensitive, so its value would show in plans",
  ]);
});

test("a name that something else in the stack has is refused, so that nothing is overwritten", () => {
  const stack = emptyStack();
  new TerraformVariable(stack, "psk", { type: "string" });
  expect(wrongWith(SharedKey.sensitiveVariable("psk"), stack)).toEqual([
    'sharedKey: the stack has a "psk" already: pass it as TerraformVariable',
  ]);
});

test("a key in the place of a name is refused without being shown", () => {
  expect(wrongWith(SharedKey.sensitiveVariable("Qm7v!r2LtB9cWz4KdH6s"))).toEqual([
    `sharedKey: a variable's name is letters, digits, "_" and "-", not beginning with a digit`,
  ]);
});

test("a Key Vault secret is read by a data source", () => {
  const stack = emptyStack();
  const key = SharedKey.keyVaultSecret({ keyVaultId: VAULT, name: "hq-psk", version: "3" });
  expect(resolved(stack, key.bind(stack, "key"))).toBe(reference("data.azurerm_key_vault_secret.key.value"));
  expect(terraformOf(stack).data).toEqual({
    azurerm_key_vault_secret: { key: { key_vault_id: VAULT, name: "hq-psk", version: "3" } },
  });
});

test("what is no secret's name is refused", () => {
  const key = SharedKey.keyVaultSecret({ keyVaultId: "", name: "https://kv.example.net/secrets/hq-psk", version: " " });
  expect(wrongWith(key)).toEqual([
    "sharedKey.keyVaultId: it is empty",
    "sharedKey.version: it is empty",
    "sharedKey.name: a secret's name alone, without the vault's address",
  ]);
});

test("a key that is left to Azure writes nothing", () => {
  const stack = emptyStack();
  expect(SharedKey.generatedByAzure().bind(stack, "key")).toBeUndefined();
  expect(terraformOf(stack)).not.toHaveProperty("variable");
});
