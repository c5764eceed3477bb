import type { Part } from "../../network/network";
import { inspectionOf, inspectionOpenings } from "../../routes/inspection";
import { ANYWHERE } from "../../routes/propagation";
import { type Changes, changed } from "../policies/rules/judging";
import { idOf, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const INTENT = "azurerm_virtual_hub_routing_intent.all";
const FIREWALL = "azurerm_firewall.sdc";
const HOP = "${azurerm_firewall.sdc.id}";
const NVA = idOf("networkVirtualAppliances", "nva");

/** A hub with a firewall, and these routing policies. */
function policies(...routing_policy: readonly unknown[]): Changes {
  return {
    [FIREWALL]: {
      name: "afw-sdc",
      sku_name: "AZFW_Hub",
      virtual_hub: { virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
    },
    [INTENT]: { name: "all", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", routing_policy },
  };
}

const policy = (destination: string, next_hop: unknown = HOP) => ({ name: "p", destinations: [destination], next_hop });

/** What the hub's routing intent does, and what leaves it open. */
function inspected(changes: Changes) {
  const network = networkOf(changed(SOUND, changes));
  const [hub] = network.hubs;
  const intents = network.routingIntents;
  const inspection = hub === undefined ? undefined : inspectionOf(network, hub);
  const reach = inspection?.isPrivate;
  const called = ({ resource }: Part) => resource.address;
  return {
    isPrivate: typeof reach === "object" ? reach.unknowns.flatMap(({ decidedBy }) => decidedBy) : reach,
    by: inspection?.by.map(called),
    defaultRoute: inspection?.defaultRoute.flatMap(({ decidedBy }) => decidedBy),
    openings: intents.flatMap((intent) =>
      inspectionOpenings(network, intent, ANYWHERE, []).map(({ unknowns }) => unknowns.flatMap((one) => one.decidedBy)),
    ),
  };
}

describe("what inspects the traffic of a hub", () => {
  test("is nothing without routing intent, and nothing of private traffic with a policy for the internet alone", () => {
    expect(inspected({})).toEqual({ isPrivate: "no", by: [], defaultRoute: [], openings: [] });
    expect(inspected(policies(policy("Internet")))).toEqual({
      isPrivate: "no",
      by: [],
      defaultRoute: [INTENT],
      openings: [],
    });
  });

  test("is the firewall of a policy for private traffic, once, however many policies name it", () => {
    const all = { isPrivate: "yes", by: [FIREWALL], defaultRoute: [INTENT], openings: [] };
    expect(inspected(policies(policy("PrivateTraffic")))).toEqual(all);
    expect(inspected(policies(policy("Internet"), policy("PrivateTraffic")))).toEqual(all);
    expect(inspected(policies(policy("PrivateTraffic"), policy("PrivateTraffic")))).toEqual(all);
  });

  test("is an appliance where intent says that it follows the hub's routes, and is open where it doesn't", () => {
    const nva = policies(policy("PrivateTraffic", NVA));
    const key = NVA.toLowerCase();
    const open = inspected(nva);
    expect([open.isPrivate, open.by, open.openings.length]).toEqual(["yes", [], 1]);
    expect(open.openings.flat().join().toLowerCase()).toContain(key);
    const stated = { [`network_intent.value.appliances["${NVA}"]`]: "forwardsByHubRoutes" };
    expect(inspected({ ...nva, ...stated })).toEqual({
      isPrivate: "yes",
      by: [expect.stringMatching(/nva$/)],
      defaultRoute: [INTENT],
      openings: [],
    });
  });

  test("can't be told where a next hop, a destination or the policies can't be", () => {
    expect(inspected(policies(policy("PrivateTraffic", "${each.value}")))).toMatchObject({
      isPrivate: "yes",
      by: [],
      openings: [["each.value"]],
    });
    expect(inspected(policies(policy("PrivateTraffic", null)))).toMatchObject({ isPrivate: "yes", by: [] });
    expect(inspected(policies(policy("${var.destination}")))).toMatchObject({
      isPrivate: ["var.destination", INTENT],
      by: [FIREWALL],
      openings: [],
    });
    expect(inspected({ ...policies(), [`${INTENT}.routing_policy`]: "${var.policies}" })).toMatchObject({
      isPrivate: ["var.policies", INTENT],
      by: [],
      openings: [["var.policies"]],
    });
  });

  test("may be that of a hub which can't be told", () => {
    const elsewhere = { ...policies(policy("PrivateTraffic")), [`${INTENT}.virtual_hub_id`]: "${each.value}" };
    expect(inspected(elsewhere)).toMatchObject({
      isPrivate: ["each.value", INTENT],
      by: [],
      defaultRoute: ["each.value", INTENT],
    });
  });
});
