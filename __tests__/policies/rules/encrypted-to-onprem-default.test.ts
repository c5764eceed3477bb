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
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.31.16.0/20",
          trace: [
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, then routing preference ExpressRoute)`,
            `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
          ],
        },
      },
    ]);
  });

  describe("where a VPN device's address is protected with its network", () => {
    const DEVICE = "azurerm_vpn_site.bergen.link[0].ip_address";
    const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
    const over = (...advertises: string[]) => ({
      [OVER_EXPRESSROUTE]: advertises,
      [OVER_VPN]: ["10.31.0.0/16"],
      [DEVICE]: "10.31.0.4",
    });
    const found = (changes: object) =>
      said(encryptedToOnprem, { ...changes }).map(({ outcome, evidence }) => [outcome, evidence]);

    test("takes the device's host route over ExpressRoute: its own address carries the tunnel", () => {
      expect(found({ ...over("10.31.0.4/32"), [PROTECTED]: undefined })).toEqual([]);
      expect(found({ ...over("10.31.0.4/32"), [PROTECTED]: ["10.31.0.0/24", "10.31.0.4/32"] })).toEqual([]);
    });

    test("refuses any other address there", () => {
      const prefixesOf = (...advertises: string[]) =>
        said(encryptedToOnprem, { ...over(...advertises), [PROTECTED]: undefined }).map(({ outcome, evidence }) => [
          outcome,
          "prefixes" in evidence ? evidence.prefixes : undefined,
        ]);
      expect(prefixesOf("10.31.0.4/31")).toEqual([["violation", ["10.31.0.5/32"]]]);
      expect(prefixesOf("10.31.0.5/32")).toEqual([["violation", ["10.31.0.5/32"]]]);
      expect(prefixesOf("10.31.0.4/30")).toEqual([["violation", ["10.31.0.5/32", "10.31.0.6/31"]]]);
    });

    test("refuses it where the link runs over the internet", () => {
      const flag = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
      const changes = { ...over("10.31.0.4/32"), [PROTECTED]: ["10.31.0.4/32"], [flag]: false };
      expect(found(changes).map(([outcome]) => outcome)).toEqual(["violation"]);
    });
  });
});
