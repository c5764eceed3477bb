import type { VirtualHub } from "../../network/network";
import { hubGroups } from "../../routes/hub-groups";
import { customTableOf } from "../../routes/hub-table";
import { propagationOf } from "../../routes/propagation";
import { isDoubtful, type Reach } from "../../routes/reach";
import { viewsOf } from "../../routes/wan-routes";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const TUNNEL = "azurerm_vpn_gateway_connection.bergen";
const SPOKE = "azurerm_virtual_hub_connection.app";
const OWN = "${azurerm_virtual_hub.sdc.default_route_table_id}";
const OTHER = "${azurerm_virtual_hub.noe.default_route_table_id}";
const RED = "${azurerm_virtual_hub_route_table.red.id}";
const NONE =
  "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualHubs/h/hubRouteTables/noneRouteTable";

/** Two hubs, and a table with labels in the second. */
const BOTH = changed(SOUND, {
  "azurerm_virtual_hub.noe": {
    name: "hub-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.101.0.0/23",
  },
  "azurerm_virtual_hub_route_table.red": {
    name: "red",
    virtual_hub_id: "${azurerm_virtual_hub.noe.id}",
    labels: ["Red"],
  },
});

interface Reached {
  readonly own: string;
  readonly other: string;
  readonly red: string;
}

/** What a connection with these tables and labels reaches: both hubs' default tables, and the red one of the second. */
function reachedBy(address: string, tables: readonly string[], labels: readonly string[]): Reached {
  const propagated = {
    ...(tables.length > 0 && { route_table_ids: tables }),
    ...(labels.length > 0 && { labels }),
  };
  const routing = Object.keys(propagated).length === 0 ? {} : { propagated_route_table: propagated };
  const network = networkOf(changed(BOTH, { [`${address}.routing`]: routing }));
  const part = [...network.vpnConnections, ...network.spokeConnections].find((one) => one.resource.address === address);
  const [group] = hubGroups(network);
  const [red] = network.routeTables.filter(({ isDefault }) => !isDefault);
  const hub = (name: string) => network.hubs.find(({ resource }) => resource.address.endsWith(name));
  const [sdc, noe] = [hub("sdc"), hub("noe")];
  if (part === undefined || group === undefined || red === undefined || sdc === undefined || noe === undefined) {
    throw new Error("the network of this test lacks something");
  }
  const propagation = propagationOf(part.routing, "links" in part ? "vpn" : "vnet", part.resource);
  const into = (one: VirtualHub) => said(propagation.into(viewsOf(network, group).of(one).table));
  return { own: into(sdc), other: into(noe), red: said(propagation.into(customTableOf(noe, red))) };
}

function said(reach: Reach): string {
  return isDoubtful(reach) ? reach.unknowns.flatMap(({ decidedBy }) => decidedBy).join(" ") : reach;
}

const LABELS = "routing[0].propagated_route_table[0].labels";

describe("a VPN connection propagates", () => {
  test("to every default table where nothing is written, and where it names that label, in any letters' case", () => {
    expect(reachedBy(TUNNEL, [], [])).toEqual({ own: "yes", other: "yes", red: "no" });
    expect(reachedBy(TUNNEL, [], ["Default"])).toEqual({ own: "yes", other: "yes", red: "no" });
    expect(reachedBy(TUNNEL, [OWN], ["default", "red"])).toEqual({ own: "yes", other: "yes", red: "yes" });
  });

  test("to the tables that it names by id, and perhaps further where it names no label", () => {
    const perhaps = `${TUNNEL}.${LABELS}`;
    expect(reachedBy(TUNNEL, [OWN], [])).toEqual({ own: "yes", other: perhaps, red: "no" });
    expect(reachedBy(TUNNEL, [OTHER, RED], [])).toEqual({ own: perhaps, other: "yes", red: "yes" });
    expect(reachedBy(TUNNEL, [OWN], ["red"])).toEqual({ own: "yes", other: "no", red: "yes" });
  });

  test("nowhere with the label none", () => {
    expect(reachedBy(TUNNEL, [], ["none"])).toEqual({ own: "no", other: "no", red: "no" });
    expect(reachedBy(TUNNEL, [NONE], ["none"])).toEqual({ own: "no", other: "no", red: "no" });
  });

  test("perhaps to what it names beside none", () => {
    const perhaps = `${TUNNEL}.${LABELS}`;
    expect(reachedBy(TUNNEL, [OWN], ["none"])).toEqual({ own: perhaps, other: "no", red: "no" });
    expect(reachedBy(TUNNEL, [OWN], ["None", "default"])).toEqual({ own: perhaps, other: perhaps, red: "no" });
    expect(reachedBy(TUNNEL, [NONE, OWN], ["red"])).toEqual({ own: perhaps, other: "no", red: perhaps });
  });

  test("where it can't be told, into any table that it may mean", () => {
    expect(reachedBy(TUNNEL, ["${var.table}"], ["default"])).toEqual({ own: "yes", other: "yes", red: "var.table" });
    expect(reachedBy(TUNNEL, [OWN], ["${var.label}"])).toEqual({ own: "yes", other: "var.label", red: "var.label" });
  });
});

describe("a spoke connection propagates", () => {
  test("to label default where it names none, as Azure adds it", () => {
    expect(reachedBy(SPOKE, [OWN], [])).toEqual({ own: "yes", other: "yes", red: "no" });
    expect(reachedBy(SPOKE, [RED], [])).toEqual({ own: "yes", other: "yes", red: "yes" });
    expect(reachedBy(SPOKE, [], ["red"])).toEqual({ own: "no", other: "no", red: "yes" });
    expect(reachedBy(SPOKE, [], ["none"])).toEqual({ own: "no", other: "no", red: "no" });
  });

  test("perhaps there, where it names the table that nobody follows and no label", () => {
    const perhaps = `${SPOKE}.${LABELS}`;
    expect(reachedBy(SPOKE, [NONE], [])).toEqual({ own: perhaps, other: perhaps, red: "no" });
  });
});
