import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";
import { SELECTIONS } from "./golden-selections";

const HUB = "${azurerm_virtual_hub.sdc.id}";

interface Uncovered {
  readonly id: string;
  /** Why the model doesn't cover the case. */
  readonly why: string;
  /** The sound network made into such a case; undefined: the case is of what no row of the table says. */
  readonly such?: Changes;
}

/** What is known of Azure and isn't modelled. Every case is undecided, or about something that the table doesn't tell. */
const UNCOVERED: readonly Uncovered[] = [
  {
    id: "lab-ri-on",
    why: "under routing intent a firewall takes private traffic first, and what it does is in no input",
    such: {
      "azurerm_firewall.fw": {
        name: "fw",
        resource_group_name: "rg",
        location: "swedencentral",
        sku_name: "AZFW_Hub",
        sku_tier: "Standard",
      },
      "azurerm_virtual_hub_routing_intent.ri": {
        name: "ri",
        virtual_hub_id: HUB,
        routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" }],
      },
    },
  },
  { id: "adv-04", why: "no row tells the AS path that an on-premises router sees" },
  { id: "adv-06", why: "no row tells the AS path that a circuit's routers see, nor over how many gateway instances" },
  { id: "adv-08", why: "no row tells what a branch hears of what another path brings" },
  { id: "rm-04", why: "no row tells from which spokes a summary is made that a branch hears" },
];

describe("what is known of Azure and isn't modelled", () => {
  test("is no case that the table of selections holds", () => {
    expect(UNCOVERED.filter(({ id }) => id in SELECTIONS)).toEqual([]);
  });

  test.each(UNCOVERED.flatMap(({ id, why, such }) => (such === undefined ? [] : [[id, why, such] as const])))(
    "%s is undecided to on-premises: %s",
    (_id, _why, such) => {
      expect(outcomesToOnPremises(such)).toEqual(["undecided"]);
    },
  );

  test("a static route to an appliance leaves undecided what becomes of its destinations", () => {
    const route = {
      route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
      name: "static",
      destinations_type: "CIDR",
      destinations: ["10.31.0.0/16", "10.31.16.0/20"],
      next_hop_type: "ResourceId",
      next_hop: "${azurerm_virtual_hub_connection.app.id}",
    };
    const such = { "azurerm_virtual_hub_route_table_route.static": route };
    expect(outcomesToOnPremises(such)).toEqual(["undecided"]);
  });
});

function outcomesToOnPremises(such: Changes): string[] {
  const { routes } = routeTable(networkOf(changed(SOUND, such)));
  return [...new Set(routes.filter(({ direction }) => direction === "to-onprem").map(({ outcome }) => outcome))];
}
