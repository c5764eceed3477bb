import { spokeWithoutGateway } from "../../../policies/rules/spoke-without-gateway";
import { type Changes, said } from "./judging";
import { idOf, SECOND_NETWORK } from "./sound";

const SPOKE = "azurerm_virtual_network.app";
const GATEWAY = "azurerm_virtual_network_gateway.old";
const SUBNET = {
  name: "GatewaySubnet",
  resource_group_name: "rg",
  virtual_network_name: "${azurerm_virtual_network.app.name}",
  address_prefixes: ["10.110.3.0/27"],
};

/** A gateway in a subnet of the connected network, or in another one. */
function gatewayIn(subnet: unknown, more: Changes = {}): Changes {
  return {
    "azurerm_subnet.gateway": SUBNET,
    [GATEWAY]: { name: "vng-old", type: "Vpn", sku: "VpnGw1AZ", ip_configuration: [{ subnet_id: subnet }] },
    ...more,
  };
}

const IN_SPOKE = {
  outcome: "violation",
  level: "error",
  address: SPOKE,
  path: "",
  message: `virtual network vnet-app is connected to a hub, but holds virtual network gateway vng-old (${GATEWAY})`,
  remedy: "Remove virtual network gateway vng-old, or take the virtual network off the hub.",
  evidence: { gateway: GATEWAY, connections: ["azurerm_virtual_hub_connection.app"] },
};

function doubtAt(address: string, path: string, called: string, decidedBy: readonly string[]) {
  const message = `whether the virtual network of ${called} is connected to a hub can't be told`;
  return { outcome: "undecided", level: "error", address, path, message, decidedBy, evidence: {} };
}

