import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";
import { SELECTIONS } from "./golden-selections";

interface Uncovered {
  readonly id: string;
  /** Why no row of the table says it. */
  readonly why: string;
}

/** What is known of Azure and that the table doesn't tell. */
const UNCOVERED: readonly Uncovered[] = [
  { id: "adv-04", why: "no row tells the AS path that an on-premises router sees" },
  { id: "adv-06", why: "no row tells the AS path that a circuit's routers see, nor over how many gateway instances" },
  { id: "adv-08", why: "no row tells what a branch hears of what another path brings" },
  { id: "rm-04", why: "no row tells from which spokes a summary is made that a branch hears" },
];

describe("what is known of Azure and the table doesn't tell", () => {
  test("is no case that the table of selections holds", () => {
    expect(UNCOVERED.filter(({ id }) => id in SELECTIONS)).toEqual([]);
  });

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
