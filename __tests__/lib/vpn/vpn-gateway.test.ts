import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { resolved } from "../../../lib/terraform/resolved";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { objectOf } from "../../../scripts/azurerm-schema";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

/** The condition that private addresses are inside a prefix, as it stands in the expression. */
function inside(prefix: string): string {
  const network = (length: string) => `cidrhost(join("/", [c.private_ip_address, ${length}]), 0)`;
  return reference(
    `alltrue([for c in self.ip_configuration : ${network(`split("/", ${prefix})[1]`)} == cidrhost(${prefix}, 0) if can(${network('"32"')})])`,
  );
}

function privateAddress(gateway: string, instance: string): string {
  return reference(`one([for c in ${gateway}.ip_configuration : c.private_ip_address if c.id == "${instance}"])`);
}

function bgpAddress(gateway: string, instance: 0 | 1): string {
  return reference(`one(flatten(${gateway}.bgp_settings[*].instance_${instance}_bgp_peering_address[*].default_ips))`);
}

test("a gateway has one scale unit, leaves BGP to Azure, and must have its private addresses inside the hub", () => {
  const stack = emptyStack();
  new VpnGateway(stack, "vpn", { hub: hubIn(stack), name: "vpngw-weu" });
  expect(resourceOf(stack, "azurerm_vpn_gateway")).toEqual({
    name: "vpngw-weu",
    resource_group_name: "rg",
    location: "westeurope",
    virtual_hub_id: reference("azurerm_virtual_hub.hub.id"),
    scale_unit: 1,
    lifecycle: {
      postcondition: [
        {
          condition: inside('"10.100.0.0/23"'),
          error_message: "A private address of the VPN gateway is outside the prefix of its hub, 10.100.0.0/23.",
        },
      ],
    },
    timeouts: { create: "90m", update: "90m", delete: "90m" },
  });
});

test("everything else about a gateway can be set; its ASN is Azure's", () => {
  const stack = emptyStack();
  new VpnGateway(stack, "vpn", {
    hub: hubIn(stack),
    name: "vpngw-weu",
    resourceGroupName: "rg-vpn",
    location: "West Europe",
    scaleUnits: 40,
    routingPreference: "Internet",
    customBgpAddresses: { instance0: ["169.254.21.2", "169.254.22.2"], instance1: ["169.254.21.6"] },
    bgpPeerWeight: 5,
    bgpRouteTranslationForNat: true,
    tags: { owner: "net" },
  });
  expect(resourceOf(stack, "azurerm_vpn_gateway")).toMatchObject({
    resource_group_name: "rg-vpn",
    location: "West Europe",
    scale_unit: 40,
    routing_preference: "Internet",
    bgp_settings: {
      asn: 65515,
      peer_weight: 5,
      instance_0_bgp_peering_address: { custom_ips: ["169.254.21.2", "169.254.22.2"] },
      instance_1_bgp_peering_address: { custom_ips: ["169.254.21.6"] },
    },
    bgp_route_translation_for_nat_enabled: true,
    tags: { owner: "net" },
  });
});

test("a weight alone leaves the addresses to Azure", () => {
  const stack = emptyStack();
  new VpnGateway(stack, "vpn", { hub: hubIn(stack), name: "vpngw-weu", bgpPeerWeight: 0 });
  expect(resourceOf(stack, "azurerm_vpn_gateway").bgp_settings).toEqual({ asn: 65515, peer_weight: 0 });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  new VpnGateway(stack, "vpn", {
    hub: hubIn(stack),
    name: variable.stringValue,
    resourceGroupName: variable.stringValue,
    location: variable.stringValue,
    scaleUnits: variable.numberValue,
    routingPreference: variable.value,
    customBgpAddresses: { instance0: variable.listValue, instance1: [variable.stringValue] },
    bgpPeerWeight: variable.numberValue,
    bgpRouteTranslationForNat: variable.booleanValue,
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_vpn_gateway")).toMatchObject({
    name: v,
    resource_group_name: v,
    location: v,
    scale_unit: v,
    routing_preference: v,
    bgp_settings: {
      peer_weight: v,
      instance_0_bgp_peering_address: { custom_ips: v },
      instance_1_bgp_peering_address: { custom_ips: [v] },
    },
    bgp_route_translation_for_nat_enabled: v,
  });
});

