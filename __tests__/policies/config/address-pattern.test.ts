import fc from "fast-check";
import { addressPattern, faultOfAddressPattern } from "../../../policies/config/address-pattern";

const matches = (pattern: string, address: string) => addressPattern(pattern)(address);

test.each([
  ["azurerm_vpn_site.hq", "azurerm_vpn_site.hq"],
  ['azurerm_vpn_site.hq["a"]', 'azurerm_vpn_site.hq["a"]'],
  ["azurerm_virtual_hub.hub[1]", "azurerm_virtual_hub.hub[1]"],
  ["azurerm_vpn_site.*", "azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.*", 'azurerm_vpn_site.hq["x.y]"]'],
  ['module.hub["weu"].azurerm_vpn_site.*', 'module.hub["weu"].azurerm_vpn_site.hq["a"]'],
  ['module.hub["weu"].*', 'module.hub["weu"].module.sites[0].azurerm_vpn_site.hq'],
  ['module.hub["*"].azurerm_vpn_site.hq', 'module.hub["w]e.u"].azurerm_vpn_site.hq'],
  ["module.hub[*].azurerm_vpn_site.hq", "module.hub[12].azurerm_vpn_site.hq"],
  ["module.hub[*].azurerm_vpn_site.hq", 'module.hub["say \\"hi\\""].azurerm_vpn_site.hq'],
  ["module.hub[1*].azurerm_vpn_site.hq", "module.hub[10].azurerm_vpn_site.hq"],
  ["module.*.azurerm_vpn_site.hq", 'module.hub["weu"].azurerm_vpn_site.hq'],
  ["module.h*b.azurerm_vpn_site.hq", "module.hub.azurerm_vpn_site.hq"],
  ["*.azurerm_vpn_site.hq", "module.azurerm_vpn_site.hq"],
  ["*", "module.hub[0].azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.**", "azurerm_vpn_site.hq"],
  [
    "/subscriptions/S/resourceGroups/rg/providers/Microsoft.Network/vpnSites/*",
    "/subscriptions/s/resourcegroups/RG/providers/Microsoft.Network/vpnSites/hq",
  ],
])("%s means %s", (pattern, address) => {
  expect(matches(pattern, address)).toBe(true);
});

test.each([
  ["azurerm_vpn_site.hq", "azurerm_vpn_site.hq2"],
  ["azurerm_vpn_site.hq", "module.a.azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.hq", 'azurerm_vpn_site.hq["a"]'],
  ["azurerm_vpn_site.hq", "azurerm_vpn_site.HQ"],
  ["azurerm_vpn_site.hq", "azurerm_vpn_siteXhq"],
  ["azurerm_virtual_hub.hub[1]", "azurerm_virtual_hub.hub[10]"],
  ["azurerm_virtual_hub.hub[1]", "azurerm_virtual_hub.hub1"],
  ['azurerm_virtual_hub.hub["1"]', "azurerm_virtual_hub.hub[1]"],
  ["azurerm_virtual_hub.hub[1*]", 'azurerm_virtual_hub.hub["1"]'],
  ["azurerm_vpn_site.*", "module.a.azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.*", "azurerm_vpn_site_extra.hq"],
  ['module.hub["weu"].*', 'module.hub["weu2"].azurerm_vpn_site.hq'],
  ['module.hub["*"].azurerm_vpn_site.hq', 'module.hub["a"].module.b["c"].azurerm_vpn_site.hq'],
  ["module.*.azurerm_vpn_site.hq", "module.a.module.b.azurerm_vpn_site.hq"],
  ['azurerm_vpn_site.*["a"]', 'azurerm_vpn_site.hq["b"]'],
  ["module.hub[*].azurerm_vpn_site.hq", "module.hub.azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.h?", "azurerm_vpn_site.hq"],
  ["azurerm_vpn_site.(hq|plant)", "azurerm_vpn_site.hq"],
  ['azurerm_vpn_site.hq["a\\*"]', 'azurerm_vpn_site.hq["ab"]'],
  ["azurerm_vpn_site.h\\*", "azurerm_vpn_site.hq"],
  [
    "/subscriptions/s/resourceGroups/*/providers/Microsoft.Network/vpnSites/hq",
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/hq/vpnSiteLinks/a",
  ],
  ["/subscriptions/s/*/vpnSites/hq", "/subscriptions/s/resourceGroups/rg/vpnSites/hq"],
])("%s doesn't mean %s", (pattern, address) => {
  expect(matches(pattern, address)).toBe(false);
});

const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/);
const key = fc.oneof(
  fc.constant(""),
  fc.nat(20).map((index) => `[${index}]`),
  fc.string({ maxLength: 8 }).map((text) => `[${JSON.stringify(text.replaceAll("*", ""))}]`),
);
const address = fc
  .tuple(fc.array(fc.tuple(name, key), { maxLength: 2 }), name, name, key)
  .map(([modules, type, label, own]) =>
    [...modules.map(([one, k]) => `module.${one}${k}`), `${type}.${label}${own}`].join("."),
  );

test("an address without a wildcard means itself and no other", () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      expect(matches(one, one)).toBe(true);
      expect(matches(one, other)).toBe(one === other);
    }),
  );
});

test("a wildcard in place of a resource's own name means that resource, and none in a module of its module", () => {
  fc.assert(
    fc.property(address, name, name, (whole, type, label) => {
      const module = `module.m["k"]`;
      expect(matches(`${module}.*`, `${module}.${whole}`)).toBe(true);
      expect(matches(`${module}.*.${label}`, `${module}.${type}.${label}`)).toBe(true);
      expect(matches(`${module}.*.${label}`, `${module}.module.x.${type}.${label}`)).toBe(false);
    }),
  );
});

test("a hostile pattern is answered at once", () => {
  const started = performance.now();
  expect(matches(`${"a*".repeat(40)}[0]`, `${"a".repeat(400)}.b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each([
  "*",
  "**",
  " * ",
  "*.*",
  "*[*]",
  '*["*"]',
  "/subscriptions/*",
  "/Subscriptions/*/*",
  "azurerm_*",
  "a*.*",
  "/subscriptions/s*",
])("%s is refused: it would suppress a rule everywhere", (pattern) => {
  expect(faultOfAddressPattern(pattern)).toBe(
    `${JSON.stringify(pattern)} would suppress the rule everywhere; name a resource or a module, such as module.lab.*`,
  );
});

test.each(["module.*", "azurerm_vpn_site.*", "*.azurerm_vpn_site.hq", "/subscriptions/s/*", ""])(
  "%j names something",
  (pattern) => {
    expect(faultOfAddressPattern(pattern)).toBeUndefined();
  },
);
