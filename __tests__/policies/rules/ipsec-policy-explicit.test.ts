import { ipsecPolicyExplicit } from "../../../policies/rules/ipsec-policy-explicit";
import { said } from "./judging";

const POLICY = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy";

describe("ipsec-policy-explicit", () => {
  test("takes any policy, even one whose values are unknown", () => {
    expect(said(ipsecPolicyExplicit, { [`${POLICY}[0].dh_group`]: "${var.group}" })).toEqual([]);
  });

  test("warns of a link without a policy", () => {
    expect(said(ipsecPolicyExplicit, { [POLICY]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy",
        message: "site bergen, link a has no ipsec_policy, so Azure's default offers hold",
        evidence: {},
        remedy:
          "Add an ipsec_policy block: IKE AES256, SHA384 and ECP384, ESP GCMAES256 for encryption and integrity, and PFS ECP384.",
      },
    ]);
    expect(said(ipsecPolicyExplicit, { [POLICY]: [] })).toHaveLength(1);
  });

  test("is undecided where it can't be told whether there is one", () => {
    expect(said(ipsecPolicyExplicit, { [POLICY]: "${var.policies}" })).toEqual([
      {
        outcome: "undecided",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy",
        message: "whether site bergen, link a has an ipsec_policy can't be told",
        evidence: {},
        decidedBy: ["var.policies"],
      },
    ]);
  });
});
