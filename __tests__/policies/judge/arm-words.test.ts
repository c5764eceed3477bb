import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import { BY_AZAPI, byAzapi } from "../../network/readers/azapi/azapi-network";
import { type Configuration, networkOf } from "../../support/network";
import { changed } from "../rules/judging";
import { SOUND } from "../rules/sound";

function saidBy(rule: string, configuration: Configuration) {
  return judge(networkOf(configuration), RULES)
    .filter((finding) => finding.rule === rule)
    .map(({ address, path, message, remedy, decidedBy }) => ({ address, path, message, remedy, decidedBy }));
}

/** The sound network by azapi, with another value in the properties of a part. */
function withProperty(name: keyof typeof BY_AZAPI, path: string, value: unknown): Configuration {
  const all = changed({ resource: { azurerm_x: BY_AZAPI } }, { [`azurerm_x.${name}.body.properties.${path}`]: value });
  return byAzapi(all.resource?.azurerm_x ?? {});
}

test("of what azapi makes, a finding names what stands in the body", () => {
  expect(saidBy("fast-path-off", withProperty("stockholm", "expressRouteGatewayBypass", true))).toEqual([
    {
      address: "azapi_resource.stockholm",
      path: "body.properties.expressRouteGatewayBypass",
      message: expect.any(String),
      remedy: "Take expressRouteGatewayBypass out.",
      decidedBy: [],
    },
  ]);
  const [open] = saidBy("fast-path-off", withProperty("stockholm", "expressRouteGatewayBypass", "${var.fast}"));
  expect([open?.path, open?.decidedBy]).toEqual(["body.properties.expressRouteGatewayBypass", ["var.fast"]]);
  const [wan] = saidBy("wan-standard", withProperty("wan", "type", null));
  expect(wan?.decidedBy).toEqual(["azapi_resource.wan.body.properties.type"]);
  expect(wan?.remedy).toContain("azapi_resource.wan.body.properties.type");
});

test("of what azurerm makes, it names attributes as before", () => {
  const bypass = changed(SOUND, {
    "azurerm_express_route_connection.stockholm.express_route_gateway_bypass_enabled": true,
  });
  expect(saidBy("fast-path-off", bypass)).toMatchObject([
    { path: "express_route_gateway_bypass_enabled", remedy: "Take express_route_gateway_bypass_enabled out." },
  ]);
});
