import { assemble } from "../../network/assemble/assemble";
import { hubGroups } from "../../routes/hub-groups";
import { protectedFrom } from "../../routes/protected";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { type Configuration, networkOfInputs, readingsOf } from "../support/network";

const STATED = "network_intent.value.protected";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const THROUGH = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
const WITHOUT: Changes = { [STATED]: undefined, [CONNECTION]: undefined };

type Inputs = { readonly [path: string]: Configuration };

/** What is protected only since it was before, and where that can't be told: WAN by WAN. */
function formerly(before: Inputs, after: Inputs) {
  const network = assemble(readingsOf(after), undefined, { before: networkOfInputs(before) });
  return Object.fromEntries(
    hubGroups(network).map((group) => {
      const { lists, doubts } = protectedFrom(network, group);
      const was = lists.filter(({ because }) => because === "before");
      const values = was.flatMap(({ list }) =>
        list.items.map((field) => (field.state === "known" ? field.value : "?")),
      );
      const open = doubts.filter(({ when }) => when === "before").map((one) => one.of.resource.address);
      return [group.wan?.resource.address ?? "", [...values, ...open]];
    }),
  );
}

const sound = (changes: Changes): Inputs => ({ "cdk.tf.json": changed(SOUND, changes) });
const WAN = "azurerm_virtual_wan.wan";

/** The site and its tunnel gone, and nothing said of them any more. */
const GONE: Changes = { ...WITHOUT, "azurerm_vpn_site.bergen": undefined, "network_intent.value.vpn": undefined };
const UNSTATED: Changes = { [STATED]: undefined };
const UNTOLD: Changes = { ...UNSTATED, "network_intent.value.vpn": undefined };

describe("what was encrypted before the change", () => {
  test("is protected though nobody says so any more, be it stated, announced or listed then", () => {
    expect(formerly(sound({}), sound(GONE))).toEqual({ [WAN]: ["10.31.16.0/20"] });
    const announced = { ...UNSTATED, [THROUGH]: ["10.31.16.0/20", "10.50.0.0/16"] };
    expect(formerly(sound(announced), sound(GONE))).toEqual({ [WAN]: ["10.31.16.0/20", "10.50.0.0/16"] });
    const listed = { ...UNTOLD, "azurerm_vpn_site.bergen.address_cidrs": ["10.60.0.0/16"] };
    expect(formerly(sound(listed), sound(GONE))).toEqual({ [WAN]: ["10.60.0.0/16"] });
  });

  test("is not what is protected now in the same words, nor anything once intent says what is", () => {
    expect(formerly(sound(UNSTATED), sound(WITHOUT))).toEqual({ [WAN]: [] });
    expect(formerly(sound({}), sound({ ...GONE, [STATED]: ["10.50.0.0/16"] }))).toEqual({ [WAN]: [] });
  });

  test("is only the part that tunnels carried, to its first and last address", () => {
    const longer = { ...UNSTATED, [OVER]: ["10.31.16.0/21"] };
    expect(formerly(sound(longer), sound(GONE))).toEqual({ [WAN]: ["10.31.24.0/21"] });
    const one = (prefix: string) => ({ [STATED]: ["10.31.16.0/30"], [THROUGH]: [prefix] });
    expect(formerly(sound(one("10.31.16.0/32")), sound(GONE))).toEqual({ [WAN]: ["10.31.16.0/32"] });
    expect(formerly(sound(one("10.31.16.3/32")), sound(GONE))).toEqual({ [WAN]: ["10.31.16.3/32"] });
    expect(formerly(sound(one("10.31.16.4/32")), sound(GONE))).toEqual({ [WAN]: [] });
  });

  test("is that of a WAN's own tunnels, and not of another's", () => {
    const two: Changes = {
      ...UNSTATED,
      ...SECOND_HUB,
      "azurerm_virtual_wan.other": { name: "other", location: "norwayeast", resource_group_name: "rg" },
      "azurerm_virtual_hub.osl.virtual_wan_id": "${azurerm_virtual_wan.other.id}",
    };
    const other = "azurerm_virtual_wan.other";
    expect(formerly(sound(two), sound({ ...two, ...GONE }))).toEqual({ [WAN]: ["10.31.16.0/20"], [other]: [] });
  });

  test("can't be told of a tunnel of which nobody said what it carried, as long as ExpressRoute may take that", () => {
    const open = { [WAN]: [CONNECTION] };
    expect(formerly(sound(UNTOLD), sound(GONE))).toEqual(open);
    expect(formerly(sound(UNTOLD), sound({ ...GONE, [OVER]: "${var.prefixes}" }))).toEqual(open);
    expect(formerly(sound(UNTOLD), sound({ ...GONE, "network_intent.value.expressRoute": undefined }))).toEqual(open);
    expect(formerly(sound(UNTOLD), sound({ ...GONE, [OVER]: [] }))).toEqual({ [WAN]: [] });
    const second: Changes = {
      "azurerm_express_route_connection.again": {
        name: "again",
        express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
      },
      'network_intent.value.expressRoute["azurerm_express_route_connection.again"].advertises': ["10.31.0.0/16"],
    };
    expect(formerly(sound(UNTOLD), sound({ ...GONE, [OVER]: [], ...second }))).toEqual(open);
  });

  test("is told of a tunnel over the internet, which isn't on the private path", () => {
    const internet = { ...UNTOLD, [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false };
    expect(formerly(sound(internet), sound(GONE))).toEqual({ [WAN]: [] });
  });
});

test("what a link announces is protected though can't be told which site its connection is of", () => {
  const stray = { [STATED]: undefined, [`${CONNECTION}.remote_vpn_site_id`]: "${each.value}" };
  const network = networkOfInputs(sound(stray));
  expect(hubGroups(network).map((group) => protectedFrom(network, group).prefixes.map(({ text }) => text))).toEqual([
    ["10.31.16.0/20"],
  ]);
});
