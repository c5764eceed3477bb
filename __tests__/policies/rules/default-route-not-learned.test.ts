import { defaultRouteNotLearned } from "../../../policies/rules/default-route-not-learned";
import { said } from "./judging";
import { idOf } from "./sound";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER_EXPRESSROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;

describe("default-route-not-learned", () => {
  test("takes any other prefix, and a default route where nothing is protected", () => {
    expect(said(defaultRouteNotLearned, {})).toEqual([]);
    const nothing = { "network_intent.value.protected": [], [OVER_EXPRESSROUTE]: ["0.0.0.0/0"] };
    expect(said(defaultRouteNotLearned, nothing)).toEqual([]);
  });

  test("warns of a default route over ExpressRoute beside protected prefixes", () => {
    expect(said(defaultRouteNotLearned, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "0.0.0.0/0"] })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: CIRCUIT,
        path: "",
        message:
          "0.0.0.0/0 is advertised over circuit erc-stockholm at hub-sdc to hub hub-sdc (azurerm_virtual_hub.sdc), beside protected prefixes",
        remedy: "Take the default route off ExpressRoute, or drop it there by an inbound route map.",
        evidence: {
          prefix: "0.0.0.0/0",
          hub: "azurerm_virtual_hub.sdc",
          flow: "10.110.0.0/22 -> 0.0.0.0/0",
          trace: [
            `0.0.0.0/0 is routed over ${CIRCUIT}, in the clear`,
            "every address that no longer prefix holds follows it",
          ],
        },
      },
    ]);
  });

  test("notes it under forced tunnelling, with what the fall-back is", () => {
    const withPolicy = (destination: string) =>
      said(defaultRouteNotLearned, {
        [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "0.0.0.0/0"],
        "azurerm_virtual_hub_routing_intent.all": {
          name: "all",
          virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
          routing_policy: [{ name: "one", destinations: [destination], next_hop: idOf("azureFirewalls", "fw") }],
        },
      }).map(({ level, message }) => [level, message]);
    const message =
      "0.0.0.0/0 is advertised over circuit erc-stockholm at hub-sdc to hub hub-sdc (azurerm_virtual_hub.sdc), beside protected prefixes";

    expect(withPolicy("PrivateTraffic")).toEqual([
      ["note", `${message}, as forced tunnelling wants it: what a tunnel no longer has goes out there, unencrypted`],
    ]);
    expect(withPolicy("Internet")).toEqual([["warning", message]]);
  });

  test("is undecided where nobody says what comes over ExpressRoute", () => {
    expect(said(defaultRouteNotLearned, { "network_intent.value.expressRoute": undefined })).toEqual([
      {
        outcome: "undecided",
        level: "warning",
        address: CIRCUIT,
        path: "",
        message:
          "whether 0.0.0.0/0 is among it can't be told: what is advertised over circuit erc-stockholm at hub-sdc can't",
        decidedBy: [`network_intent.expressRoute["${CIRCUIT}"].advertises`],
        evidence: {},
      },
    ]);
  });
});
