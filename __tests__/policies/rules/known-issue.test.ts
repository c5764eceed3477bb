import { knownIssue } from "../../../policies/rules/known-issue";
import { changedNetwork } from "../../support/changed-network";
import { type Changes, changed, said, saidOf } from "./judging";
import { SECOND_SITE, SOUND } from "./sound";

const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a';

/** A second hub of the WAN. */
const SECOND_HUB: Changes = {
  "azurerm_virtual_hub.noe": {
    name: "hub-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.101.0.0/23",
  },
};

/** What is said of one issue. */
function of(issue: number, changes: Changes) {
  return said(knownIssue, changes).flatMap(({ level, address, path, message, evidence }) =>
    "issue" in evidence && evidence.issue === issue ? [{ level, address, path, message }] : [],
  );
}

function circuit(name: string, location: string, hub = "sdc"): Changes {
  return {
    [`azurerm_express_route_circuit.${name}`]: {
      name: `erc-${name}`,
      resource_group_name: "rg",
      location: "swedencentral",
      service_provider_name: "Telia Carrier",
      peering_location: location,
      bandwidth_in_mbps: 1000,
      sku: { tier: "Standard", family: "MeteredData" },
    },
    [`azurerm_express_route_circuit_peering.${name}`]: {
      peering_type: "AzurePrivatePeering",
      resource_group_name: "rg",
      express_route_circuit_name: `\${azurerm_express_route_circuit.${name}.name}`,
      vlan_id: 78,
    },
    ...connected(name, hub),
  };
}

