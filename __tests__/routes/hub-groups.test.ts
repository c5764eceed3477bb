import { hasPrivatePath, hubGroups } from "../../routes/hub-groups";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const OTHER_WAN = { name: "other", location: "norwayeast", resource_group_name: "rg" };
const HUB = "azurerm_virtual_hub";

/** Each group: its WAN, and its hubs. */
function groups(changes: Changes) {
  return hubGroups(networkOf(changed(SOUND, changes))).map(({ wan, hubs }) => ({
    wan: wan?.resource.address,
    hubs: hubs.map(({ resource }) => resource.address),
  }));
}

describe("hubs that tell each other routes", () => {
  test("are all hubs where no more than one WAN is shown, even those whose WAN can't be told", () => {
    const untold = { ...SECOND_HUB, [`${HUB}.osl.virtual_wan_id`]: undefined };
    expect(groups(untold)).toEqual([{ wan: "azurerm_virtual_wan.wan", hubs: [`${HUB}.osl`, `${HUB}.sdc`] }]);
    expect(hubGroups(networkOf({ resource: { azurerm_virtual_wan: { wan: OTHER_WAN } } }))).toEqual([]);
  });

  test("are those of one WAN where there are several; a WAN without hubs has none, and a hub of which can't be told is alone", () => {
    const two = { ...SECOND_HUB, "azurerm_virtual_wan.other": OTHER_WAN };
    const first = { wan: "azurerm_virtual_wan.wan", hubs: [`${HUB}.sdc`] };
    expect(groups(two)).toEqual([{ ...first, hubs: [`${HUB}.osl`, `${HUB}.sdc`] }]);
    expect(groups({ ...two, [`${HUB}.osl.virtual_wan_id`]: "${azurerm_virtual_wan.other.id}" })).toEqual([
      { wan: "azurerm_virtual_wan.other", hubs: [`${HUB}.osl`] },
      first,
    ]);
    expect(groups({ ...two, [`${HUB}.osl.virtual_wan_id`]: undefined })).toEqual([
      first,
      { wan: undefined, hubs: [`${HUB}.osl`] },
    ]);
  });

  test("have a private path where a link of theirs uses the gateway's private addresses, or may", () => {
    const link = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
    const answers = [true, false, "${var.flag}"].map((flag) =>
      hubGroups(networkOf(changed(SOUND, { [link]: flag }))).map(hasPrivatePath),
    );
    expect(answers).toEqual([[true], [false], [true]]);
  });
});
