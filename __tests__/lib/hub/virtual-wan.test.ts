import { TerraformVariable, Token } from "cdktf";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { objectOf } from "../../../scripts/azurerm-schema";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, resourcesOf, terraformOf } from "../terraform";

const WAN = { name: "wan-corp", resourceGroupName: "rg-net", location: "westeurope" };
const WAN_ID = "/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network/virtualWans/wan-corp";
const HUB = { name: "hub-weu", location: "westeurope", addressPrefix: "10.100.0.0/23" };

test("a WAN is Standard and lets branches reach each other, and says nothing else", () => {
  const stack = emptyStack();
  new VirtualWan(stack, "wan", WAN);
  expect(terraformOf(stack).resource).toEqual({
    azurerm_virtual_wan: {
      wan: {
        name: "wan-corp",
        resource_group_name: "rg-net",
        location: "westeurope",
        type: "Standard",
        allow_branch_to_branch_traffic: true,
        timeouts: { create: "60m", update: "60m", delete: "60m" },
      },
    },
  });
});

test("branch-to-branch, Microsoft 365 breakout and tags can be set", () => {
  const stack = emptyStack();
  new VirtualWan(stack, "wan", {
    ...WAN,
    allowBranchToBranch: false,
    office365Breakout: "OptimizeAndAllow",
    tags: { owner: "net" },
  });
  expect(resourceOf(stack, "azurerm_virtual_wan")).toMatchObject({
    allow_branch_to_branch_traffic: false,
    office365_local_breakout_category: "OptimizeAndAllow",
    tags: { owner: "net" },
  });
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  new VirtualWan(stack, "wan", {
    name: variable.stringValue,
    resourceGroupName: variable.stringValue,
    location: variable.stringValue,
    allowBranchToBranch: variable.booleanValue,
    office365Breakout: Token.asAny(variable.value),
    tags: { owner: variable.stringValue },
  });
  expect(resourceOf(stack, "azurerm_virtual_wan")).toMatchObject({
    name: "${var.v}",
    resource_group_name: "${var.v}",
    location: "${var.v}",
    allow_branch_to_branch_traffic: "${var.v}",
    office365_local_breakout_category: "${var.v}",
    tags: { owner: "${var.v}" },
  });
});

test("all that is wrong with a WAN is said at once", () => {
  const wrong = { name: "", resourceGroupName: "", location: "", office365Breakout: JSON.parse('"Some"') };
  expect(complaintsOf(() => new VirtualWan(emptyStack(), "wan", wrong))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "location: it is empty",
    'office365Breakout: "Some" is not one of "None", "Optimize", "OptimizeAndAllow", "All"',
  ]);
});

test("a hub of a WAN is in its resource group by default", () => {
  const stack = emptyStack();
  new VirtualWan(stack, "wan", WAN).addHub("weu", HUB);
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    name: "hub-weu",
    resource_group_name: "rg-net",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
  });
});

test("an existing WAN is used by its id, with nothing in Terraform for it", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { virtualWanId: WAN_ID });
  expect(terraformOf(stack).data).toBeUndefined();
  wan.addHub("weu", HUB);
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    virtual_wan_id: WAN_ID,
    resource_group_name: "rg-net",
  });
});

test("the id of an existing WAN may be one that only Terraform knows", () => {
  const stack = emptyStack();
  const id = new TerraformVariable(stack, "wan_id", { type: "string" });
  VirtualWan.fromAttributes(stack, "token", { virtualWanId: id.stringValue }).addHub("a", HUB);
  VirtualWan.fromAttributes(stack, "text", { virtualWanId: "${var.wan_id}" }).addHub("b", HUB);
  const hubs = Object.values(resourcesOf(stack, "azurerm_virtual_hub")).map(objectOf);
  expect(hubs.map((hub) => hub.virtual_wan_id)).toEqual([reference("var.wan_id"), reference("var.wan_id")]);
  expect(hubs.map((hub) => hub.resource_group_name).sort()).toEqual([
    reference(`element(split("/", "${reference("var.wan_id")}"), 4)`),
    reference('element(split("/", var.wan_id), 4)'),
  ]);
});

test("an existing WAN that is read by name has to be Standard and encrypt, else Terraform refuses to plan", () => {
  const stack = emptyStack();
  const wan = VirtualWan.fromAttributes(stack, "wan", { name: "wan-corp", resourceGroupName: "rg-net" });
  wan.addHub("weu", HUB);
  expect(dataSourceOf(stack, "azurerm_virtual_wan")).toEqual({
    name: "wan-corp",
    resource_group_name: "rg-net",
    lifecycle: {
      postcondition: [
        {
          condition: '${self.sku == "Standard"}',
          error_message: "The sku of virtual WAN wan-corp is ${jsonencode(self.sku)}, but Standard is stated.",
        },
        {
          condition: "${self.disable_vpn_encryption == false}",
          error_message:
            "The disable_vpn_encryption of virtual WAN wan-corp is ${jsonencode(self.disable_vpn_encryption)}, but false is stated.",
        },
      ],
    },
  });
  expect(resourceOf(stack, "azurerm_virtual_hub")).toMatchObject({
    virtual_wan_id: "${data.azurerm_virtual_wan.wan.id}",
    resource_group_name: "rg-net",
  });
});

test("that an existing WAN connects branches can be stated", () => {
  const stack = emptyStack();
  VirtualWan.fromAttributes(stack, "wan", { name: "w", resourceGroupName: "rg", allowBranchToBranch: false });
  expect(JSON.stringify(dataSourceOf(stack, "azurerm_virtual_wan"))).toContain(
    "${self.allow_branch_to_branch_traffic == false}",
  );
});

test("what is wrong with the attributes of an existing WAN is said", () => {
  const stack = emptyStack();
  expect(complaintsOf(() => VirtualWan.fromAttributes(stack, "a", { virtualWanId: "wan-corp" }))).toEqual([
    'virtualWanId: "wan-corp" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/virtualWans/...',
  ]);
  expect(complaintsOf(() => VirtualWan.fromAttributes(stack, "b", { name: "", resourceGroupName: "" }))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
  ]);
});
