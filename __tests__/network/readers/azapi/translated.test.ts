import { routeTable } from "../../../../paths/table";
import { judge } from "../../../../policies/judge/judge";
import { RULES } from "../../../../policies/rules/catalogue";
import { changed } from "../../../policies/rules/judging";
import { SOUND } from "../../../policies/rules/sound";
import { type Configuration, networkOf } from "../../../support/network";
import { BY_AZAPI, byAzapi } from "./azapi-network";

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

  test("names each property that nobody reads", () => {
    const network = networkOf(withProperty("vpngw", "connections", [{ name: "more" }]));
    expect(network.inputs[0]?.unread).toEqual([
      {
        address: "azapi_resource.vpngw.body.properties.connections",
        reason: "is set and not modelled: it could change anything",
        unknown: { decidedBy: ["azapi_resource.vpngw.body.properties.connections"] },
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