describe("spoke-without-gateway", () => {
  test("takes a connected network that has a gateway subnet and no gateway", () => {
    expect(said(spokeWithoutGateway, { "azurerm_subnet.gateway": SUBNET })).toEqual([]);
  });

  test("refuses a virtual network gateway in a connected network", () => {
    expect(said(spokeWithoutGateway, gatewayIn("${azurerm_subnet.gateway.id}"))).toEqual([IN_SPOKE]);
  });

  test("finds the network of a subnet that is written inside it, or known by its id", () => {
    const id = idOf("virtualNetworks", "vnet-app");
    expect(said(spokeWithoutGateway, gatewayIn("${azurerm_virtual_network.app.subnet[0].id}"))).toEqual([IN_SPOKE]);
    const byId = gatewayIn(`${id}/subnets/GatewaySubnet`, { [`${SPOKE}.id`]: id.toLowerCase() });
    expect(said(spokeWithoutGateway, byId)).toEqual([IN_SPOKE]);
  });

  test("refuses a route server in a connected network", () => {
    const changes = {
      "azurerm_subnet.gateway": { ...SUBNET, name: "RouteServerSubnet" },
      "azurerm_route_server.rs": { name: "rs", sku: "Standard", subnet_id: "${azurerm_subnet.gateway.id}" },
    };
    expect(said(spokeWithoutGateway, changes)).toEqual([
      {
        ...IN_SPOKE,
        message: "virtual network vnet-app is connected to a hub, but holds route server rs (azurerm_route_server.rs)",
        remedy: "Remove route server rs, or take the virtual network off the hub.",
        evidence: { gateway: "azurerm_route_server.rs", connections: ["azurerm_virtual_hub_connection.app"] },
      },
    ]);
  });

  test("takes a gateway in a network that is connected to no hub", () => {
    const inIsland = gatewayIn("${azurerm_subnet.gateway.id}", {
      "azurerm_virtual_network.data": SECOND_NETWORK,
      "azurerm_subnet.gateway.virtual_network_name": "${azurerm_virtual_network.data.name}",
    });
    expect(said(spokeWithoutGateway, inIsland)).toEqual([]);
    expect(
      said(spokeWithoutGateway, gatewayIn(`${idOf("virtualNetworks", "vnet-hub")}/subnets/GatewaySubnet`)),
    ).toEqual([]);
  });

  test("can't tell where a gateway stands whose subnet is unknown", () => {
    expect(said(spokeWithoutGateway, gatewayIn("${var.gateway_subnet}"))).toEqual([
      doubtAt(GATEWAY, "ip_configuration[0].subnet_id", "virtual network gateway vng-old", ["var.gateway_subnet"]),
    ]);
    expect(
      said(spokeWithoutGateway, gatewayIn("${var.gateway_subnet}", { azurerm_virtual_hub_connection: {} })),
    ).toEqual([]);
  });

  test("can't tell where a gateway stands whose subnet may be in any network of that name", () => {
    const changes = gatewayIn("${azurerm_subnet.gateway.id}", {
      "azurerm_subnet.gateway.virtual_network_name": "${var.network}",
    });
    expect(said(spokeWithoutGateway, changes)).toEqual([
      doubtAt(GATEWAY, "ip_configuration[0].subnet_id", "virtual network gateway vng-old", ["var.network"]),
    ]);
  });

  test("can't tell whether the network of a gateway is connected where a connection's network is unknown", () => {
    const changes = gatewayIn("${azurerm_subnet.gateway.id}", {
      "azurerm_virtual_hub_connection.app.remote_virtual_network_id": "${each.value}",
    });
    expect(said(spokeWithoutGateway, changes)).toEqual([
      doubtAt(GATEWAY, "ip_configuration[0].subnet_id", "virtual network gateway vng-old", ["each.value"]),
    ]);
  });

  test("can't tell whether a network that only a variable names is that of the gateway", () => {
    const changes = gatewayIn("${azurerm_subnet.gateway.id}", {
      "azurerm_virtual_hub_connection.app.remote_virtual_network_id": "${var.network_id}",
    });
    expect(said(spokeWithoutGateway, changes)).toEqual([
      doubtAt(GATEWAY, "ip_configuration[0].subnet_id", "virtual network gateway vng-old", ["var.network_id"]),
    ]);
  });

  test("can't tell whether a subnet known by its id lies in a connected network of that name, and can of another name", () => {
    const subnet = (name: string) => gatewayIn(`${idOf("virtualNetworks", name)}/subnets/GatewaySubnet`);
    expect(said(spokeWithoutGateway, subnet("VNET-app"))).toEqual([
      doubtAt(GATEWAY, "ip_configuration[0].subnet_id", "virtual network gateway vng-old", [`${SPOKE}.id`]),
    ]);
    expect(said(spokeWithoutGateway, subnet("vnet-other"))).toEqual([]);
    const unnamed = { ...subnet("vnet-other"), [`${SPOKE}.name`]: "${var.name}" };
    expect(said(spokeWithoutGateway, unnamed).map(({ decidedBy }) => decidedBy)).toEqual([[`${SPOKE}.id`]]);
    expect(said(spokeWithoutGateway, gatewayIn("none"))).toEqual([]);
  });

  test("points at the connection of a network that nobody manages here", () => {
    const read = {
      "data.azurerm_virtual_network.old": {
        name: "vnet-old",
        resource_group_name: "rg",
        id: idOf("virtualNetworks", "vnet-old"),
      },
      "azurerm_virtual_hub_connection.app.remote_virtual_network_id": "${data.azurerm_virtual_network.old.id}",
      [GATEWAY]: {
        name: "vng-old",
        type: "Vpn",
        ip_configuration: [{ subnet_id: `${idOf("virtualNetworks", "vnet-old")}/subnets/GatewaySubnet` }],
      },
    };
    expect(said(spokeWithoutGateway, read).map(({ outcome, address }) => [outcome, address])).toEqual([
      ["violation", "azurerm_virtual_hub_connection.app"],
    ]);
  });

  test("can't tell where a gateway stands whose IP configurations can't be told", () => {
    const untold = { [GATEWAY]: { name: "vng-old", type: "Vpn", ip_configuration: "${var.configurations}" } };
    expect(said(spokeWithoutGateway, untold)).toEqual([
      doubtAt(GATEWAY, "ip_configuration", "virtual network gateway vng-old", ["var.configurations"]),
    ]);
  });

  test("takes a gateway whose subnet is of a network that no input holds, whatever else is there", () => {
    const elsewhere = gatewayIn("${azurerm_subnet.gateway.id}", {
      "azurerm_subnet.gateway.virtual_network_name": "vnet-elsewhere",
    });
    expect(said(spokeWithoutGateway, elsewhere)).toEqual([]);
  });

  test("finds a gateway by whichever of its IP configurations tells where it stands", () => {
    const two = {
      "azurerm_subnet.gateway": SUBNET,
      [GATEWAY]: {
        name: "vng-old",
        type: "Vpn",
        ip_configuration: [{ subnet_id: "${var.subnet}" }, { subnet_id: "${azurerm_subnet.gateway.id}" }],
      },
    };
    expect(said(spokeWithoutGateway, two)).toEqual([IN_SPOKE]);
  });
});
