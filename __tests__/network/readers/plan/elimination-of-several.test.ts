import { Reference, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, is, refers } from "./plan-json";

const GATEWAY = "azurerm_vpn_gateway.gw";
const OTHER = "azurerm_vpn_gateway.other";
const CONNECTION = "azurerm_vpn_gateway_connection.hq";
const OUTSIDE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/old";

/** The gateway of a connection that takes it from a local value, in a plan with one gateway and what else changes. */
function gatewayBeside(...changes: readonly JsonObject[]) {
  return attributesOf({
    changes: [
      change({ base: GATEWAY, after: { name: "gw" }, unknown: { id: true } }),
      change({ base: CONNECTION, after: { name: "hq" }, unknown: { id: true, vpn_gateway_id: true } }),
      ...changes,
    ],
    root: {
      resources: [
        configured(GATEWAY, { name: is("gw") }),
        configured(CONNECTION, { vpn_gateway_id: refers("local.gateway_id") }),
      ],
    },
  })[CONNECTION]?.vpn_gateway_id;
}

const decidedBy = ["local.gateway_id"];
const OTHER_MADE = change({ base: OTHER, unknown: { id: true } });

describe("an id that a plan doesn't know, of a type of which there are few, all with unknown ids", () => {
  it("is one of these", () => {
    const oneOf = [GATEWAY, OTHER].map((address) => new Reference(address, "plan.json", ["id"], "by elimination"));
    expect(gatewayBeside(OTHER_MADE)).toEqual(new UnknownAttribute({ decidedBy }, false, oneOf));
  });

  it("may be another one where one of them exists already, something else may pass one on, or they are many", () => {
    const passes = change({ base: "terraform_data.ids", unknown: { id: true, output: true } });
    const exists = change({ base: OTHER, actions: ["no-op"], after: { id: OUTSIDE } });
    const many = Array.from({ length: 8 }, (_, at) => change({ base: `${OTHER}${at}`, unknown: { id: true } }));
    for (const changes of [[OTHER_MADE, passes], [exists], many]) {
      expect(gatewayBeside(...changes)).toEqual(new UnknownAttribute({ decidedBy }));
    }
  });
});
