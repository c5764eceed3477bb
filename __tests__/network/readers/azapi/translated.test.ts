import { routeTable } from "../../../../paths/table";
import { judge } from "../../../../policies/judge/judge";
import { RULES } from "../../../../policies/rules/catalogue";
import { changed } from "../../../policies/rules/judging";
import { SOUND } from "../../../policies/rules/sound";
import { type Configuration, networkOf } from "../../../support/network";
import { BY_AZAPI, byAzapi, GROUP } from "./azapi-network";

/** What is said of a network: rule and outcome of each finding, whoever makes what it speaks of. */
function said(configuration: Configuration): string[] {
  return judge(networkOf(configuration), RULES)
    .map(({ rule, outcome, level }) => `${level} ${rule}: ${outcome}`)
    .sort();
}

function rows(configuration: Configuration): string[] {
  return routeTable(networkOf(configuration), {}).routes.map(({ direction, destination, outcome, reason }) =>
    [direction, destination, outcome, reason].join(" "),
  );
}

function errors(configuration: Configuration) {
  return judge(networkOf(configuration), RULES)
    .filter(({ level }) => level === "error")
    .map(({ rule, outcome, address }) => [rule, outcome, address]);
}

/** A part of the network by azapi with another value somewhere in its properties. */
function withProperty(name: keyof typeof BY_AZAPI, path: string, value: unknown): Configuration {
  const all = changed({ resource: { azurerm_x: BY_AZAPI } }, { [`azurerm_x.${name}.body.properties.${path}`]: value });
  return byAzapi(all.resource?.azurerm_x ?? {});
}

function known(field: { readonly state: string; readonly value?: unknown } | undefined): unknown {
  return field?.state === "known" ? field.value : field?.state;
}

