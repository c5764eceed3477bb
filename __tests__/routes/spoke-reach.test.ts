import { isManaged } from "../../network/facts/standing";
import { hubGroups } from "../../routes/hub-groups";
import { labelDoubts, reachesAll, reachOf } from "../../routes/spoke-reach";
import { viewsOf } from "../../routes/wan-routes";
import { changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const SPOKE = "azurerm_virtual_hub_connection.app";
const OWN = "${azurerm_virtual_hub.sdc.default_route_table_id}";
const NONE =
  "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualHubs/h/hubRouteTables/noneRouteTable";
const LABELS = `${SPOKE}.routing[0].propagated_route_table[0].labels`;

/** Whether branches of both hubs hear of the spoke, whether all alike, and why none may. */
function heard(tables: readonly string[], labels: unknown) {
  const propagated_route_table = {
    ...(tables.length > 0 && { route_table_ids: tables }),
    ...(labels === undefined ? {} : { labels }),
  };
  const network = networkOf(changed(SOUND, { ...SECOND_HUB, [`${SPOKE}.routing`]: { propagated_route_table } }));
  return hubGroups(network).flatMap((group) =>
    network.spokeConnections.map((spoke) => ({
      at: group.hubs.filter(isManaged).map((hub) => reachOf(spoke, viewsOf(network, group).of(hub).table)),
      alike: reachesAll(spoke),
      doubts: labelDoubts(spoke),
    })),
  );
}

const sure = (answer: "yes" | "no", alike: boolean) => [{ at: [answer, answer], alike, doubts: [] }];
const open = (...doubts: readonly object[]) => [{ at: ["yes", "yes"], alike: true, doubts }];

describe("branches hear of a spoke", () => {
  test("at every hub by label default, however it is written, and where no label is", () => {
    expect(heard([], ["Default"])).toEqual(sure("yes", true));
    expect(heard([OWN], ["DEFAULT", "${var.more}"])).toEqual(sure("yes", true));
    expect(heard([OWN], undefined)).toEqual(sure("yes", true));
  });

  test("nowhere by labels that no default table bears", () => {
    expect(heard([], ["red"])).toEqual(sure("no", false));
    expect(heard([], ["none"])).toEqual(sure("no", false));
    expect(heard([NONE], ["none"])).toEqual(sure("no", false));
  });

  test("at the hub whose default table is named, beside such a label", () => {
    expect(heard([OWN], ["red"])).toEqual([{ at: ["no", "yes"], alike: false, doubts: [] }]);
  });

  test("perhaps, at all hubs or at none, where a label can't be told", () => {
    expect(heard([OWN], ["${var.label}"])).toEqual(open({ decidedBy: ["var.label"], expression: "${var.label}" }));
    expect(heard([OWN], "${var.labels}")).toEqual(open({ decidedBy: ["var.labels"], expression: "${var.labels}" }));
  });

  test("perhaps, where the table that nobody follows is named without a label", () => {
    expect(heard([NONE], undefined)).toEqual(open({ decidedBy: [LABELS] }));
  });
});
