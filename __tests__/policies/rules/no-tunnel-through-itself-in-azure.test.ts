import { noTunnelThroughItself } from "../../../policies/rules/no-tunnel-through-itself";
import { said } from "./judging";

const DEVICE = "azurerm_vpn_site.bergen.link[0].ip_address";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"]';

describe("no-tunnel-through-itself with the device in a prefix of Azure's own", () => {
  const SUMMARY = { [`${OVER_EXPRESSROUTE}.advertises`]: ["10.0.0.0/8"] };
  const REMEDY = "Write the address that the VPN device has on premises, outside every hub and spoke.";

  test.each([
    ["a hub", "10.100.0.4", "10.100.0.0/23", "hub hub-sdc", "azurerm_virtual_hub.sdc"],
    ["a spoke", "10.110.3.255", "10.110.0.0/22", "virtual network vnet-app", "azurerm_virtual_network.app"],
  ])("refuses one of %s, though a summary over ExpressRoute holds it too", (_, device, prefix, name, owner) => {
    const refused = {
      outcome: "violation",
      level: "error",
      address: "azurerm_vpn_site.bergen",
      path: "link[0].ip_address",
      message: `device address ${device} of site bergen, link a lies in ${prefix} of ${name} (${owner}), so what is sent to it stays in Azure`,
      evidence: { deviceAddress: device, prefix, owner, hub: "azurerm_virtual_hub.sdc" },
      remedy: REMEDY,
    };
    expect(said(noTunnelThroughItself, { ...SUMMARY, [DEVICE]: device })).toEqual([refused]);
    // Without any intent, other rules can't tell; this much is certain all the same.
    expect(said(noTunnelThroughItself, { network_intent: undefined, [DEVICE]: device })).toContainEqual(refused);
  });

  test("takes one beside it, one that a longer prefix over ExpressRoute holds, and an unconnected network", () => {
    expect(said(noTunnelThroughItself, { ...SUMMARY, [DEVICE]: "10.110.4.0" })).toEqual([]);
    expect(
      said(noTunnelThroughItself, { [`${OVER_EXPRESSROUTE}.advertises`]: ["10.110.1.0/24"], [DEVICE]: "10.110.1.4" }),
    ).toEqual([]);
    expect(
      said(noTunnelThroughItself, {
        ...SUMMARY,
        [DEVICE]: "10.110.0.4",
        "azurerm_virtual_hub_connection.app": undefined,
      }),
    ).toEqual([]);
  });

  test("leaves one that nothing advertises to device-address-advertised", () => {
    expect(said(noTunnelThroughItself, { [DEVICE]: "10.100.0.4" })).toEqual([]);
  });

  test("is undecided where it can't be told whether the tunnel is on the private path", () => {
    expect(
      said(noTunnelThroughItself, {
        ...SUMMARY,
        [DEVICE]: "10.100.0.4",
        [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: "${var.private}",
      }).map(({ outcome, decidedBy }) => ({ outcome, decidedBy })),
    ).toEqual([{ outcome: "undecided", decidedBy: ["var.private"] }]);
  });

  test("refuses a device whose prefix in Azure is as long as the one over ExpressRoute, and takes it where that is longer", () => {
    const inSpoke = (...advertises: readonly string[]) =>
      said(noTunnelThroughItself, {
        "azurerm_vpn_site.bergen.link[0].ip_address": "10.110.3.4",
        'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises': advertises,
      }).map(({ outcome }) => outcome);
    expect(inSpoke("10.110.0.0/22")).toEqual(["violation"]);
    expect(inSpoke("10.110.0.0/16")).toEqual(["violation"]);
    expect(inSpoke("10.110.3.0/24")).toEqual([]);
  });
});
