import { TerraformVariable } from "cdktf";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { PrivatePeering } from "../../../lib/express-route/private-peering";
import { InvalidConstructError } from "../../../lib/terraform/complaints";
import { resolved } from "../../../lib/terraform/resolved";
import { NETWORK } from "../a-hub";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const CIRCUIT_ID = `${NETWORK}/expressRouteCircuits/erc-ams`;
const SUBNETS = { primary: "172.16.0.0/30", secondary: "172.16.0.4/30" };
const MD5_KEY = "hV3nQ8sLr5TzWk2Yb7Xc";

function circuitIn(stack: ReturnType<typeof emptyStack>) {
  return ExpressRouteCircuit.fromAttributes(stack, "ams", { expressRouteCircuitId: CIRCUIT_ID });
}

test("a private peering has an ASN, a VLAN and two subnets", () => {
  const stack = emptyStack();
  circuitIn(stack).addPrivatePeering("private", { peerAsn: 65001, vlanId: 100, subnets: SUBNETS });
  expect(resourceOf(stack, "azurerm_express_route_circuit_peering")).toEqual({
    express_route_circuit_name: "erc-ams",
    resource_group_name: "rg",
    peering_type: "AzurePrivatePeering",
    peer_asn: 65001,
    vlan_id: 100,
    primary_peer_address_prefix: "172.16.0.0/30",
    secondary_peer_address_prefix: "172.16.0.4/30",
  });
});

test("a peering that the provider made has no subnets of ours", () => {
  const stack = emptyStack();
  circuitIn(stack).addPrivatePeering("private", { peerAsn: 65001, vlanId: 100 });
  expect(resourceOf(stack, "azurerm_express_route_circuit_peering")).toEqual({
    express_route_circuit_name: "erc-ams",
    resource_group_name: "rg",
    peering_type: "AzurePrivatePeering",
    peer_asn: 65001,
    vlan_id: 100,
  });
});

test("the MD5 key is a sensitive variable", () => {
  const stack = emptyStack();
  const key = new TerraformVariable(stack, "md5", { type: "string", sensitive: true });
  const circuit = circuitIn(stack);
  circuit.addPrivatePeering("a", { peerAsn: 65001, vlanId: 100, sharedKey: key });
  expect(resourceOf(stack, "azurerm_express_route_circuit_peering").shared_key).toBe(reference("var.md5"));
  expect(() =>
    circuit.addPrivatePeering("b", { peerAsn: 65001, vlanId: 100, sharedKey: key.stringValue }),
  ).not.toThrow();
});

test.each([
  [
    "in the clear",
    () => MD5_KEY,
    "a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
  ],
  [
    "in a variable that isn't sensitive",
    (variable: TerraformVariable) => variable,
    "variable md5 is not sensitive, so its value would show in plans",
  ],
  [
    "as a reference to a variable that isn't sensitive",
    (variable: TerraformVariable) => variable.stringValue,
    "variable md5 is not sensitive, so its value would show in plans",
  ],
  [
    "as text that refers to a variable that isn't sensitive",
    () => reference("var.md5"),
    "variable md5 is not sensitive, so its value would show in plans",
  ],
])("an MD5 key %s is refused and not shown", (_how, keyFrom, problem) => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "md5", { type: "string", default: MD5_KEY });
  let thrown: unknown;
  try {
    circuitIn(stack).addPrivatePeering("private", { peerAsn: 65001, vlanId: 100, sharedKey: keyFrom(variable) });
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof InvalidConstructError)) {
    throw new Error("not refused");
  }
  expect(thrown.complaints).toEqual([`sharedKey: ${problem}`]);
  expect(`${thrown.message}${thrown.stack}${JSON.stringify(thrown)}`).not.toContain(MD5_KEY);
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", { sensitive: true });
  const text = variable.stringValue;
  circuitIn(stack).addPrivatePeering("private", {
    peerAsn: variable.numberValue,
    vlanId: variable.numberValue,
    subnets: { primary: text, secondary: text },
    sharedKey: text,
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_express_route_circuit_peering")).toMatchObject({
    peer_asn: v,
    vlan_id: v,
    primary_peer_address_prefix: v,
    secondary_peer_address_prefix: v,
    shared_key: v,
  });
});

test("all that is wrong with a peering is said at once", () => {
  const wrong = {
    peerAsn: 0,
    vlanId: 4095,
    subnets: { primary: "172.16.0.1/30", secondary: "172.16.0.4" },
    sharedKey: MD5_KEY,
  };
  expect(complaintsOf(() => circuitIn(emptyStack()).addPrivatePeering("private", wrong))).toEqual([
    "peerAsn: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
    "vlanId: 4095 is not a whole number from 1 to 4094 (802.1Q)",
    'subnets.primary: "172.16.0.1/30" is not a prefix: it has host bits set; right would be 172.16.0.0/30',
    'subnets.secondary: "172.16.0.4" is not a prefix: it has no mask',
    "sharedKey: a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
  ]);
});

test("an existing peering is used by its id", () => {
  const stack = emptyStack();
  const expressRouteCircuitPeeringId = `${CIRCUIT_ID}/peerings/AzurePrivatePeering`;
  const peering = PrivatePeering.fromAttributes(stack, "private", { expressRouteCircuitPeeringId });
  expect(peering.expressRouteCircuitPeeringId).toBe(expressRouteCircuitPeeringId);
  expect(terraformOf(stack).data).toBeUndefined();
  const wrong = { expressRouteCircuitPeeringId: CIRCUIT_ID };
  expect(complaintsOf(() => PrivatePeering.fromAttributes(stack, "wrong", wrong))).toEqual([
    `expressRouteCircuitPeeringId: "${CIRCUIT_ID}" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/expressRouteCircuits/.../peerings/...`,
  ]);
});

test("an existing peering that is read by its circuit has to be as stated", () => {
  const stack = emptyStack();
  const peering = PrivatePeering.fromAttributes(stack, "private", {
    circuitName: "erc-ams",
    resourceGroupName: "rg",
    subnets: SUBNETS,
    peerAsn: 65001,
    vlanId: 100,
  });
  const { lifecycle, ...rest } = dataSourceOf(stack, "azurerm_express_route_circuit_peering");
  expect(rest).toEqual({
    express_route_circuit_name: "erc-ams",
    resource_group_name: "rg",
    peering_type: "AzurePrivatePeering",
  });
  expect(lifecycle).toMatchObject({
    postcondition: [
      { condition: reference('self.primary_peer_address_prefix == "172.16.0.0/30"') },
      { condition: reference('self.secondary_peer_address_prefix == "172.16.0.4/30"') },
      { condition: reference("self.peer_asn == 65001") },
      { condition: reference("self.vlan_id == 100") },
    ],
  });
  expect(resolved(stack, peering.expressRouteCircuitPeeringId)).toBe(
    reference("data.azurerm_express_route_circuit_peering.private.id"),
  );
});

test("what is wrong with the attributes of an existing peering is said", () => {
  const wrong = { circuitName: "", resourceGroupName: "", vlanId: 0 };
  expect(complaintsOf(() => PrivatePeering.fromAttributes(emptyStack(), "private", wrong))).toEqual([
    "circuitName: it is empty",
    "resourceGroupName: it is empty",
    "vlanId: 0 is not a whole number from 1 to 4094 (802.1Q)",
  ]);
});
