import { TerraformVariable } from "cdktf";
import { NextHop } from "../../../lib/routing/next-hop";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf } from "../terraform";

const FIREWALL = NextHop.azureFirewall(`${NETWORK}/azureFirewalls/fw`);
const INTERNET = { name: "InternetTraffic", destinations: ["Internet"], next_hop: FIREWALL.resourceId };
const PRIVATE = { name: "PrivateTraffic", destinations: ["PrivateTraffic"], next_hop: FIREWALL.resourceId };

test("private traffic goes through the firewall that is given", () => {
  const stack = emptyStack();
  hubIn(stack).addRoutingIntent("intent", { name: "intent", privateTraffic: FIREWALL });
  expect(resourceOf(stack, "azurerm_virtual_hub_routing_intent")).toEqual({
    name: "intent",
    virtual_hub_id: reference("azurerm_virtual_hub.hub.id"),
    routing_policy: [PRIVATE],
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
});

test("internet traffic can, too", () => {
  const stack = emptyStack();
  hubIn(stack).addRoutingIntent("intent", { name: "i", internetTraffic: FIREWALL, privateTraffic: FIREWALL });
  expect(resourceOf(stack, "azurerm_virtual_hub_routing_intent").routing_policy).toEqual([INTERNET, PRIVATE]);
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  const internetTraffic = NextHop.azureFirewall(variable.stringValue);
  hubIn(stack).addRoutingIntent("intent", { name: variable.stringValue, internetTraffic });
  expect(resourceOf(stack, "azurerm_virtual_hub_routing_intent")).toMatchObject({
    name: reference("var.v"),
    routing_policy: [{ ...INTERNET, next_hop: reference("var.v") }],
  });
});

test("all that is wrong with a routing intent is said at once", () => {
  expect(complaintsOf(() => hubIn(emptyStack()).addRoutingIntent("intent", { name: "" }))).toEqual([
    "name: it is empty",
    "internetTraffic, privateTraffic: give one of them, or both",
  ]);
  const wrong = { name: "i", internetTraffic: NextHop.azureFirewall("fw"), privateTraffic: NextHop.azureFirewall("") };
  const example = "/subscriptions/.../resourceGroups/.../providers/Microsoft.Network/azureFirewalls/...";
  expect(complaintsOf(() => hubIn(emptyStack()).addRoutingIntent("intent", wrong))).toEqual([
    `internetTraffic: "fw" is not an id such as ${example}`,
    `privateTraffic: "" is not an id such as ${example}`,
  ]);
});

test("a hub has one routing intent", () => {
  const hub = hubIn(emptyStack());
  hub.addRoutingIntent("intent", { name: "i", privateTraffic: FIREWALL });
  expect(complaintsOf(() => hub.addRoutingIntent("second", { name: "j", privateTraffic: FIREWALL }))).toEqual([
    "hub: it has a routing intent already, weu/hub/intent, and can have one only",
  ]);
});
