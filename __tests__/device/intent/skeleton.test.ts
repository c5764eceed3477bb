import { intentSkeleton } from "../../../device/intent/skeleton";
import { changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";

const UNSTATED = changed(SOUND, { network_intent: undefined });

test("a skeleton has every address that intent can speak of, and the command that shows the value", () => {
  expect(
    intentSkeleton(networkOf(UNSTATED)),
  ).toBe(`# What on-premises routers do, which is in no Azure resource. Take the # away before what you fill in;
# wanproof intent observe fills in announcements from what Azure hears.
version: 1

# What is advertised over each ExpressRoute connection, exactly.
expressRoute:
  azurerm_express_route_connection.stockholm:
    # az network express-route list-route-tables -g rg -n erc-stockholm --path primary --peering-name AzurePrivatePeering -o json
    # advertises: [10.0.0.0/16]
    # asPath: [65001]

# What the VPN device advertises through each link of a site, exactly.
vpn:
  azurerm_vpn_site.bergen:
    # az network vhub get-effective-routes -g rg -n hub-sdc --resource-type RouteTable --resource-id ROUTE-TABLE-ID -o json
    a:
      # advertises: [10.0.1.0/24]
      # asPath: [65010]

# On-premises prefixes that must be reached encrypted. Left out: all that links over ExpressRoute advertise.
# protected: [10.0.1.0/24]

# Prefixes of Azure's for which routers prefer the tunnel (all, or a list), and those that they refuse over ExpressRoute.
# Look at the routers: vtysh -c 'show running-config', show route-map.
onPremises:
  # prefersTunnelFor: all
  # filtersExpressRoute: [10.110.0.0/16]

# What should become of protected packets when tunnels are lost: drop or cleartext.
# onTunnelLoss: drop
`);
});

test("it is an intent file that states nothing, whatever things are called", () => {
  const strange = changed(UNSTATED, {
    "azurerm_vpn_site.bergen.link[0].name": 'a: "b" # c',
    "azurerm_express_route_circuit.stockholm.name": "x'; rm -rf ~\n",
  });
  const text = intentSkeleton(networkOf(strange));
  const network = networkOf(strange, { intent: text });
  expect(network.expressRouteConnections.map(({ advertised }) => advertised)).toEqual([undefined]);
  expect(text).toContain("list-route-tables -g rg -n CIRCUIT ");
  expect(text).not.toContain("rm -rf");
});

test("what is filled in is stated, once the # is gone", () => {
  const filled = intentSkeleton(networkOf(UNSTATED)).replace(
    /# (advertises|asPath|protected|prefersTunnelFor|onTunnelLoss):/g,
    "$1:",
  );
  const network = networkOf(UNSTATED, { intent: filled });
  expect(network.expressRouteConnections.map(({ advertised }) => advertised?.prefixes.items.length)).toEqual([1]);
});
