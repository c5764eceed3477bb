import { asnAllowed } from "../../../policies/rules/asn-allowed";
import { said } from "./judging";

const SITE_ASN = "azurerm_vpn_site.bergen.link[0].bgp.asn";
const PEERING_ASN = "azurerm_express_route_circuit_peering.stockholm.peer_asn";
const GATEWAY_BGP = "azurerm_vpn_gateway.sdc.bgp_settings";

describe("asn-allowed", () => {
  test.each([1, 23455, 64495, 64512, 65514, 65521, 65534])("takes %i for a site", (asn) => {
    expect(said(asnAllowed, { [SITE_ASN]: asn })).toEqual([]);
  });

  test.each([8074, 8075, 12076, 23456, 64496, 64511, 65515, 65516, 65517, 65520, 65535, 65551, 4294967295])(
    "refuses %i for a site, which is reserved",
    (asn) => {
      expect(said(asnAllowed, { [SITE_ASN]: asn }).map(({ outcome, level }) => `${outcome} ${level}`)).toStrictEqual([
        "violation error",
      ]);
    },
  );

  test("says who reserves an ASN", () => {
    expect(said(asnAllowed, { [SITE_ASN]: 64500 })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].asn",
        message: "ASN 64500 of site bergen, link a is reserved by IANA: documentation",
        evidence: { asn: 64500 },
        remedy: "Use a private ASN that Azure takes, 64512 to 65514 or 65521 to 65534, or a public one of your own.",
      },
    ]);
  });

  test.each([0, -1, 4294967296, 65010.5])("refuses %d for a site, which is no ASN", (asn) => {
    expect(said(asnAllowed, { [SITE_ASN]: asn }).map(({ outcome, level }) => `${outcome} ${level}`)).toStrictEqual([
      "violation error",
    ]);
  });

  test("says what an ASN is", () => {
    expect(said(asnAllowed, { [SITE_ASN]: 0 })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].asn",
        message: "ASN 0 of site bergen, link a is no ASN: an ASN is a number from 1 to 4294967295",
        evidence: { asn: 0 },
        remedy: "Write a whole number from 1 to 4294967295.",
      },
    ]);
  });

  test("warns of a 4-byte ASN", () => {
    expect(said(asnAllowed, { [SITE_ASN]: 65552 })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].asn",
        message:
          "ASN 65552 of site bergen, link a is a 4-byte ASN, which Azure does not document for sites of a Virtual WAN",
        evidence: { asn: 65552 },
        remedy: "Use a private ASN that Azure takes, 64512 to 65514 or 65521 to 65534, or a public one of your own.",
      },
    ]);
  });

  test("takes 65515 alone for a VPN gateway", () => {
    expect(said(asnAllowed, { [GATEWAY_BGP]: { asn: 65515, peer_weight: 0 } })).toEqual([]);
    expect(said(asnAllowed, { [GATEWAY_BGP]: { asn: 65001, peer_weight: 0 } })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway.sdc",
        path: "bgp_settings[0].asn",
        message: "ASN 65001 of VPN gateway vpngw-sdc is not 65515, the only one that Azure takes",
        evidence: { asn: 65001 },
        remedy: "Write 65515, or leave bgp_settings out.",
      },
    ]);
  });

  test("refuses 65515 to 65520 for an ExpressRoute peering, and takes their neighbours", () => {
    expect(said(asnAllowed, { [PEERING_ASN]: 65514 })).toEqual([]);
    expect(said(asnAllowed, { [PEERING_ASN]: 65515 })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_circuit_peering.stockholm",
        path: "peer_asn",
        message:
          "ASN 65515 of private peering of circuit erc-stockholm is in 65515 to 65520, which Azure keeps for itself",
        evidence: { asn: 65515 },
        remedy: "Use the ASN of your own or your provider's routers, outside 65515 to 65520.",
      },
    ]);
    expect(said(asnAllowed, { [PEERING_ASN]: 65520 })).toHaveLength(1);
    expect(said(asnAllowed, { [PEERING_ASN]: 65521 })).toEqual([]);
    expect(said(asnAllowed, { [PEERING_ASN]: -1 })).toHaveLength(1);
  });

  test("is undecided on unknown ASNs", () => {
    expect(
      said(asnAllowed, {
        [SITE_ASN]: "${var.site}",
        [PEERING_ASN]: "${var.peering}",
        [GATEWAY_BGP]: { asn: "${var.gateway}" },
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_express_route_circuit_peering.stockholm",
        path: "peer_asn",
        message: "the ASN of private peering of circuit erc-stockholm is unknown, so it may be one that Azure refuses",
        evidence: {},
        decidedBy: ["var.peering"],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway.sdc",
        path: "bgp_settings[0].asn",
        message: "the ASN of VPN gateway vpngw-sdc is unknown, so it may be one that Azure refuses",
        evidence: {},
        decidedBy: ["var.gateway"],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].asn",
        message: "the ASN of site bergen, link a is unknown, so it may be one that Azure refuses",
        evidence: {},
        decidedBy: ["var.site"],
      },
    ]);
  });

  test("says nothing of a gateway that is only read: nobody can change it here", () => {
    expect(said(asnAllowed, { [`${GATEWAY_BGP}`]: { asn: 65000, peer_weight: 0 } })).toHaveLength(1);
    const read = {
      "azurerm_vpn_gateway.sdc": undefined,
      "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": "${data.azurerm_vpn_gateway.sdc.id}",
      "data.azurerm_vpn_gateway.sdc": { name: "vpng", resource_group_name: "rg", bgp_settings: [{ asn: 65000 }] },
    };
    expect(said(asnAllowed, read)).toEqual([]);
  });
});
