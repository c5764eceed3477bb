import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { NetworkIntent } from "../../../lib/intent/network-intent";
import { objectOf } from "../../../scripts/azurerm-schema";
import { complaintsOf, emptyStack, terraformOf } from "../terraform";

// Any resource will do: intent only asks for its address.
function part(stack: TerraformStack, id: string): ResourceGroup {
  return new ResourceGroup(stack, id, { name: id, location: "westeurope" });
}

function intentOf(stack: TerraformStack): unknown {
  return objectOf(objectOf(terraformOf(stack).output).network_intent).value;
}

test("everything that is stated is in the output, keyed by Terraform address", () => {
  const stack = emptyStack();
  const intent = NetworkIntent.of(stack);
  intent.expressRoute(part(stack, "ams"), { advertises: ["10.0.0.0/16"], asPath: [65001] });
  intent.vpn(part(stack, "hq"), "over-ams", { advertises: ["10.0.1.0/24"], asPath: [65010] });
  intent.vpn(part(stack, "plant"), "dsl", {
    advertises: ["10.0.2.0/24"],
  });
  intent.protects(["10.0.1.0/24"]);
  intent.onPremises({ prefersTunnelFor: "all", filtersExpressRoute: ["10.110.0.0/16"] });
  intent.onTunnelLoss("drop");
  expect(terraformOf(stack).output).toEqual({
    network_intent: {
      description: "What routers on premises are configured to do; read by wanproof check.",
      value: {
        version: 1,
        expressRoute: { "azurerm_resource_group.ams": { advertises: ["10.0.0.0/16"], asPath: [65001] } },
        vpn: {
          "azurerm_resource_group.hq": { "over-ams": { advertises: ["10.0.1.0/24"], asPath: [65010] } },
          "azurerm_resource_group.plant": { dsl: { advertises: ["10.0.2.0/24"] } },
        },
        protected: ["10.0.1.0/24"],
        onPremises: { prefersTunnelFor: "all", filtersExpressRoute: ["10.110.0.0/16"] },
        onTunnelLoss: "drop",
      },
    },
  });
});

test("nothing stated, no output", () => {
  const stack = emptyStack();
  const intent = NetworkIntent.of(stack);
  intent.expressRoute(part(stack, "ams"), {});
  intent.vpn(part(stack, "hq"), "dsl", {});
  intent.protects([]);
  intent.onPremises({});
  intent.onPremises({ prefersTunnelFor: [], filtersExpressRoute: [] });
  expect(terraformOf(stack).output).toBeUndefined();
});

test("what isn't stated is left out", () => {
  const stack = emptyStack();
  NetworkIntent.of(stack).onTunnelLoss("cleartext");
  expect(intentOf(stack)).toEqual({ version: 1, onTunnelLoss: "cleartext" });
});

test("advertising nothing is a statement too", () => {
  const stack = emptyStack();
  NetworkIntent.of(stack).vpn(part(stack, "hq"), "dsl", { advertises: [] });
  expect(intentOf(stack)).toEqual({ version: 1, vpn: { "azurerm_resource_group.hq": { dsl: { advertises: [] } } } });
});

test("there is one intent for each stack, wherever in it somebody asks", () => {
  const app = new App();
  const [weu, neu] = [new TerraformStack(app, "weu"), new TerraformStack(app, "neu")];
  expect(NetworkIntent.of(part(weu, "ams"))).toBe(NetworkIntent.of(weu));
  expect(NetworkIntent.of(neu)).not.toBe(NetworkIntent.of(weu));
});

test("a statement goes to the output of the stack that its resource is in", () => {
  const app = new App();
  const [weu, neu] = [new TerraformStack(app, "weu"), new TerraformStack(app, "neu")];
  NetworkIntent.of(neu).expressRoute(part(weu, "ams"), { advertises: ["10.0.0.0/16"] });
  NetworkIntent.of(neu).vpn(part(weu, "hq"), "dsl", { advertises: ["10.1.0.0/16"] });
  expect(terraformOf(neu).output).toBeUndefined();
  expect(intentOf(weu)).toEqual({
    version: 1,
    expressRoute: { "azurerm_resource_group.ams": { advertises: ["10.0.0.0/16"] } },
    vpn: { "azurerm_resource_group.hq": { dsl: { advertises: ["10.1.0.0/16"] } } },
  });
});

test("prefixes of several statements add up", () => {
  const stack = emptyStack();
  const intent = NetworkIntent.of(stack);
  intent.protects(["10.0.1.0/24", "10.0.2.0/24"]);
  intent.protects(["10.0.2.0/24", "10.0.3.0/24"]);
  intent.onPremises({ prefersTunnelFor: ["10.110.0.0/16"] });
  intent.onPremises({ prefersTunnelFor: ["10.120.0.0/16"], filtersExpressRoute: ["10.110.0.0/16"] });
  expect(intentOf(stack)).toEqual({
    version: 1,
    protected: ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"],
    onPremises: { prefersTunnelFor: ["10.110.0.0/16", "10.120.0.0/16"], filtersExpressRoute: ["10.110.0.0/16"] },
  });
});

