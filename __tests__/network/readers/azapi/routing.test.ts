import { judge } from "../../../../policies/judge/judge";
import { RULES } from "../../../../policies/rules/catalogue";
import { networkOf } from "../../../support/network";
import { BY_AZAPI, byAzapi, GROUP } from "./azapi-network";

/** The spoke's connection with routing of its own. */
function withRouting(routingConfiguration: object) {
  const { properties } = BY_AZAPI.app.body;
  return { app: { ...BY_AZAPI.app, body: { properties: { ...properties, routingConfiguration } } } };
}

function known(field: { readonly state: string; readonly value?: unknown } | undefined): unknown {
  return field?.state === "known" ? field.value : field?.state;
}

function errors(configuration: ReturnType<typeof byAzapi>) {
  return judge(networkOf(configuration), RULES).filter(({ level }) => level === "error");
}

describe("routing by azapi", () => {
  test("takes the routing of a spoke from the connection policy that it names, and leaves open what the policy doesn't say", () => {
    const policy = (properties: object) => ({
      type: "Microsoft.Network/virtualHubs/connectionPolicies@2025-09-01",
      name: "policy",
      parent_id: "${azapi_resource.hub.id}",
      body: { properties },
    });
    const routed = (id: string, others: object) => {
      const { properties } = BY_AZAPI.app.body;
      const app = { ...BY_AZAPI.app, body: { properties: { ...properties, connectionPolicy: { id } } } };
      const { spokeConnections, inputs } = networkOf(byAzapi({ app, ...others }));
      expect(inputs[0]?.unread).toEqual([]);
      return spokeConnections.map((one) => [
        one.routing.propagatedLabels.items.map(known),
        one.routing.propagatedLabels.unknown?.decidedBy,
        known(one.internetSecurity),
      ]);
    };
    const labels = {
      routingConfiguration: { propagatedRouteTables: { labels: ["none"] } },
      enableInternetSecurity: true,
    };
    const named = "${azapi_resource.policy.id}";
    expect(routed(named, { policy: policy(labels) })).toEqual([[["none"], undefined, true]]);
    expect(routed(named, { policy: policy({}) })).toEqual([
      [[], ["azapi_resource.policy.body.properties.routingConfiguration"], "unknown"],
    ]);
    expect(routed(`${GROUP}/providers/Microsoft.Network/virtualHubs/hub-sdc/connectionPolicies/x`, {})).toEqual([
      [[], ["azapi_resource.app.body.properties.connectionPolicy"], "unknown"],
    ]);
  });

  test("is the default table of its hub where it has that name, whoever means it by what id", () => {
    const hub = `${GROUP}/providers/Microsoft.Network/virtualHubs/hub-sdc`;
    const table = {
      type: "Microsoft.Network/virtualHubs/hubRouteTables@2025-01-01",
      name: "defaultRouteTable",
      parent_id: "${azapi_resource.hub.id}",
      body: { properties: { labels: ["default"] } },
    };
    for (const id of [`${hub}/hubRouteTables/defaultRouteTable`, "${azapi_resource.table.id}"]) {
      const routing = { associatedRouteTable: { id } };
      const { routeTables } = networkOf(byAzapi({ table, ...withRouting(routing) }));
      expect(routeTables.map(({ resource, isDefault }) => [resource.address, isDefault])).toEqual([
        ["azapi_resource.table", true],
      ]);
    }
    expect(errors(byAzapi({ table }))).toEqual([]);
  });
});
