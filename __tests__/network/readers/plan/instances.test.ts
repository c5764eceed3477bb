import { Reference, UnknownAttribute } from "../../../../network/resource";
import { attributesOf, change, configured, refers } from "./plan-json";

const PLAN = "plan.json";

function unknown(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy });
}

function to(address: string, path: readonly (string | number)[], expression: string): Reference {
  return new Reference(address, PLAN, path, expression);
}

describe("instances of count and for_each", () => {
  const circuits = ["ams", "fra"].map((key) =>
    change({ base: "azurerm_express_route_circuit_peering.p", key, unknown: { id: true } }),
  );
  const connections = (forEach: ReturnType<typeof refers>, id: ReturnType<typeof refers>) => {
    const found = attributesOf({
      changes: [
        ...circuits,
        ...["ams", "fra"].map((key) =>
          change({
            base: "azurerm_express_route_connection.c",
            key,
            unknown: { express_route_circuit_peering_id: true },
          }),
        ),
      ],
      root: {
        variables: { circuits: {} },
        resources: [
          configured("azurerm_express_route_circuit_peering.p", {}),
          configured("azurerm_express_route_connection.c", { express_route_circuit_peering_id: id }, forEach),
        ],
      },
      variables: { circuits: { value: { ams: { peering: "fra" }, fra: { peering: "nowhere" } } } },
    });
    return ["ams", "fra"].map(
      (key) => found[`azurerm_express_route_connection.c["${key}"]`]?.express_route_circuit_peering_id,
    );
  };
  const peering = (key: string) => `azurerm_express_route_circuit_peering.p["${key}"]`;

  it("are paired by key", () => {
    expect(connections(refers("var.circuits"), refers("azurerm_express_route_circuit_peering.p", "each.key"))).toEqual([
      to(peering("ams"), [], "azurerm_express_route_circuit_peering.p"),
      to(peering("fra"), [], "azurerm_express_route_circuit_peering.p"),
    ]);
  });

  it("are found through each.value of a resource", () => {
    expect(
      connections(refers("azurerm_express_route_circuit_peering.p"), refers("each.value.id", "each.value")),
    ).toEqual([to(peering("ams"), ["id"], "each.value.id"), to(peering("fra"), ["id"], "each.value.id")]);
  });

  it("are found by a key that a variable holds, and are unknown where no instance has it", () => {
    const byValue = refers("azurerm_express_route_circuit_peering.p", "each.value.peering", "each.value");
    expect(connections(refers("var.circuits"), byValue)).toEqual([
      to(peering("fra"), [], "azurerm_express_route_circuit_peering.p"),
      unknown("azurerm_express_route_circuit_peering.p"),
    ]);
  });

  it("are not guessed behind each.value of what a local makes", () => {
    expect(connections(refers("local.peerings"), refers("each.value.id", "each.value"))).toEqual([
      unknown("local.peerings"),
      unknown("local.peerings"),
    ]);
  });

  it("of two lists go side by side where they are of one length", () => {
    const paired = (hubs: number) =>
      attributesOf({
        changes: [
          ...Array.from({ length: hubs }, (_, key) =>
            change({ base: "azurerm_virtual_hub.h", key, unknown: { id: true } }),
          ),
          ...[0, 1].map((key) => change({ base: "azurerm_vpn_gateway.g", key, unknown: { virtual_hub_id: true } })),
        ],
        root: {
          resources: [
            configured("azurerm_virtual_hub.h", {}),
            configured("azurerm_vpn_gateway.g", { virtual_hub_id: refers("azurerm_virtual_hub.h", "count.index") }),
          ],
        },
      })["azurerm_vpn_gateway.g[1]"];
    expect(paired(2)).toEqual({ virtual_hub_id: to("azurerm_virtual_hub.h[1]", [], "azurerm_virtual_hub.h") });
    expect(paired(3)).toEqual({ virtual_hub_id: unknown("azurerm_virtual_hub.h") });
  });
});
