import { placesCalled, WrongQuestion } from "../../paths/places";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_NETWORK, SECOND_SPOKE, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const SITE = "azurerm_vpn_site.bergen";

function places(written: string, changes: Changes = {}): string[] {
  return [...placesCalled(networkOf(changed(SOUND, changes)), written)];
}

function refused(written: string, changes: Changes = {}): string {
  try {
    return places(written, changes).join();
  } catch (error) {
    return error instanceof WrongQuestion ? error.complaints.join() : String(error);
  }
}

describe("a place that somebody names", () => {
  test.each([
    [HUB, HUB],
    ["hub-sdc", HUB],
    ["hub hub-sdc", HUB],
    [SPOKE, SPOKE],
    ["app", SPOKE],
    ["spoke vnet-app", SPOKE],
    ["vnet-app", SPOKE],
    ["azurerm_virtual_network.app", SPOKE],
    [SITE, SITE],
    ["bergen", SITE],
    ["site bergen", SITE],
  ])("is found as %s", (written, place) => {
    expect(places(written)).toEqual([place]);
  });

  test("is each that bears the name", () => {
    const both = { "azurerm_vpn_site.bergen.name": "app" };
    expect(places("app", both).sort()).toEqual([SPOKE, SITE].sort());
  });

  test("may be a spoke whose network can't be told, or has no name that can", () => {
    expect(places("app", { [`${SPOKE}.remote_virtual_network_id`]: "${each.value}" })).toEqual([SPOKE]);
    const unnamed = { "azurerm_virtual_network.app.name": "${var.name}" };
    expect(places("azurerm_virtual_network.app", unnamed)).toEqual([SPOKE]);
  });

  test("is refused where nothing is called so, with what comes near, by letters or as a part", () => {
    const none = "there is no such hub, spoke or site";
    expect(refused("hub-sdk")).toBe(`--from hub-sdk: ${none}; did you mean hub-sdc?`);
    expect(refused("Vnet")).toBe(`--from Vnet: ${none}; did you mean spoke vnet-app or vnet-app?`);
    const many = {
      "azurerm_virtual_network.data": SECOND_NETWORK,
      "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
    };
    expect(refused("virtual", many)).toBe(
      `--from virtual: ${none}; did you mean ${HUB} or ${SPOKE} or azurerm_virtual_hub_connection.data?`,
    );
  });

  test("is refused with all that there are where nothing comes near, not even a part of two letters", () => {
    const all =
      "hub hub-sdc (azurerm_virtual_hub.sdc), spoke vnet-app (azurerm_virtual_hub_connection.app), site bergen (azurerm_vpn_site.bergen)";
    expect(refused("nowhere-at-all-known")).toBe(
      `--from nowhere-at-all-known: there is no such hub, spoke or site; there are ${all}`,
    );
    expect(() => placesCalled(networkOf({ resource: {} }), "hub-sdc")).toThrow(
      new WrongQuestion("--from hub-sdc: there is no such hub, spoke or site"),
    );
  });
});