test("all that is wrong with a gateway is said at once", () => {
  const stack = emptyStack();
  const wrong = {
    hub: hubIn(stack),
    name: "",
    resourceGroupName: "",
    location: "",
    scaleUnits: 0,
    routingPreference: JSON.parse('"internet"'),
    customBgpAddresses: { instance0: ["169.254.21.2/32"], instance1: ["fe80::1"] },
    bgpPeerWeight: 101,
  };
  expect(complaintsOf(() => new VpnGateway(stack, "vpn", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "scaleUnits: 0 is not a whole number from 1 to 40 (https://learn.microsoft.com/azure/virtual-wan/gateway-settings)",
    'routingPreference: "internet" is not one of "Microsoft Network", "Internet"',
    'customBgpAddresses.instance0[0]: "169.254.21.2/32" is not an IP address: an address has no mask',
    'customBgpAddresses.instance1[0]: "fe80::1" is not an IP address: Azure takes IPv4 only here',
    "bgpPeerWeight: 101 is not a whole number from 0 to 100",
    "location: it is empty",
  ]);
});

test("a gateway in a hub that is known by id needs a location, and can't check its addresses", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  expect(complaintsOf(() => hub.addVpnGateway("vpn", { name: "vpn" }))).toEqual([
    "location: give it, since the hub is known by id only",
  ]);
  hub.addVpnGateway("vpn2", { name: "vpn", location: "westeurope" });
  expect(resourceOf(stack, "azurerm_vpn_gateway")).toEqual({
    name: "vpn",
    resource_group_name: "rg",
    location: "westeurope",
    virtual_hub_id: `${NETWORK}/virtualHubs/hub`,
    scale_unit: 1,
    timeouts: { create: "90m", update: "90m", delete: "90m" },
  });
});

test("a gateway in an existing hub checks its addresses against the prefix that Azure tells", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { name: "hub", resourceGroupName: "rg" });
  hub.addVpnGateway("vpn", { name: "vpn" });
  expect(resourceOf(stack, "azurerm_vpn_gateway").lifecycle).toEqual({
    postcondition: [
      {
        condition: inside("data.azurerm_virtual_hub.hub.address_prefix"),
        error_message: `A private address of the VPN gateway is outside the prefix of its hub, ${reference("data.azurerm_virtual_hub.hub.address_prefix")}.`,
      },
    ],
  });
});

test("addresses are read from the gateway, by instance, and are a Terraform output", () => {
  const stack = emptyStack();
  const gateway = new VpnGateway(stack, "vpn", { hub: hubIn(stack), name: "vpngw-weu" });
  const addresses = {
    instance0: {
      privateAddress: privateAddress("azurerm_vpn_gateway.vpn", "Instance0"),
      bgpAddress: bgpAddress("azurerm_vpn_gateway.vpn", 0),
    },
    instance1: {
      privateAddress: privateAddress("azurerm_vpn_gateway.vpn", "Instance1"),
      bgpAddress: bgpAddress("azurerm_vpn_gateway.vpn", 1),
    },
  };
  const { instance0, instance1 } = gateway;
  expect(
    resolved(stack, {
      instance0: { privateAddress: instance0.privateAddress, bgpAddress: instance0.bgpAddress },
      instance1: { privateAddress: instance1.privateAddress, bgpAddress: instance1.bgpAddress },
    }),
  ).toEqual(addresses);
  expect(terraformOf(stack).output).toEqual({
    [gateway.addresses.friendlyUniqueId]: {
      description: "Per instance of the VPN gateway: the private address where tunnels end, and the BGP address.",
      value: addresses,
    },
  });
});

