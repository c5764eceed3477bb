import { complaintsOf } from "../../../support/complaints";
import { networkOf, networkOfInputs, tf } from "../../../support/network";

const ids = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
const WAN = `${ids}/virtualWans/wan`;
const GATEWAY = `${ids}/expressRouteGateways/er`;

const READ = {
  data: {
    azurerm_virtual_hub: { weu: { name: "weu", resource_group_name: "rg" } },
    azurerm_vpn_gateway: { weu: { name: "vpn", resource_group_name: "rg" } },
  },
  resource: {
    azurerm_express_route_connection: { ams: { name: "ams", express_route_gateway_id: GATEWAY } },
    azurerm_virtual_hub: { neu: { name: "neu", virtual_wan_id: WAN } },
  },
};

function completeIn({ intent }: ReturnType<typeof networkOf>): readonly string[] {
  return [...intent.existing.complete].map(({ resource }) => resource.address).sort();
}

function stating(existing: object) {
  return { ...READ, output: { network_intent: { value: { existing } } } };
}

test("an existing part is complete where that is stated by its address or by its id", () => {
  const network = networkOf(
    stating({
      "data.azurerm_vpn_gateway.weu": "complete",
      "data.azurerm_virtual_hub.weu": null,
      [GATEWAY.toUpperCase()]: "complete",
      [WAN]: "complete",
    }),
  );
  expect(completeIn(network)).toEqual([GATEWAY, WAN, "data.azurerm_vpn_gateway.weu"]);
});

test("an intent file speaks of all inputs", () => {
  const network = networkOfInputs({ one: READ }, { intent: { existing: { [WAN]: "complete" } } });
  expect(completeIn(network)).toEqual([WAN]);
});

test("an output says nothing of what its own input doesn't refer to", () => {
  const network = networkOfInputs({
    one: READ,
    two: { output: { network_intent: { value: { existing: { [WAN]: "complete" } } } } },
  });
  expect(completeIn(network)).toEqual([]);
});

test("a data source of what another input makes stands for that", () => {
  const made = { id: `${ids}/vpnGateways/vpn`, name: "vpn" };
  const network = networkOfInputs({
    one: { resource: { azurerm_vpn_gateway: { weu: made } } },
    two: {
      data: { azurerm_vpn_gateway: { theirs: made } },
      output: { network_intent: { value: { existing: { "data.azurerm_vpn_gateway.theirs": "complete" } } } },
    },
  });
  expect(completeIn(network)).toEqual(["azurerm_vpn_gateway.weu"]);
});

test("what nobody knows yet may say it of everything", () => {
  const { intent } = networkOf(stating({ "data.azurerm_vpn_gateway.weu": tf("var.complete") }));
  expect(intent.existing).toEqual({
    complete: new Set(),
    unknowns: [{ decidedBy: ["var.complete"], expression: "${var.complete}" }],
  });
});

test("an address that nothing has is an error, with the nearest one", () => {
  expect(complaintsOf(() => networkOf(stating({ "data.azurerm_vpn_gateway.wue": "complete" })))).toEqual([
    "cdk.tf.json: output.network_intent: there is no existing gateway, hub or WAN data.azurerm_vpn_gateway.wue; near it: data.azurerm_vpn_gateway.weu",
  ]);
});

test("there is nothing else to say", () => {
  expect(complaintsOf(() => networkOf(stating({ "data.azurerm_vpn_gateway.weu": "partly" })))).toEqual([
    'cdk.tf.json: output.network_intent: existing["data.azurerm_vpn_gateway.weu"] is "partly"; right is "complete", the only thing there is to say',
  ]);
});
