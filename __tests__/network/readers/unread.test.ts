import { readPlan } from "../../../network/readers/plan/read-plan";
import type { JsonObject } from "../../../text/json";
import { networkOf } from "../../support/network";
import { change, configured, planJson } from "./plan/plan-json";

function unreadOf(resource: Record<string, Record<string, unknown>>) {
  return networkOf({ resource }).inputs.flatMap(({ unread }) =>
    unread.map(({ address, reason }) => `${address} ${reason}`),
  );
}

describe("what no rule can speak of is named, and nothing passes beside it", () => {
  test("a type of networks that this version has never heard of", () => {
    expect(unreadOf({ azurerm_virtual_hub_extra: { x: { name: "x" } } })).toEqual([
      "azurerm_virtual_hub_extra.x is of type azurerm_virtual_hub_extra, which this version doesn't know: it could change anything",
    ]);
    expect(unreadOf({ azurerm_storage_account: { x: { name: "x" } } })).toEqual([]);
  });

  test("a tunnel over the private addresses of a gateway in a virtual network, and no other of its tunnels", () => {
    const connection = (local_azure_ip_address_enabled: unknown) =>
      unreadOf({ azurerm_virtual_network_gateway_connection: { x: { local_azure_ip_address_enabled } } });
    const said =
      "azurerm_virtual_network_gateway_connection.x is a tunnel over the private addresses of a gateway in a virtual network, which no rule judges";
    expect([true, "true", "${var.private}"].map(connection)).toEqual([[said], [said], [said]]);
    expect([false, null].map(connection)).toEqual([[], []]);
  });

  test("an attribute that nobody reads, where somebody sets it to what could change something", () => {
    const peering = (ipv4_enabled: unknown) =>
      unreadOf({ azurerm_express_route_circuit_peering: { p: { peering_type: "AzurePrivatePeering", ipv4_enabled } } });
    const said =
      "azurerm_express_route_circuit_peering.p.ipv4_enabled is set and not modelled: it could switch private peering off, so that no tunnel comes up";
    expect([false, "${var.on}", true, "true", null].map(peering)).toEqual([[said], [said], [], [], []]);
  });

  test("a template that speaks of such a network, and nothing of its text is kept", () => {
    const content = (type: string) => JSON.stringify({ resources: [{ type, properties: { psk: "Hemlig7" } }] });
    const read = (type: string) =>
      readPlan(
        "plan.json",
        planJson({
          changes: [
            change({
              base: "azurerm_resource_group_template_deployment.t",
              after: { name: "t", template_content: content(type) },
            }),
          ],
        }),
      );
    const hub = read("Microsoft.Network/virtualHubs/routeMaps");
    expect(hub.unread.map(({ reason }) => reason)).toEqual([
      "deploys a template that speaks of Microsoft.Network/virtualHubs/routeMaps, and templates aren't read",
    ]);
    expect(read("Microsoft.Storage/storageAccounts").unread).toEqual([]);
    expect(JSON.stringify(hub)).not.toContain("Hemlig7");
  });
});

describe("the body of what azapi makes", () => {
  test("may go on in sensitive_body, which no plan tells", () => {
    const after = {
      type: "Microsoft.Network/virtualWans@2024-05-01",
      name: "w",
      body: { properties: { type: "Standard" } },
      sensitive_body: null,
    };
    const changes = [change({ base: "azapi_resource.w", after })];
    const unreadOf = (expressions: JsonObject) => {
      const plan = planJson({ changes, root: { resources: [configured("azapi_resource.w", expressions)] } });
      return readPlan("plan.json", plan).unread.map(({ address }) => address);
    };
    expect(unreadOf({ type: { constant_value: after.type } })).toEqual([]);
    expect(unreadOf({ sensitive_body: { references: ["var.more"] } })).toEqual(["azapi_resource.w.sensitive_body"]);
  });

  test("is kept nowhere but for what is read of it, for it may hold secrets", () => {
    const body = { properties: { sharedKey: "Hemlig7" } };
    const after = { type: "Microsoft.Network/vpnGateways/vpnConnections@2024-05-01", name: "c", body };
    const plan = planJson({ changes: [change({ base: "azapi_resource.c", after })] });
    const { resources, unread } = readPlan("plan.json", plan);
    expect(resources.map(({ type, attributes }) => [type, attributes])).toEqual([
      ["azurerm_vpn_gateway_connection", { name: "c" }],
    ]);
    expect(unread.map(({ address }) => address)).toEqual(["azapi_resource.c.body.properties.sharedKey"]);
    const configured = networkOf({ resource: { azapi_resource: { c: after } } });
    expect(JSON.stringify(configured.resources)).not.toContain("Hemlig7");
  });
});
