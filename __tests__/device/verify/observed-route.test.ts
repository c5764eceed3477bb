import { SECOND_HUB } from "../../policies/rules/sound";
import type { Tree } from "../azure/downloads";
import { AS_PLANNED, type Files, OVER_EXPRESSROUTE, OVER_VPN, observedIn, ROUTES, TO_SPOKE } from "./observed";

const LINK = "azurerm_vpn_gateway_connection.bergen vpn_link[0]";
const HUB = "azurerm_virtual_hub.sdc";

describe("of effective routes", () => {
  const routes = (...value: readonly Tree[]): Files => ({ ...AS_PLANNED, "routes.json": { value } });
  const [overVpn, overExpressRoute, toSpoke] = ROUTES;

  test("one that is leaked over ExpressRoute goes past the tunnel", () => {
    const leak = { addressPrefixes: ["10.31.20.0/24"], ...OVER_EXPRESSROUTE };
    expect(observedIn(routes(...ROUTES, leak))).toEqual([
      `error violation observed-route ${HUB}: 10.31.20.0/24 goes over ExpressRoute from hub hub-sdc, past the tunnel that 10.31.16.0/20 was predicted over`,
    ]);
  });

  test("another one is a note", () => {
    const other = { addressPrefixes: ["10.99.0.0/16"], ...OVER_EXPRESSROUTE };
    expect(observedIn(routes(...ROUTES, other))).toEqual([
      `note violation observed-route ${HUB}: hub hub-sdc has a route of 10.99.0.0/16 over ExpressRoute that was not predicted`,
    ]);
  });

  test("a protected prefix that is missing leaves packets to a shorter one, in the clear", () => {
    expect(observedIn(routes(overExpressRoute ?? {}, toSpoke ?? {}))).toEqual([
      `error violation observed-route ${HUB}: 10.31.16.0/20 has no route through a tunnel at hub hub-sdc, which was predicted: packets take 10.31.0.0/16 over ExpressRoute, in the clear`,
      `error violation observed-bgp ${LINK}: no route of hub hub-sdc (azurerm_virtual_hub.sdc) came from AS 65032, that of site bergen, link a: its BGP sessions are down, or announce nothing`,
    ]);
  });

  test("a protected prefix over ExpressRoute is unencrypted", () => {
    const clear = { addressPrefixes: ["10.31.16.0/20"], ...OVER_EXPRESSROUTE };
    expect(observedIn(routes(clear, overExpressRoute ?? {}, toSpoke ?? {}))).toEqual([
      `error violation observed-route ${HUB}: 10.31.16.0/20 goes over ExpressRoute from hub hub-sdc, unencrypted, and was predicted to go over VPN`,
    ]);
  });

  test("what is dangerous comes first", () => {
    const leak = { addressPrefixes: ["10.31.20.0/24"], ...OVER_EXPRESSROUTE };
    expect(observedIn(routes(overVpn ?? {}, leak)).map((line) => line.split(": ")[1]?.slice(0, 30))).toEqual([
      "10.31.20.0/24 goes over Expres",
      "hub hub-sdc has no route of 10",
      "hub hub-sdc has no route of 10",
    ]);
  });

  test("a spoke's prefix over a tunnel takes another path", () => {
    const strange = { addressPrefixes: ["10.110.0.0/22"], ...OVER_VPN };
    expect(observedIn(routes(overVpn ?? {}, overExpressRoute ?? {}, strange))).toEqual([
      `error violation observed-route ${HUB}: hub hub-sdc takes 10.110.0.0/22 over VPN, and was predicted to take it over a spoke's connection`,
    ]);
  });

  test("a next hop that nobody knows is undecided", () => {
    const firewall = { addressPrefixes: ["10.110.0.0/22"], ...TO_SPOKE, nextHopType: "ResourceId", nextHops: [] };
    expect(observedIn(routes(overVpn ?? {}, overExpressRoute ?? {}, firewall))).toEqual([
      `error undecided observed-route ${HUB}: hub hub-sdc takes 10.110.0.0/22 over ResourceId, which may or may not be a spoke's connection`,
    ]);
  });
});

test("a prefix that another hub's tunnel should carry is unencrypted over ExpressRoute", () => {
  const osl = {
    addressPrefixes: ["10.31.16.0/20"],
    nextHopType: "ExpressRouteGateway",
    nextHops: ["/x/expressRouteGateways/ergw-osl"],
    asPath: "12076-65020",
  };
  const said = observedIn({ ...AS_PLANNED, "hub-osl=osl.json": { value: [osl] } }, SECOND_HUB);
  expect(said.filter((line) => line.includes("10.31.16.0/20"))).toEqual([
    "error violation observed-route azurerm_virtual_hub.osl: 10.31.16.0/20 goes over ExpressRoute from hub hub-osl, unencrypted, and was predicted to go over another hub",
  ]);
});

describe("of what is announced", () => {
  const CIRCUIT = "azurerm_express_route_connection.stockholm";
  const edge = (...networks: readonly string[]) => ({
    value: [
      ...networks.map((network) => ({ network, nextHop: "172.29.0.1", path: "65020", weight: 0 })),
      { network: "10.100.0.0/23", nextHop: "10.100.0.8", path: "65515", weight: 0 },
    ],
  });

  test("a protected prefix that a router tells Microsoft's edge goes past the tunnels", () => {
    expect(observedIn({ ...AS_PLANNED, "edge.json": edge("10.31.0.0/16", "10.31.17.0/24") })).toEqual([
      `error violation observed-route ${CIRCUIT}: 10.31.17.0/24 is announced over circuit erc-stockholm at hub-sdc, and intent doesn't say so: packets to it go past the tunnels, though 10.31.16.0/20 is protected`,
    ]);
  });

  test("what intent says and no router announces is missing, and another one is a note", () => {
    expect(observedIn({ ...AS_PLANNED, "edge.json": edge("10.99.0.0/16") })).toEqual([
      `error violation observed-route ${CIRCUIT}: 10.31.0.0/16 is not announced over circuit erc-stockholm at hub-sdc, and intent says so`,
      `note violation observed-route ${CIRCUIT}: 10.99.0.0/16 is announced over circuit erc-stockholm at hub-sdc, and intent doesn't say so`,
    ]);
  });

  test("what a connection hears is told of the connection", () => {
    const heard = {
      value: [
        { prefix: "10.31.16.0/20", asPath: "65032", bgpCommunities: "" },
        { prefix: "10.98.0.0/16", asPath: "65032" },
      ],
    };
    expect(observedIn({ ...AS_PLANNED, "inbound:con-bergen=in.json": heard })).toEqual([
      "note violation observed-route azurerm_vpn_gateway_connection.bergen: 10.98.0.0/16 is announced over site bergen at hub-sdc, and intent doesn't say so",
    ]);
  });

  test("a spoke that is told over ExpressRoute is no drop when tunnels are lost", () => {
    const told = {
      value: [
        { prefix: "10.100.0.0/23", asPath: "65515" },
        { prefix: "10.110.0.0/22", asPath: "65515" },
      ],
    };
    const files = { ...AS_PLANNED, "outbound:stockholm=out.json": told };
    expect(observedIn(files, { "network_intent.value.onTunnelLoss": "drop" })).toEqual([
      `error violation observed-route ${CIRCUIT}: 10.110.0.0/22, a spoke, is announced to on-premises over circuit erc-stockholm at hub-sdc: packets to it go in the clear when tunnels are lost, and intent says that they are dropped`,
    ]);
    expect(observedIn(files)).toEqual([]);
  });
});
