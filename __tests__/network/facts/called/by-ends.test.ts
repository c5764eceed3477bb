import type { Thing } from "../../../../network/facts/called/thing";
import type { Network } from "../../../../network/network";
import { type Changes, changed } from "../../../policies/rules/judging";
import { SECOND_HUB, SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../../../policies/rules/sound";
import { networkOf } from "../../../support/network";
import { called } from "./named-network";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const UNKNOWN = "${terraform_data.names.output}";

function names(changes: Changes, things: (network: Network) => readonly Thing[]): string[] {
  const network = networkOf(changed(SOUND, { network_intent: undefined, ...changes }));
  return called(network, things(network));
}

const links = ({ sites, vpnConnections }: Network) => [
  ...sites.flatMap((site) => site.links.items),
  ...vpnConnections.flatMap((connection) => connection.links.items),
];

/** A second link, connected too. */
const TWO_LINKS: Changes = {
  "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
  [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK,
};

/** The site at a second hub too. */
const TWO_HUBS: Changes = {
  ...SECOND_HUB,
  "azurerm_vpn_gateway_connection.osl": {
    name: "con-bergen-osl",
    vpn_gateway_id: "${azurerm_vpn_gateway.osl.id}",
    remote_vpn_site_id: "${azurerm_vpn_site.bergen.id}",
    vpn_link: [{ name: "a", vpn_site_link_id: "${azurerm_vpn_site.bergen.link[0].id}" }],
  },
};

describe("what connects two things", () => {
  test("is called by its ends", () => {
    const connections = (network: Network) => [...network.vpnConnections, ...network.expressRouteConnections];
    expect(names({}, connections)).toEqual(["site bergen at hub-sdc", "circuit erc-stockholm at hub-sdc"]);
    expect(names({}, ({ peerings }) => peerings)).toEqual(["private peering of circuit erc-stockholm"]);
    expect(names({}, ({ spokeConnections }) => spokeConnections)).toEqual(["spoke vnet-app"]);
  });

  test("is called by its own name where an end has none, and by its address where neither has", () => {
    const nameless = { "azurerm_virtual_hub.sdc.name": UNKNOWN };
    const connections = (network: Network) => [...network.vpnConnections, ...network.expressRouteConnections];
    expect(names(nameless, connections)).toEqual(["VPN connection con-bergen", "ExpressRoute connection stockholm"]);
    expect(names({ ...nameless, [`${CONNECTION}.name`]: UNKNOWN }, connections)).toEqual([
      `VPN connection ${CONNECTION}`,
      "ExpressRoute connection stockholm",
    ]);
  });

  test("is called by its own name where another one has the same ends", () => {
    const twin = {
      "azurerm_vpn_gateway_connection.twin": {
        name: "con-twin",
        vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.bergen.id}",
      },
    };
    expect(names(twin, ({ vpnConnections }) => vpnConnections)).toEqual([
      "VPN connection con-bergen",
      "VPN connection con-twin",
    ]);
  });

  test("has its hub beside it where a virtual network is connected twice", () => {
    const twice = {
      ...SECOND_HUB,
      "azurerm_virtual_hub_connection.also": {
        name: "also",
        virtual_hub_id: "${azurerm_virtual_hub.osl.id}",
        remote_virtual_network_id: "${azurerm_virtual_network.app.id}",
      },
    };
    expect(names(twice, ({ spokeConnections }) => spokeConnections)).toEqual([
      "spoke vnet-app at hub-osl",
      "spoke vnet-app at hub-sdc",
    ]);
  });
});

describe("a link", () => {
  test("is called by its site, and so is its connection", () => {
    expect(names(TWO_LINKS, links)).toEqual([
      "site bergen, link a",
      "site bergen, link b",
      "site bergen, link a",
      "site bergen, link b",
    ]);
  });

  test("has the hub beside it where it is connected to several", () => {
    expect(names(TWO_HUBS, links)).toEqual([
      "site bergen, link a",
      "site bergen at hub-sdc, link a",
      "site bergen at hub-osl, link a",
    ]);
  });

  test("is called by what it connects, whatever it is named itself", () => {
    const crosswise = {
      ...TWO_LINKS,
      [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: "${azurerm_vpn_site.bergen.link[1].id}",
      [`${CONNECTION}.vpn_link[1].vpn_site_link_id`]: "${azurerm_vpn_site.bergen.link[0].id}",
    };
    expect(names(crosswise, links).slice(2)).toEqual(["site bergen, link b", "site bergen, link a"]);
  });

  test("is called by its connection where it can't be told what it connects", () => {
    const lost = { [`${CONNECTION}.vpn_link[0].vpn_site_link_id`]: "${var.link}" };
    expect(names(lost, links).slice(1)).toEqual(["site bergen at hub-sdc, link a"]);
    expect(names({ ...lost, "azurerm_vpn_site.bergen.name": UNKNOWN, [`${CONNECTION}.name`]: UNKNOWN }, links)).toEqual(
      ["site azurerm_vpn_site.bergen, link a", `VPN connection ${CONNECTION}, link a`],
    );
  });

  test("is told by its place where its name is unknown, or another link's", () => {
    expect(names({ "azurerm_vpn_site.bergen.link[0].name": UNKNOWN }, links)).toEqual([
      "site bergen, link[0]",
      "site bergen, link[0]",
    ]);
    const same = { ...TWO_LINKS, "azurerm_vpn_site.bergen.link[1].name": "A" };
    expect(names(same, links).slice(0, 2)).toEqual(["site bergen, link[0]", "site bergen, link[1]"]);
  });
});

describe("what is inside another thing", () => {
  test("is called by that: subnets of their virtual network, a hub's own route table, and a static route", () => {
    const routed = {
      "azurerm_virtual_hub_route_table_route.out": {
        name: "out",
        route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
        destinations_type: "CIDR",
        destinations: ["10.9.0.0/16"],
        next_hop: "${azurerm_virtual_hub_connection.app.id}",
      },
      "azurerm_virtual_network.app.subnet": [{ name: "db", address_prefixes: ["10.110.1.0/24"] }],
    };
    expect(
      names(routed, ({ virtualNetworks, routeTables, hubs }) => [
        ...virtualNetworks.flatMap(({ subnets }) => subnets.items),
        ...routeTables,
        ...hubs.flatMap((holder) =>
          routeTables.flatMap(({ routes }) => routes.items.map((route) => ({ holder, route }))),
        ),
      ]),
    ).toEqual([
      "subnet db of virtual network vnet-app",
      "subnet web of virtual network vnet-app",
      "default route table of hub hub-sdc",
      "hub hub-sdc, static route out",
    ]);
  });

  test("is told by the address of that where it has no name", () => {
    const nameless = {
      "azurerm_virtual_network.app.name": UNKNOWN,
      "azurerm_virtual_network.app.subnet": [{ name: "db", address_prefixes: ["10.110.1.0/24"] }],
    };
    expect(names(nameless, ({ virtualNetworks }) => virtualNetworks.flatMap(({ subnets }) => subnets.items))).toContain(
      "a subnet of virtual network azurerm_virtual_network.app",
    );
  });
});
