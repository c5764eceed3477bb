import { branchesOf, hasPrivateTunnel } from "../../routes/branches";
import { hubGroups } from "../../routes/hub-groups";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SECOND_SITE, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`;

/** A second WAN with a hub and a VPN gateway. */
const OTHER_WAN: Changes = {
  ...SECOND_HUB,
  "azurerm_virtual_wan.other": { name: "other", location: "norwayeast", resource_group_name: "rg" },
  "azurerm_virtual_hub.osl.virtual_wan_id": "${azurerm_virtual_wan.other.id}",
};

/** WAN by WAN: the branches, with their connections, why those may be elsewhere, and whether any is private. */
function branches(changes: Changes) {
  const network = networkOf(changed(SOUND, changes));
  return Object.fromEntries(
    hubGroups(network).map((group) => [
      group.wan?.name.state === "known" ? group.wan.name.value : "",
      branchesOf(network, group).map((branch) => [
        branch.site?.resource.address,
        ...branch.connections.map(({ connection, doubts }) =>
          [connection.resource.address, ...doubts.flatMap(({ decidedBy }) => decidedBy)].join(" "),
        ),
        hasPrivateTunnel(branch),
      ]),
    ]),
  );
}

describe("the branches of a WAN", () => {
  test("are all sites, connected or not, where there is one WAN", () => {
    const lone = { "azurerm_vpn_site.oslo": { ...SECOND_SITE, virtual_wan_id: undefined } };
    expect(branches(lone)).toEqual({
      "wan-nordics": [
        [SITE, CONNECTION, true],
        ["azurerm_vpn_site.oslo", false],
      ],
    });
  });

  test("are its own sites where there are several, and those that a connection brings to one of its hubs", () => {
    expect(branches({ ...OTHER_WAN, "azurerm_vpn_site.oslo": SECOND_SITE })).toEqual({
      other: [],
      "wan-nordics": [
        [SITE, CONNECTION, true],
        ["azurerm_vpn_site.oslo", false],
      ],
    });
    const moved = { [`${CONNECTION}.vpn_gateway_id`]: "${azurerm_vpn_gateway.osl.id}" };
    expect(branches({ ...OTHER_WAN, ...moved })).toEqual({
      other: [[SITE, CONNECTION, true]],
      "wan-nordics": [[SITE, false]],
    });
    expect(branches({ ...OTHER_WAN, [`${SITE}.virtual_wan_id`]: "${azurerm_virtual_wan.other.id}" })).toEqual({
      other: [[SITE, false]],
      "wan-nordics": [[SITE, CONNECTION, true]],
    });
  });

  test("are in doubt in every WAN whose hub a connection may end at", () => {
    const stray = { [`${CONNECTION}.vpn_gateway_id`]: "${var.gateway}" };
    expect(branches({ ...OTHER_WAN, [`${CONNECTION}.vpn_gateway_id`]: "${each.value}" })).toEqual({
      other: [],
      "wan-nordics": [[SITE, `${CONNECTION} each.value`, true]],
    });
    expect(branches(stray)).toEqual({ "wan-nordics": [[SITE, `${CONNECTION} var.gateway`, true]] });
  });

  test("are a connection alone where can't be told which site it connects", () => {
    expect(branches({ [`${CONNECTION}.remote_vpn_site_id`]: "${each.value}" })).toEqual({
      "wan-nordics": [
        [SITE, false],
        [undefined, CONNECTION, true],
      ],
    });
  });

  test("have a private tunnel where a link is one, may be one, or can't be told", () => {
    const isPrivate = (changes: Changes) => branches(changes)["wan-nordics"]?.map((one) => one.at(-1));
    expect(isPrivate({ [LINK]: false })).toEqual([false]);
    expect(isPrivate({ [LINK]: "${var.private}" })).toEqual([true]);
    expect(isPrivate({ [`${CONNECTION}.vpn_link`]: "${var.links}" })).toEqual([true]);
  });
});
