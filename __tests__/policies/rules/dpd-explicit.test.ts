import { dpdExplicit } from "../../../policies/rules/dpd-explicit";
import { said } from "./judging";

const DPD = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].dpd_timeout_seconds";

describe("dpd-explicit", () => {
  test("takes any value, an unknown one too: somebody wrote it", () => {
    expect(said(dpdExplicit, { [DPD]: 9 })).toEqual([]);
    expect(said(dpdExplicit, { [DPD]: "${var.dpd}" })).toEqual([]);
  });

  test("notes a link without one", () => {
    expect(said(dpdExplicit, { [DPD]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "note",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].dpd_timeout_seconds",
        message: "site bergen, link a has no dpd_timeout_seconds",
        evidence: {},
        remedy: "Set dpd_timeout_seconds to 45, Azure's default, or to 30 for a quicker reaction.",
      },
    ]);
  });
});
