import type { Estate, Item } from "../../../view/graph/estate";
import { estateOf } from "../../../view/graph/estate-of";
import { type Changes, changed } from "../../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../../policies/rules/sound";
import { networkOf } from "../../support/network";

function estate(changes: Changes = {}): Estate {
  return estateOf(networkOf(changed(SOUND, changes)));
}

const titled = (items: readonly Item[]) => items.map(({ kind, title, details }) => [kind, title, ...details]);
const tunnelsOf = ({ tunnels }: Estate) =>
  tunnels.map(({ site, title, carriers, gateway, hub, isDoubtful }) => ({
    tunnel: `${site.title} ${title}`,
    over: carriers.map((one) => `${one.kind} ${one.title}`),
    to: `${gateway.title} ${hub.item.title}`,
    isDoubtful,
  }));

test("a hub has its gateways, its router and its spokes", () => {
  const [hub] = estate().hubs;
  expect({
    hub: titled(hub === undefined ? [] : [hub.item, ...hub.gateways, hub.core, ...hub.spokes]),
    region: hub?.region,
  }).toEqual({
    hub: [
      ["hub", "hub-sdc", "10.100.0.0/23", "prefers ExpressRoute"],
      ["vpn-gateway", "vpngw-sdc", "AS 65515", "scale units 1", "tunnel ends not known yet"],
      ["expressroute-gateway", "ergw-sdc", "scale units 1"],
      ["router", "hub router", "10.100.0.0/23"],
      ["spoke", "app", "10.110.0.0/22"],
    ],
    region: "swedencentral",
  });
});

test("a tunnel runs over the circuit whose prefix holds its device", () => {
  expect(tunnelsOf(estate())).toEqual([
    { tunnel: "bergen a", over: ["circuit erc-stockholm"], to: "vpngw-sdc hub-sdc", isDoubtful: false },
  ]);
});

test("a tunnel between public addresses runs over the internet", () => {
  const changes = {
    "azurerm_vpn_site.bergen.link[1]": { ...SECOND_LINK, ip_address: "203.0.113.9" },
    "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": { ...SECOND_VPN_LINK, local_azure_ip_address_enabled: false },
  };
  expect(tunnelsOf(estate(changes))[1]).toEqual({
    tunnel: "bergen b",
    over: ["internet internet"],
    to: "vpngw-sdc hub-sdc",
    isDoubtful: false,
  });
});

test("where nobody states what comes over a circuit, a tunnel is drawn over it and in doubt", () => {
  expect(tunnelsOf(estate({ network_intent: undefined }))).toEqual([
    { tunnel: "bergen a", over: ["circuit erc-stockholm"], to: "vpngw-sdc hub-sdc", isDoubtful: true },
  ]);
});

test("what ends at a gateway that can't be told ends at a hub that says so", () => {
  const changes = { "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": "${var.gateway}" };
  expect(tunnelsOf(estate(changes))).toEqual([
    {
      tunnel: "bergen a",
      over: ["unseen a path that can't be told"],
      to: "var.gateway a hub that can't be told",
      isDoubtful: true,
    },
  ]);
});

test("findings at connections and peerings stand at the site and at the circuit", () => {
  const { byAddress } = estate();
  const at = (address: string) => byAddress.get(`cdk.tf.json\n${address}`)?.title;
  expect([
    at("azurerm_vpn_gateway_connection.bergen"),
    at("azurerm_express_route_connection.stockholm"),
    at("azurerm_express_route_circuit_peering.stockholm"),
    at("azurerm_virtual_network.app"),
  ]).toEqual(["bergen", "erc-stockholm", "erc-stockholm", "app"]);
});
