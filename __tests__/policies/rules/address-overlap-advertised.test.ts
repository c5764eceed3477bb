import { addressOverlap } from "../../../policies/rules/address-overlap";
import { said } from "./judging";

const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';

describe("address-overlap and what on-premises routers advertise", () => {
  test("refuses a virtual network that is advertised too, over ExpressRoute and over VPN", () => {
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.110.0.0/22"] })).toMatchObject([
      { level: "error", address: "azurerm_express_route_connection.stockholm" },
    ]);
    expect(said(addressOverlap, { [OVER_VPN]: ["10.31.16.0/20", "10.110.0.0/22"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: 'vpn["azurerm_vpn_site.bergen"].a.advertises[1]',
        message:
          "10.110.0.0/22 advertised over site bergen, link a is also a prefix of virtual network vnet-app (azurerm_virtual_network.app)",
        evidence: {
          prefix: "10.110.0.0/22",
          other: "10.110.0.0/22",
          otherAddress: "azurerm_virtual_network.app",
          otherPath: "address_space[0]",
        },
        remedy: "Use a prefix in Azure that nothing on premises uses, or list and advertise only what is on premises.",
      },
    ]);
  });

  test("refuses advertised prefixes inside a hub", () => {
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.100.0.0/24", "10.100.1.0/24"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[1]',
        message:
          "10.100.0.0/24 advertised over circuit erc-stockholm at hub-sdc lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc); 1 more prefix of the two overlaps",
        evidence: {
          prefix: "10.100.0.0/24",
          other: "10.100.0.0/23",
          otherAddress: "azurerm_virtual_hub.sdc",
          otherPath: "address_prefix",
          overlaps: ["10.100.0.0/24 in 10.100.0.0/23", "10.100.1.0/24 in 10.100.0.0/23"],
        },
        remedy: "Use a prefix in Azure that nothing on premises uses, or list and advertise only what is on premises.",
      },
    ]);
  });

  test("only warns where an advertised summary holds Azure prefixes, and says nothing of a default route", () => {
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["10.0.0.0/8", "172.16.0.0/12"] })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_express_route_connection.stockholm",
        path: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[0]',
        message:
          "10.0.0.0/8 advertised over circuit erc-stockholm at hub-sdc overlaps 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc) and 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
        evidence: {
          prefix: "10.100.0.0/23",
          other: "10.0.0.0/8",
          otherAddress: "azurerm_express_route_connection.stockholm",
          otherPath: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[0]',
          overlaps: ["10.100.0.0/23 of azurerm_virtual_hub.sdc", "10.110.0.0/22 of azurerm_virtual_network.app"],
        },
        remedy:
          "Make sure that nothing on premises uses what 10.0.0.0/8 shares with Azure, or advertise narrower prefixes.",
      },
    ]);
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["0.0.0.0/0"], [OVER_VPN]: ["0.0.0.0/0"] })).toEqual([]);
  });

  test("only warns of a prefix of any length that holds Azure prefixes whole", () => {
    expect(
      said(addressOverlap, {
        [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.110.0.0/21"],
        [OVER_VPN]: ["10.100.0.0/22"],
      }).map(({ level, message }) => `${level}: ${message}`),
    ).toEqual([
      "warning: 10.110.0.0/21 advertised over circuit erc-stockholm at hub-sdc overlaps 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
      "warning: 10.100.0.0/22 advertised over site bergen, link a overlaps 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
    ]);
  });

  test("tells the graver fault too where a virtual network is listed and lies in a summary", () => {
    expect(
      said(addressOverlap, {
        "azurerm_vpn_site.bergen.address_cidrs": ["10.110.0.0/22"],
        [OVER_EXPRESSROUTE]: ["10.0.0.0/8"],
      }).map(({ level, message }) => `${level}: ${message}`),
    ).toEqual([
      "warning: 10.0.0.0/8 advertised over circuit erc-stockholm at hub-sdc overlaps 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc) and 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
      "error: 10.110.0.0/22 in address_cidrs of site bergen is also a prefix of virtual network vnet-app (azurerm_virtual_network.app)",
    ]);
  });

  test("only warns of a peering subnet that is advertised, and says nothing where a summary holds it", () => {
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "172.29.0.0/16"] })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_express_route_connection.stockholm",
        path: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[1]',
        message:
          "172.29.0.0/16 advertised over circuit erc-stockholm at hub-sdc overlaps 172.29.0.0/30 of private peering of circuit erc-stockholm (azurerm_express_route_circuit_peering.stockholm) and 172.29.0.4/30 of private peering of circuit erc-stockholm",
        evidence: {
          prefix: "172.29.0.0/30",
          other: "172.29.0.0/16",
          otherAddress: "azurerm_express_route_connection.stockholm",
          otherPath: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[1]',
          overlaps: [
            "172.29.0.0/30 of azurerm_express_route_circuit_peering.stockholm",
            "172.29.0.4/30 of azurerm_express_route_circuit_peering.stockholm",
          ],
        },
        remedy:
          "Make sure that nothing on premises uses what 172.29.0.0/16 shares with Azure, or advertise narrower prefixes.",
      },
    ]);
    expect(said(addressOverlap, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "172.16.0.0/12"] })).toEqual([]);
  });
});