function connected(name: string, hub: string): Changes {
  return {
    [`azurerm_express_route_connection.${name}_${hub}`]: {
      name,
      express_route_gateway_id: `\${azurerm_express_route_gateway.${hub}.id}`,
      express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.${name}.id}`,
    },
  };
}

const SECOND_GATEWAY: Changes = {
  "azurerm_express_route_gateway.noe": {
    name: "ergw-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_hub_id: "${azurerm_virtual_hub.noe.id}",
    scale_units: 1,
  },
};

describe("known-issue", () => {
  test("says nothing of a network that meets none", () => {
    expect(said(knownIssue, {})).toEqual([]);
  });

  test("tells number, date and what to do", () => {
    expect(said(knownIssue, { "azurerm_vpn_gateway.sdc.resource_group_name": "rg-vpn" })).toEqual([
      {
        outcome: "violation",
        level: "note",
        address: "azurerm_vpn_gateway.sdc",
        path: "resource_group_name",
        message:
          "VPN gateway vpngw-sdc is in resource group rg-vpn, and hub hub-sdc (azurerm_virtual_hub.sdc) in rg: Azure's portal can't change the routing of its connections (known issue 10 of Azure, page of March 2025)",
        remedy: "Change their routing by Terraform, or put gateway and hub into one resource group.",
        evidence: { issue: 10, gateway: "rg-vpn", hub: "rg" },
      },
    ]);
    // Azure compares names without regard to case.
    expect(said(knownIssue, { "azurerm_vpn_gateway.sdc.resource_group_name": "RG" })).toEqual([]);
  });

  test("2: notes a default route that other hubs don't hear of, over ExpressRoute and over a tunnel", () => {
    const message =
      "0.0.0.0/0, which hub hub-sdc (azurerm_virtual_hub.sdc) learns, isn't passed to hub hub-noe (azurerm_virtual_hub.noe) (known issue 2 of Azure, page of March 2025)";
    const learned = { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "0.0.0.0/0"] };
    expect(of(2, { ...SECOND_HUB, ...learned })).toEqual([
      { level: "note", address: "azurerm_express_route_connection.stockholm", path: "", message },
    ]);
    expect(of(2, { ...SECOND_HUB, [`${OVER_VPN}.advertises`]: ["0.0.0.0/0"] })).toEqual([
      { level: "note", address: "azurerm_vpn_site.bergen", path: "link[0]", message },
    ]);
    expect(of(2, learned)).toEqual([]);
  });

  test("3: warns of a hub without virtual network beside two circuits of one location that two hubs share", () => {
    const shared = {
      ...SECOND_HUB,
      ...SECOND_GATEWAY,
      ...circuit("two", "stockholm"),
      ...connected("two", "noe"),
      ...connected("stockholm", "noe"),
    };
    expect(of(3, shared)).toEqual([
      {
        level: "warning",
        address: "azurerm_virtual_hub.noe",
        path: "",
        message:
          "two circuits of stockholm are connected to hub hub-noe and to another hub, and hub hub-noe has no virtual network: it may not learn their routes (known issue 3 of Azure, page of March 2025)",
      },
    ]);
    expect(of(3, { ...shared, "azurerm_express_route_circuit.two.peering_location": "Oslo" })).toEqual([]);
    expect(of(3, { ...shared, "azurerm_express_route_connection.two_noe": undefined })).toEqual([]);
    expect(
      of(3, { ...shared, "azurerm_virtual_hub_connection.app.virtual_hub_id": "${azurerm_virtual_hub.noe.id}" }),
    ).toMatchObject([{ address: "azurerm_virtual_hub.sdc" }]);
  });

  test("4: notes circuits that don't share what comes over both, for want of a route map", () => {
    const both = {
      ...circuit("two", "Oslo"),
      'network_intent.value.expressRoute["azurerm_express_route_connection.two_sdc"].advertises': ["10.31.0.0/16"],
    };
    expect(of(4, both)).toEqual([
      {
        level: "note",
        address: "azurerm_virtual_hub.sdc",
        path: "",
        message:
          "10.31.0.0/16 comes over circuit erc-stockholm at hub-sdc (azurerm_express_route_connection.stockholm) and circuit erc-two at hub-sdc (azurerm_express_route_connection.two_sdc) alike, and hub hub-sdc has no route map: it doesn't share traffic among them (known issue 4 of Azure, page of March 2025)",
      },
    ]);
    const map = { name: "any", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" };
    expect(of(4, { ...both, "azurerm_route_map.any": map })).toEqual([]);
    expect(of(4, circuit("two", "Oslo"))).toEqual([]);
  });

  test("5: notes a hub with tunnels whose prefix no circuit brings on premises", () => {
    const elsewhere = {
      ...SECOND_HUB,
      ...SECOND_GATEWAY,
      "azurerm_express_route_connection.stockholm.express_route_gateway_id": "${azurerm_express_route_gateway.noe.id}",
    };
    expect(of(5, elsewhere)).toEqual([
      {
        level: "note",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message:
          "the prefix of hub hub-sdc isn't told to hub hub-noe (azurerm_virtual_hub.noe): routers behind the circuits there can't reach the VPN gateway of hub hub-sdc (known issue 5 of Azure, page of March 2025)",
      },
    ]);
    expect(of(5, { ...SECOND_HUB, ...SECOND_GATEWAY })).toEqual([]);
  });

  test("9: warns of several changes of an address space at a time", () => {
    const space = "azurerm_virtual_network.app.address_space";
    const found = (...prefixes: string[]) =>
      saidOf(knownIssue, changedNetwork({ before: SOUND, after: changed(SOUND, { [space]: prefixes }) }));
    expect(found("10.110.0.0/22", "10.111.0.0/22", "10.112.0.0/22")).toMatchObject([
      {
        level: "warning",
        address: "azurerm_virtual_network.app",
        path: "address_space",
        message:
          "the address space of virtual network vnet-app changes in 2 prefixes at a time, and the hub may not learn of all of them (known issue 9 of Azure, page of March 2025)",
        evidence: { issue: 9, changes: 2 },
      },
    ]);
    expect(found("10.110.0.0/22", "10.111.0.0/22")).toEqual([]);
  });

  test("11: warns of a site that announces nothing to a hub with a route map", () => {
    const map = { "azurerm_route_map.any": { name: "any", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" } };
    const silent = { [`${OVER_VPN}.advertises`]: [] };
    expect(of(11, { ...map, ...silent })).toEqual([
      {
        level: "warning",
        address: "azurerm_vpn_site.bergen",
        path: "link[0]",
        message:
          "site bergen, link a announces nothing, and hub hub-sdc (azurerm_virtual_hub.sdc) has a route map: the hub announces nothing to it either, so nothing leads from there to Azure through the tunnel (known issue 11 of Azure, December 2024)",
      },
    ]);
    expect(of(11, silent)).toEqual([]);
    expect(of(11, map)).toEqual([]);
    expect(of(11, { ...map, ...silent, "azurerm_vpn_site.bergen.link[0].bgp": undefined })).toEqual([]);
  });

  test("12: warns where a race decides between a hub's own tunnel and another hub's ExpressRoute", () => {
    const raced = {
      ...SECOND_HUB,
      ...SECOND_GATEWAY,
      ...circuit("two", "Oslo", "noe"),
      [`${OVER_VPN}.asPath`]: [65010, 65010, 65010, 65010, 65010],
      'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].asPath': [65020],
      'network_intent.value.expressRoute["azurerm_express_route_connection.two_noe"]': {
        advertises: ["10.31.16.0/20"],
        asPath: [65020],
      },
    };
    expect(of(12, raced)).toMatchObject([
      {
        level: "warning",
        address: "azurerm_virtual_hub.sdc",
        message: expect.stringContaining("takes for 10.31.16.0/20 is decided by a race in Azure"),
      },
    ]);
    expect(of(12, { ...raced, [`${OVER_VPN}.asPath`]: [65010] })).toEqual([]);
  });

  test("takes a site that is connected elsewhere for none of a hub's own", () => {
    expect(of(2, { ...SECOND_HUB, "azurerm_vpn_site.oslo": { ...SECOND_SITE, address_cidrs: ["0.0.0.0/0"] } })).toEqual(
      [],
    );
  });

  test("3: says nothing where each hub has one circuit of a peering location", () => {
    const one = { ...SECOND_HUB, ...SECOND_GATEWAY, ...circuit("two", "stockholm", "noe") };
    expect(of(3, one)).toEqual([]);
  });

  test("5: says nothing of a hub that has a circuit of its own, nor of one without a VPN connection", () => {
    const both = { ...SECOND_HUB, ...SECOND_GATEWAY, ...connected("stockholm", "noe") };
    expect(of(5, both)).toEqual([]);
    const alone = { ...SECOND_HUB, "azurerm_vpn_gateway_connection.bergen": undefined };
    expect(of(5, alone)).toEqual([]);
  });

  test("3: passes over a connection whose peering, or its circuit, can't be told", () => {
    const stray = {
      ...connected("stockholm", "sdc"),
      "azurerm_express_route_connection.stockholm_sdc.express_route_circuit_peering_id": "${each.value}",
    };
    expect(of(3, stray)).toEqual([]);
  });

  test("5: says nothing where no other hub of the WAN has a circuit", () => {
    const alone = {
      ...SECOND_HUB,
      "azurerm_express_route_connection.stockholm": undefined,
      "network_intent.value.expressRoute": undefined,
    };
    expect(of(5, alone)).toEqual([]);
  });
});
