import type { Network } from "../../../network/network";
import type { SecretFacts } from "../../../network/resource";
import { presharedKeySecret } from "../../../policies/rules/preshared-key-secret";
import { networkOf } from "../../support/network";
import { said, saidOf } from "./judging";
import { SOUND } from "./sound";

const KEY = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].shared_key";

/** The sound network with a sensitive key of which a plan tells these facts. */
function withKey(facts: SecretFacts): Network {
  const network = networkOf(SOUND);
  const vpnConnections = network.vpnConnections.map((connection) => {
    const items = connection.links.items.map((link) => {
      const value = { from: "sensitive", facts } as const;
      return { ...link, sharedKey: { state: "known", path: link.sharedKey.path, value, written: true } as const };
    });
    return { ...connection, links: { ...connection.links, items } };
  });
  return { ...network, vpnConnections };
}

describe("preshared-key-secret", () => {
  test("takes a sensitive value, known or not, and a key that is left to Azure", () => {
    expect(said(presharedKeySecret, {})).toEqual([]);
    expect(said(presharedKeySecret, { [KEY]: undefined })).toEqual([]);
    expect(saidOf(presharedKeySecret, withKey({ length: 16, allowedCharacters: true, alphanumeric: true }))).toEqual(
      [],
    );
    expect(saidOf(presharedKeySecret, withKey({ length: 128, allowedCharacters: true, alphanumeric: true }))).toEqual(
      [],
    );
  });

  test("takes a secret of a Key Vault and a generated password", () => {
    expect(
      said(presharedKeySecret, {
        "data.azurerm_key_vault_secret.psk": { name: "psk", key_vault_id: "${var.vault}" },
        [KEY]: "${data.azurerm_key_vault_secret.psk.value}",
      }),
    ).toEqual([]);
    expect(
      said(presharedKeySecret, {
        "resource.random_password.psk": { length: 32, special: false },
        [KEY]: "${random_password.psk.result}",
      }),
    ).toEqual([]);
  });

  test("refuses a literal, and doesn't show it", () => {
    const findings = said(presharedKeySecret, { [KEY]: "hV3nQ8sLr5TzWk2Yb7Xc" });
    expect(findings).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].shared_key",
        message:
          "the pre-shared key of site bergen, link a is in the clear: a literal, in sensitive() or not, or laid bare by nonsensitive()",
        evidence: {},
        remedy:
          "Take a new key from a sensitive variable or a Key Vault secret, or leave shared_key out so that Azure makes one.",
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain("hV3nQ8");
  });

  test("refuses the default of a variable that is not sensitive", () => {
    expect(
      said(presharedKeySecret, { "variable.psk": { type: "string", default: "hV3nQ8sLr5TzWk2Yb7Xc" } }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "violation: the pre-shared key of site bergen, link a is in the clear: a literal, in sensitive() or not, or laid bare by nonsensitive()",
    ]);
  });

  test("refuses a key that is empty or too long", () => {
    expect(saidOf(presharedKeySecret, withKey({ length: 129, allowedCharacters: true, alphanumeric: true }))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].shared_key",
        message: "the pre-shared key of site bergen, link a has 129 characters; Azure takes 1 to 128",
        evidence: { length: 129, allowedCharacters: true },
        remedy: "Use a random key of 32 letters and digits.",
      },
    ]);
    expect(
      saidOf(presharedKeySecret, withKey({ length: 0, allowedCharacters: true, alphanumeric: true })),
    ).toHaveLength(1);
  });

  test("refuses a key with a character that Azure refuses, once", () => {
    expect(saidOf(presharedKeySecret, withKey({ length: 8, allowedCharacters: false, alphanumeric: false }))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].shared_key",
        message:
          "the pre-shared key of site bergen, link a holds a character that Azure refuses: a space, hyphen, tilde or something that is not printable ASCII",
        evidence: { length: 8, allowedCharacters: false },
        remedy: "Use a random key of 32 letters and digits.",
      },
    ]);
  });

  test("warns of a key shorter than 16", () => {
    expect(saidOf(presharedKeySecret, withKey({ length: 15, allowedCharacters: true, alphanumeric: true }))).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].shared_key",
        message: "the pre-shared key of site bergen, link a has only 15 characters",
        evidence: { length: 15, allowedCharacters: true },
        remedy: "Use a random key of 32 letters and digits.",
      },
    ]);
  });

  test("is undecided where it can't be told whether the key is a secret", () => {
    expect(
      said(presharedKeySecret, {
        "resource.random_string.psk": { length: 32 },
        [KEY]: "${random_string.psk.result}",
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].shared_key",
        message: "where the pre-shared key of site bergen, link a comes from can't be told, so it may be no secret",
        evidence: {},
        decidedBy: ["random_string.psk.result"],
      },
    ]);
  });
});
