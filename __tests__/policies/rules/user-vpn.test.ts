import { addressOverlap } from "../../../policies/rules/address-overlap";
import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { type Changes, said } from "./judging";

const GATEWAY = "azurerm_point_to_site_vpn_gateway.users";

/** A gateway for users who get addresses of these pools, at the hub of the sound network. */
function users(pool: readonly string[], virtual_hub_id = "${azurerm_virtual_hub.sdc.id}"): Changes {
  return {
    [GATEWAY]: {
      name: "p2s-sdc",
      virtual_hub_id,
      connection_configuration: [{ name: "staff", vpn_client_address_pool: [{ address_prefixes: pool }] }],
    },
  };
}

function brief(findings: ReturnType<typeof said>) {
  return findings.map(({ outcome, address, path, message, decidedBy }) => ({
    outcome,
    address,
    path,
    message,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  }));
}

describe("users who dial in to a hub", () => {
  test("change nothing with a pool of their own", () => {
    expect([addressOverlap, encryptedToOnprem].flatMap((rule) => said(rule, users(["10.40.0.0/24"])))).toEqual([]);
  });

  test("draw protected traffic to themselves with a pool inside what is protected", () => {
    expect(brief(said(encryptedToOnprem, users(["10.31.20.0/24"])))).toEqual([
      {
        outcome: "violation",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "",
        message:
          "10.31.20.0/24 is reached over user VPN gateway p2s-sdc (azurerm_point_to_site_vpn_gateway.users), a tunnel that is not on the private path",
      },
    ]);
  });

  test("may do so where their hub, or their pool, can't be told", () => {
    expect(brief(said(encryptedToOnprem, users(["10.31.20.0/24"], "${var.hubs[each.value.hub]}")))).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "",
        message:
          "whether 10.31.20.0/24 is reached encrypted can't be told: it may go over user VPN gateway p2s-sdc (azurerm_point_to_site_vpn_gateway.users)",
        decidedBy: ["each.value.hub", "var.hubs"],
      },
    ]);
    expect(brief(said(encryptedToOnprem, users(["${var.pool}"])))).toEqual([
      {
        outcome: "undecided",
        address: GATEWAY,
        path: "connection_configuration[0]",
        message:
          "whether 10.31.16.0/20 is reached encrypted can't be told, for which addresses the users of user VPN gateway p2s-sdc get can't",
        decidedBy: ["var.pool"],
      },
    ]);
  });

  test("may not get addresses that something else has", () => {
    expect(brief(said(addressOverlap, users(["10.110.1.0/24"])))).toEqual([
      {
        outcome: "violation",
        address: GATEWAY,
        path: "connection_configuration[0].vpn_client_address_pool[0].address_prefixes[0]",
        message:
          "10.110.1.0/24 of user VPN gateway p2s-sdc lies in 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
      },
    ]);
  });
});

test("an ExpressRoute gateway that lets in traffic from outside this WAN may learn any prefix from there", () => {
  const path = "allow_non_virtual_wan_traffic";
  const address = "azurerm_express_route_gateway.sdc";
  expect(brief(said(encryptedToOnprem, { [`${address}.${path}`]: true }))).toEqual([
    {
      outcome: "undecided",
      address,
      path,
      message:
        "whether 10.31.16.0/20 is reached encrypted can't be told, for which prefixes of networks outside Virtual WAN hub hub-sdc (azurerm_virtual_hub.sdc) learns over ExpressRoute gateway ergw-sdc can't",
      decidedBy: [`${address}.${path}`],
    },
  ]);
});
