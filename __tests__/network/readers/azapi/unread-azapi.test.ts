import { readPlan } from "../../../../network/readers/plan/read-plan";
import { networkOf } from "../../../support/network";
import { change, planJson } from "../plan/plan-json";

const HUB = "azapi_resource.hub";
const BGP = "Microsoft.Network/virtualHubs/bgpConnections@2024-05-01";
const UNREAD = {
  address: HUB,
  reason: `makes ${BGP}, and what azapi makes isn't read: write it with azurerm`,
  unknown: { decidedBy: [HUB] },
};

describe("a part of the network that azapi makes is not read, and that is said", () => {
  const inPlan = (after: Record<string, string>, more = {}) =>
    readPlan("plan.json", planJson({ changes: [change({ base: HUB, after, ...more })] })).unread;
  const inConfiguration = (type: string) =>
    networkOf({ resource: { azapi_resource: { hub: { type, name: "hub" } } } }).inputs.flatMap(({ unread }) => unread);

  test("in a plan and in configuration", () => {
    expect(inPlan({ type: BGP })).toEqual([UNREAD]);
    expect(inConfiguration(BGP)).toEqual([{ ...UNREAD, brings: ["azurerm_virtual_hub_bgp_connection"] }]);
    expect(inPlan({ type: "microsoft.network/VIRTUALHUBS/bgpConnections@2024-05-01" })).toHaveLength(1);
    expect(inPlan({ type: "Microsoft.Network/expressRouteCrossConnections@2024-05-01" })).toHaveLength(1);
    expect(inPlan({ type: "Microsoft.Network/virtualHubs@2024-05-01" })).toEqual([]);
  });

  test("where its type is unknown", () => {
    const unknown = {
      ...UNREAD,
      reason: "makes something of a type that is unknown, and what azapi makes isn't read: write it with azurerm",
    };
    expect(inPlan({ name: "hub" })).toEqual([unknown]);
    expect(inConfiguration("${var.type}")).toEqual([unknown]);
  });

  test("but what it makes elsewhere in Azure doesn't matter, nor what is destroyed", () => {
    expect(inPlan({ type: "Microsoft.Network/virtualNetworks@2024-05-01" })).toEqual([]);
    expect(inPlan({ type: "Microsoft.Storage/storageAccounts@2023-01-01" })).toEqual([]);
    expect(inConfiguration("Microsoft.Network/networkSecurityGroups@2024-05-01")).toEqual([]);
    expect(inPlan({ type: BGP }, { actions: ["delete"] })).toEqual([]);
  });
});
