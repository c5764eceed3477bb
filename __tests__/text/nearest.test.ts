import { nearestTo } from "../../text/nearest";

const SITES = [
  "azurerm_vpn_site.hq",
  "azurerm_vpn_site.lyon",
  "azurerm_vpn_site.hq2",
  "module.lyon.azurerm_vpn_site.this",
];

test("the nearest names come first, and far ones not at all", () => {
  expect(nearestTo("azurerm_vpn_site.hp", SITES)).toEqual([
    "azurerm_vpn_site.hq",
    "azurerm_vpn_site.hq2",
    "azurerm_vpn_site.lyon",
  ]);
  expect(nearestTo("azurerm_vpn_site.HQ", SITES).at(0)).toBe("azurerm_vpn_site.hq");
  expect(nearestTo("nothing", SITES)).toEqual([]);
  expect(nearestTo("asPat", ["advertises", "asPath"])).toEqual(["asPath"]);
});
