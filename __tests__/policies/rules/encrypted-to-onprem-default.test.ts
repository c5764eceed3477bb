import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { said } from "./judging";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "azurerm_virtual_hub.sdc";
const OVER_EXPRESSROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const PROTECTED = "network_intent.value.protected";

describe("encrypted-to-onprem", () => {
  test("protects what private-IP links advertise and their sites list, where intent doesn't say", () => {
    const findings = said(encryptedToOnprem, {
      [PROTECTED]: undefined,
      [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.16.0/20", "10.40.0.0/24"],
      "azurerm_vpn_site.bergen.address_cidrs": ["10.40.0.0/24"],
    });
    expect(findings.map(({ address, evidence }) => ({ address, evidence }))).toEqual([
      {
        address: CONNECTION,
        evidence: {
          reason: "equal-prefix",
          prefixes: ["10.31.16.0/20", "10.40.0.0/24"],
          outcome: "clear",
          via: [CIRCUIT],
          from: [HUB],
          flow: "10.110.0.0/22 -> 10.31.16.0/20",
          trace: [
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; hub hub-sdc takes ${CIRCUIT} (longest prefix, then routing preference ExpressRoute)`,
            `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
          ],
        },
      },
    ]);
  });
});
