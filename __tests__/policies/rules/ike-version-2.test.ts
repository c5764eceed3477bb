import { ikeVersion2 } from "../../../policies/rules/ike-version-2";
import { said } from "./judging";

const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";

describe("ike-version-2", () => {
  test("takes IKEv2, written or by default", () => {
    expect(said(ikeVersion2, { [`${LINK}.protocol`]: "IKEv2" })).toEqual([]);
  });

  test("warns of IKEv1 with Azure's own policy", () => {
    expect(said(ikeVersion2, { [`${LINK}.protocol`]: "IKEv1", [`${LINK}.ipsec_policy`]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].protocol",
        message: "site bergen, link a uses IKEv1",
        evidence: { protocol: "IKEv1", customPolicy: false },
        remedy: "Set protocol to IKEv2, which the device must speak too.",
      },
    ]);
  });

  test("refuses IKEv1 with a custom policy", () => {
    expect(said(ikeVersion2, { [`${LINK}.protocol`]: "IKEv1" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].protocol",
        message: "site bergen, link a uses IKEv1 with a custom ipsec_policy",
        evidence: { protocol: "IKEv1", customPolicy: true },
        remedy: "Set protocol to IKEv2, which the device must speak too.",
      },
    ]);
  });

  test("warns, and is undecided on more, where it can't be told whether there is a policy", () => {
    expect(said(ikeVersion2, { [`${LINK}.protocol`]: "IKEv1", [`${LINK}.ipsec_policy`]: "${var.policy}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].ipsec_policy",
        message: "whether site bergen, link a, which uses IKEv1, has a custom ipsec_policy can't be told",
        evidence: {},
        decidedBy: ["var.policy"],
      },
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].protocol",
        message: "site bergen, link a uses IKEv1",
        evidence: { protocol: "IKEv1", customPolicy: false },
        remedy: "Set protocol to IKEv2, which the device must speak too.",
      },
    ]);
  });

  test("is undecided on an unknown protocol, as gravely as the worst that it can be", () => {
    expect(said(ikeVersion2, { [`${LINK}.protocol`]: "${var.ike}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].protocol",
        message: "the IKE version of site bergen, link a is unknown",
        evidence: {},
        decidedBy: ["var.ike"],
      },
    ]);
    expect(
      said(ikeVersion2, { [`${LINK}.protocol`]: "${var.ike}", [`${LINK}.ipsec_policy`]: undefined }).map(
        ({ outcome, level }) => `${outcome} ${level}`,
      ),
    ).toEqual(["undecided warning"]);
  });

  test("is undecided as gravely on links that can't be told", () => {
    expect(
      said(ikeVersion2, { "azurerm_vpn_gateway_connection.bergen.vpn_link": "${var.links}" }).map(
        ({ outcome, level, path }) => `${outcome} ${level} ${path}`,
      ),
    ).toEqual(["undecided error vpn_link"]);
  });
});