describe("what azapi makes", () => {
  test("is judged as what azurerm makes, finding for finding and route for route", () => {
    expect(said(byAzapi())).toEqual(said(SOUND));
    expect(rows(byAzapi()).sort()).toEqual(rows(SOUND).sort());
  });

  test.each<[string, Configuration, string, string]>([
    [
      "a flag that is off",
      withProperty("tunnel", "vpnLinkConnections[0].properties.useLocalAzureIpAddress", false),
      "private-ip-tunnel",
      "azapi_resource.tunnel",
    ],
    [
      "FastPath",
      withProperty("stockholm", "expressRouteGatewayBypass", true),
      "fast-path-off",
      "azapi_resource.stockholm",
    ],
    [
      "a WAN that encrypts nothing",
      withProperty("wan", "disableVpnEncryption", true),
      "encryption-on",
      "azapi_resource.wan",
    ],
    [
      "a peering address that is APIPA",
      withProperty("bergen", "vpnSiteLinks[0].properties.bgpProperties.bgpPeeringAddress", "169.254.21.4"),
      "bgp-peer-not-apipa",
      "azapi_resource.bergen",
    ],
    [
      "a hub that is too small",
      withProperty("hub", "addressPrefix", "10.100.0.0/25"),
      "hub-prefix-size",
      "azapi_resource.hub",
    ],
  ])("is refused for %s", (_, configuration, rule, address) => {
    expect(errors(configuration)).toContainEqual([rule, "violation", address]);
  });

  test("follows static routes, tables and maps of a spoke's routing, and a map acts only where a connection names it", () => {
    const route = { name: "away", addressPrefixes: ["10.31.17.0/24"], nextHopIpAddress: "10.110.0.4" };
    const away = withProperty("app", "routingConfiguration", { vnetRoutes: { staticRoutes: [route] } });
    expect(errors(away)).toEqual([["encrypted-to-onprem", "undecided", "azapi_resource.tunnel"]]);
    const rule = {
      name: "drop",
      nextStepIfMatched: "Terminate",
      matchCriteria: [{ matchCondition: "Contains", routePrefix: ["10.31.16.0/20"] }],
      actions: [{ type: "Drop" }],
    };
    const map = {
      type: "Microsoft.Network/virtualHubs/routeMaps@2024-05-01",
      name: "in",
      parent_id: "${azapi_resource.hub.id}",
      body: { properties: { associatedInboundConnections: ["${azapi_resource.tunnel.id}"], rules: [rule] } },
    };
    expect(errors(byAzapi({ map }))).toEqual([]);
    const routingConfiguration = { inboundRouteMap: { id: "${azapi_resource.map.id}" } };
    const { body } = BY_AZAPI.tunnel;
    const tunnel = { ...BY_AZAPI.tunnel, body: { properties: { ...body.properties, routingConfiguration } } };
    expect(errors(byAzapi({ tunnel, map }))).toEqual([
      ["encrypted-to-onprem", "violation", "azapi_resource.stockholm"],
    ]);
  });

  test("takes a body as JSON text, and leaves open what a body that can't be told may hold", () => {
    const text = { ...BY_AZAPI.stockholm, body: '{"properties":{"expressRouteGatewayBypass":true}}' };
    expect(errors(byAzapi({ stockholm: text }))).toContainEqual([
      "fast-path-off",
      "violation",
      "azapi_resource.stockholm",
    ]);
    const network = networkOf(byAzapi({ stockholm: { ...BY_AZAPI.stockholm, body: "${var.body}" } }));
    expect(network.inputs[0]?.unread.map(({ address }) => address)).toEqual(["azapi_resource.stockholm"]);
  });

  test("is read of hub route tables, routing intent, NAT rules and tables of user-defined routes too", () => {
    const made = (type: string, name: string, parent_id: string, properties: object) => ({
      type: `Microsoft.Network/${type}@2025-01-01`,
      name,
      parent_id,
      body: { properties },
    });
    const { routeTables, routingIntents, natRules, userRouteTables, virtualNetworks, inputs } = networkOf(
      byAzapi({
        table: made("virtualHubs/hubRouteTables", "shared", "${azapi_resource.hub.id}", {
          labels: ["shared"],
          routes: [
            {
              name: "away",
              destinationType: "CIDR",
              destinations: ["10.9.0.0/16"],
              nextHopType: "ResourceId",
              nextHop: "${azapi_resource.app.id}",
            },
          ],
        }),
        intent: made("virtualHubs/routingIntent", "intent", "${azapi_resource.hub.id}", {
          routingPolicies: [{ name: "private", destinations: ["PrivateTraffic"], nextHop: "${azapi_resource.app.id}" }],
        }),
        nat: made("vpnGateways/natRules", "nat", "${azapi_resource.vpngw.id}", {
          mode: "IngressSnat",
          internalMappings: [{ addressSpace: "10.31.16.0/24" }],
          externalMappings: [{ addressSpace: "10.41.16.0/24" }],
        }),
        udr: {
          ...made("routeTables", "udr", "/subscriptions/s/resourceGroups/rg", {
            disableBgpRoutePropagation: true,
            routes: [{ name: "a", properties: { addressPrefix: "10.9.0.0/16", nextHopType: "None" } }],
          }),
        },
        more: made("routeTables/routes", "b", "${azapi_resource.udr.id}", {
          addressPrefix: "10.10.0.0/16",
          nextHopType: "VnetLocal",
        }),
        routed: made("virtualNetworks/subnets", "routed", "${azapi_resource.network.id}", {
          addressPrefixes: ["10.110.1.0/24"],
          routeTable: { id: "${azapi_resource.udr.id}" },
        }),
      }),
    );
    const own = routeTables.find(({ resource }) => resource.address === "azapi_resource.table");
    expect(own?.routes.items.map(({ destinations, nextHop }) => [known(destinations.items[0]), nextHop.state])).toEqual(
      [["10.9.0.0/16", "resolved"]],
    );
    expect(routingIntents.map(({ hub, policies }) => [hub.state, policies.items[0]?.nextHop.state])).toEqual([
      ["resolved", "resolved"],
    ]);
    expect(natRules.map(({ mode, type, gateway }) => [known(mode), type.state, gateway.state])).toEqual([
      ["IngressSnat", "unknown", "resolved"],
    ]);
    expect(
      userRouteTables.map(({ propagatesHubRoutes, routes }) => [
        known(propagatesHubRoutes),
        routes.items.map(({ destination }) => known(destination)),
      ]),
    ).toEqual([[false, ["10.9.0.0/16", "10.10.0.0/16"]]]);
    expect(
      virtualNetworks.flatMap(({ subnets }) => subnets.items.map((one) => [known(one.name), one.routeTables.length])),
    ).toEqual([
      ["routed", 1],
      ["web", 0],
    ]);
    expect(inputs[0]?.unread).toEqual([]);
  });

  test("is joined with what azurerm reads of the same, where azapi reads it", () => {
    const hub = {
      type: "Microsoft.Network/virtualHubs@2024-05-01",
      resource_id: `${GROUP}/providers/Microsoft.Network/virtualHubs/hub-sdc`,
    };
    const { hub: _, ...others } = BY_AZAPI;
    const made = byAzapi();
    const before = networkOf({ ...made, data: { azapi_resource: { same: hub } } });
    expect(before.hubs.map(({ resource }) => resource.address)).toEqual(["azapi_resource.hub"]);
    const { hubs, inputs } = networkOf({
      ...made,
      resource: { ...made.resource, azapi_resource: { ...others, stockholm: BY_AZAPI.stockholm } },
      data: { azapi_resource: { hub } },
    });
    expect(
      hubs.map(({ resource, name, addressPrefix }) => [resource.standing, known(name), addressPrefix.state]),
    ).toContainEqual(["data", "hub-sdc", "unknown"]);
    expect(inputs[0]?.unread).toEqual([]);
  });

  test("has the id that its parent, type and name make", () => {
    const { resources } = networkOf(byAzapi());
    const idOf = (name: string) => resources.find(({ address }) => address === `azapi_resource.${name}`)?.attributes.id;
    expect(idOf("hub")).toBe(`${GROUP}/providers/Microsoft.Network/virtualHubs/hub-sdc`);
    expect(typeof idOf("tunnel")).toBe("undefined");
  });

  test("leaves open a peering that is off, what stands beside an id, and a body that changes are ignored of", () => {
    const unread = (configuration: Configuration) =>
      networkOf(configuration).inputs[0]?.unread.map((one) => one.address);
    expect(unread(withProperty("peering", "state", "Disabled"))).toEqual([
      "azapi_resource.peering.body.properties.state",
    ]);
    expect(unread(withProperty("web", "routeTable", { properties: { routes: [] } }))).toEqual([
      "azapi_resource.web.body.properties.routeTable.properties",
    ]);
    const hub = { ...BY_AZAPI.hub, ignore_body_changes: ["properties.addressPrefix"] };
    expect(unread(byAzapi({ hub }))).toEqual(["azapi_resource.hub.ignore_body_changes"]);
  });

  test("names each property that nobody reads", () => {
    const network = networkOf(withProperty("vpngw", "connections", [{ name: "more" }]));
    expect(network.inputs[0]?.unread).toEqual([
      {
        address: "azapi_resource.vpngw.body.properties.connections",
        reason: "is set and not modelled: it could change anything",
        unknown: { decidedBy: ["azapi_resource.vpngw.body.properties.connections"] },
        brings: ["azurerm_vpn_gateway"],
      },
    ]);
  });

  test("shows no key", () => {
    const key = "qV7nT2kLs9WzYp4Xb6Rc";
    const literal = withProperty("tunnel", "vpnLinkConnections[0].properties.sharedKey", key);
    const network = networkOf(literal);
    const findings = judge(network, RULES);
    expect(findings.map(({ rule }) => rule)).toContain("preshared-key-secret");
    expect(JSON.stringify([findings, network.resources.map(({ attributes }) => attributes)])).not.toContain(key);
  });
});
