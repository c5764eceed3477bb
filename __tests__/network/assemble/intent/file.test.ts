import { complaintsOf } from "../../../support/complaints";
import { networkOf, networkOfInputs, tf } from "../../../support/network";
import { noted } from "../../../support/noted";

/** A region with a site of one private-IP link. */
function region(third: number, intent: object | undefined) {
  const links = { over: { advertises: [`10.${third}.1.0/24`] } };
  return {
    resource: {
      azurerm_vpn_site: { site: { name: "site", address_cidrs: [`10.${third}.2.0/24`], link: { name: "over" } } },
      azurerm_vpn_gateway_connection: {
        site: {
          remote_vpn_site_id: tf("azurerm_vpn_site.site.id"),
          vpn_link: {
            name: "over",
            vpn_site_link_id: tf("azurerm_vpn_site.site.link[0].id"),
            local_azure_ip_address_enabled: true,
          },
        },
      },
    },
    output: { network_intent: { value: { vpn: { "azurerm_vpn_site.site": links }, ...intent } } },
  };
}

describe("an intent file", () => {
  test("holds over what an output says of one link, key by key", () => {
    const output = { vpn: { "azurerm_vpn_site.site": { over: { advertises: ["10.1.1.0/24"], asPath: [65010] } } } };
    const advertisedWith = (over: object) => {
      const [site] = networkOf(region(1, output), { intent: { vpn: { "azurerm_vpn_site.site": { over } } } }).sites;
      return noted(site?.links.items[0]?.advertised);
    };
    expect(advertisedWith({ asPath: [65020] })).toEqual({ prefixes: ["10.1.1.0/24"], asPath: [65020] });
    expect(advertisedWith({ advertises: [] })).toEqual({ prefixes: [], asPath: [65010] });
    expect(advertisedWith({})).toEqual({ prefixes: ["10.1.1.0/24"], asPath: [65010] });
  });

  test("names the input of an address that is in two of them", () => {
    const inputs = { "a/plan.json": region(1, {}), "b#1.json": region(2, {}) };
    const file = { vpn: { "b#1.json#azurerm_vpn_site.site": { over: { advertises: ["10.9.0.0/16"] } } } };
    const { sites } = networkOfInputs(inputs, { intent: file });
    expect(sites.map((site) => noted(site.links.items[0]?.advertised))).toEqual([
      { prefixes: ["10.1.1.0/24"], asPath: "absent" },
      { prefixes: ["10.9.0.0/16"], asPath: "absent" },
    ]);
    expect(
      complaintsOf(() => networkOfInputs(inputs, { intent: 'vpn: {azurerm_vpn_site.site: {}, "a/plan.json#x": {}}' })),
    ).toEqual([
      'intent.yaml:1:7: azurerm_vpn_site.site is in several inputs; write "a/plan.json#azurerm_vpn_site.site" or "b#1.json#azurerm_vpn_site.site"',
      "intent.yaml:1:34: there is no VPN site x; there is azurerm_vpn_site.site",
    ]);
  });
});