test("prefixes may be ones that only Terraform knows", () => {
  const stack = emptyStack();
  const prefixes = new TerraformVariable(stack, "prefixes", { type: "list(string)" });
  const prefix = new TerraformVariable(stack, "prefix", { type: "string" });
  NetworkIntent.of(stack).protects(prefixes.listValue);
  NetworkIntent.of(stack).protects(["10.0.3.0/24"]);
  NetworkIntent.of(stack).vpn(part(stack, "hq"), "dsl", { advertises: [prefix.stringValue] });
  NetworkIntent.of(stack).vpn(part(stack, "plant"), "dsl", { advertises: prefixes.listValue });
  expect(intentOf(stack)).toEqual({
    version: 1,
    protected: '${distinct(concat(var.prefixes, ["10.0.3.0/24"]))}',
    vpn: {
      "azurerm_resource_group.hq": { dsl: { advertises: ["${var.prefix}"] } },
      "azurerm_resource_group.plant": { dsl: { advertises: "${var.prefixes}" } },
    },
  });
});

test("one statement may tell the prefixes and another the AS path", () => {
  const stack = emptyStack();
  const site = part(stack, "hq");
  NetworkIntent.of(stack).vpn(site, "dsl", { advertises: ["10.0.1.0/24"] });
  NetworkIntent.of(stack).vpn(site, "dsl", { asPath: [65010] });
  NetworkIntent.of(stack).vpn(site, "dsl", { advertises: ["10.0.1.0/24"] });
  expect(intentOf(stack)).toEqual({
    version: 1,
    vpn: { "azurerm_resource_group.hq": { dsl: { advertises: ["10.0.1.0/24"], asPath: [65010] } } },
  });
});

test("the same token said twice is no contradiction", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "prefix", { type: "string" });
  const site = part(stack, "hq");
  const state = () => NetworkIntent.of(stack).vpn(site, "dsl", { advertises: [variable.stringValue] });
  state();
  expect(state).not.toThrow();
});

test("contradicting statements are refused", () => {
  const stack = emptyStack();
  const intent = NetworkIntent.of(stack);
  const [connection, site] = [part(stack, "ams"), part(stack, "hq")];
  intent.expressRoute(connection, { advertises: ["10.0.0.0/16"], asPath: [65001] });
  intent.vpn(site, "dsl", { advertises: ["10.0.1.0/24"] });
  intent.onTunnelLoss("drop");
  intent.onPremises({ prefersTunnelFor: "all" });
  expect(complaintsOf(() => intent.expressRoute(connection, { advertises: ["10.0.0.0/8"], asPath: [65002] }))).toEqual([
    "advertises: it is stated twice, with different values",
    "asPath: it is stated twice, with different values",
  ]);
  expect(complaintsOf(() => intent.vpn(site, "dsl", { advertises: ["10.0.2.0/24"] }))).toEqual([
    'advertises of link "dsl": it is stated twice, with different values',
  ]);
  expect(complaintsOf(() => intent.onTunnelLoss("cleartext"))).toEqual([
    'onTunnelLoss: it is stated as "drop" and as "cleartext"; state one of them',
  ]);
  expect(complaintsOf(() => intent.onPremises({ prefersTunnelFor: ["10.110.0.0/16"] }))).toEqual([
    'prefersTunnelFor: it is stated as "all" and as a list of prefixes; state one of them',
  ]);
});

test('"all" after single prefixes is refused too', () => {
  const stack = emptyStack();
  NetworkIntent.of(stack).onPremises({ prefersTunnelFor: ["10.110.0.0/16"] });
  expect(complaintsOf(() => NetworkIntent.of(stack).onPremises({ prefersTunnelFor: "all" }))).toEqual([
    'prefersTunnelFor: it is stated as "all" and as a list of prefixes; state one of them',
  ]);
});

test("what is stated has to be prefixes and ASNs", () => {
  const stack = emptyStack();
  const intent = NetworkIntent.of(stack);
  const wrong = { advertises: ["10.0.0.0"], asPath: [0] };
  const complaints = [
    'advertises[0]: "10.0.0.0" is not a prefix: it has no mask',
    "asPath[0]: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
  ];
  expect(complaintsOf(() => intent.expressRoute(part(stack, "ams"), wrong))).toEqual(complaints);
  expect(complaintsOf(() => intent.vpn(part(stack, "hq"), "dsl", wrong))).toEqual(complaints);
  expect(complaintsOf(() => intent.protects(["10.0.0.1/24"]))).toEqual([
    'protected[0]: "10.0.0.1/24" is not a prefix: it has host bits set; right would be 10.0.0.0/24',
  ]);
  expect(complaintsOf(() => intent.onPremises({ prefersTunnelFor: ["x"], filtersExpressRoute: ["y"] }))).toEqual([
    'prefersTunnelFor[0]: "x" is not a prefix: not an IP address',
    'filtersExpressRoute[0]: "y" is not a prefix: not an IP address',
  ]);
  expect(terraformOf(stack).output).toBeUndefined();
});

test("an address that is changed later is the one in the output", () => {
  const stack = emptyStack();
  const site = part(stack, "hq");
  NetworkIntent.of(stack).vpn(site, "dsl", { advertises: ["10.0.1.0/24"] });
  site.overrideLogicalId("headquarters");
  expect(intentOf(stack)).toEqual({
    version: 1,
    vpn: { "azurerm_resource_group.headquarters": { dsl: { advertises: ["10.0.1.0/24"] } } },
  });
  expect(Testing.synth(stack)).toContain("azurerm_resource_group.headquarters");
});