test("an address can be used in other expressions, and in other stacks", () => {
  const app = new App();
  const [weu, device] = [new TerraformStack(app, "weu"), new TerraformStack(app, "device")];
  for (const stack of [weu, device]) {
    new AzurermProvider(stack, "azurerm", { features: [{}] });
  }
  const { instance0 } = new VpnGateway(weu, "vpn", { hub: hubIn(weu), name: "vpngw-weu" });
  new TerraformOutput(weu, "joined", { value: Fn.join("/", [instance0.privateAddress, "32"]) });
  new TerraformOutput(device, "peer", { value: instance0.privateAddress });
  weu.prepareStack();
  device.prepareStack();
  const expression =
    'one([for c in azurerm_vpn_gateway.vpn.ip_configuration : c.private_ip_address if c.id == "Instance0"])';
  expect(objectOf(terraformOf(weu).output).joined).toEqual({ value: reference(`join("/", [${expression}, "32"])`) });
  expect(Object.values(objectOf(terraformOf(weu).output))).toContainEqual({
    value: reference(expression),
    sensitive: true,
  });
  expect(objectOf(objectOf(terraformOf(device).output).peer).value).toMatch(/^\$\{data\.terraform_remote_state\./);
});

test("an existing gateway that is read by name has to be as stated, and has addresses", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { name: "hub", resourceGroupName: "rg" });
  const gateway = VpnGateway.fromAttributes(stack, "vpn", { name: "vpngw-weu", hub, scaleUnits: 2 });
  expect(hub.vpnGateway).toBe(gateway);
  expect(dataSourceOf(stack, "azurerm_vpn_gateway")).toEqual({
    name: "vpngw-weu",
    resource_group_name: "rg",
    lifecycle: {
      postcondition: [
        {
          condition: reference("self.scale_unit == 2"),
          error_message: `The scale_unit of VPN gateway vpngw-weu is ${reference("jsonencode(self.scale_unit)")}, but 2 is stated.`,
        },
        {
          condition: reference("lower(self.virtual_hub_id) == lower(data.azurerm_virtual_hub.hub.id)"),
          error_message: `The virtual_hub_id of VPN gateway vpngw-weu is ${reference("jsonencode(self.virtual_hub_id)")}, but ${reference("data.azurerm_virtual_hub.hub.id")} is stated.`,
        },
        {
          condition: inside("data.azurerm_virtual_hub.hub.address_prefix"),
          error_message: `A private address of the VPN gateway is outside the prefix of its hub, ${reference("data.azurerm_virtual_hub.hub.address_prefix")}.`,
        },
      ],
    },
  });
  expect(
    resolved(stack, [gateway.vpnGatewayId, gateway.instance1?.privateAddress, gateway.instance0?.bgpAddress]),
  ).toEqual([
    reference("data.azurerm_vpn_gateway.vpn.id"),
    privateAddress("data.azurerm_vpn_gateway.vpn", "Instance1"),
    bgpAddress("data.azurerm_vpn_gateway.vpn", 0),
  ]);
  expect(Object.keys(objectOf(terraformOf(stack).output))).toEqual(["vpn_gateway_addresses_vpn"]);
});

test("of an existing gateway in a hub that is known by id, the hub is checked, whatever the case of its id", () => {
  const stack = emptyStack();
  const virtualHubId = `${NETWORK}/virtualHubs/hub`;
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId });
  VpnGateway.fromAttributes(stack, "vpn", { name: "vpngw-weu", hub, resourceGroupName: "rg-vpn" });
  expect(dataSourceOf(stack, "azurerm_vpn_gateway")).toEqual({
    name: "vpngw-weu",
    resource_group_name: "rg-vpn",
    lifecycle: {
      postcondition: [
        {
          condition: reference(`lower(self.virtual_hub_id) == lower("${virtualHubId}")`),
          error_message: `The virtual_hub_id of VPN gateway vpngw-weu is ${reference("jsonencode(self.virtual_hub_id)")}, but ${virtualHubId} is stated.`,
        },
      ],
    },
  });
});

test("an existing gateway is used by its id, and becomes that of a hub", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: `${NETWORK}/virtualHubs/hub` });
  const vpnGatewayId = `${NETWORK}/vpnGateways/vpn`;
  const gateway = VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId, hub });
  expect([gateway.vpnGatewayId, gateway.hub, gateway.instance0, gateway.instance1]).toEqual([
    vpnGatewayId,
    hub,
    undefined,
    undefined,
  ]);
  expect(hub.vpnGateway).toBe(gateway);
  expect(VpnGateway.fromAttributes(stack, "other", { vpnGatewayId }).hub).toBeUndefined();
  expect(terraformOf(stack).data).toBeUndefined();
});

test("what is wrong with the attributes of an existing gateway is said", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  hub.addVpnGateway("vpn", { name: "vpn" });
  expect(complaintsOf(() => VpnGateway.fromAttributes(stack, "a", { vpnGatewayId: "vpn", hub }))).toEqual([
    'vpnGatewayId: "vpn" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/vpnGateways/...',
    "hub: it has a VPN gateway already, weu/hub/vpn, and can have one only",
  ]);
  expect(complaintsOf(() => VpnGateway.fromAttributes(stack, "b", { name: "", resourceGroupName: "", hub }))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "hub: it has a VPN gateway already, weu/hub/vpn, and can have one only",
  ]);
});
