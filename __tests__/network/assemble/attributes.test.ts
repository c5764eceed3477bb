import { assemble } from "../../../network/assemble/assemble";
import { type Attribute, UnknownAttribute } from "../../../network/resource";
import { networkOf, tf } from "../../support/network";
import { managed, readingOf } from "../../support/readings";

function bgpOf(asn: unknown) {
  const link = { name: "a", bgp: { asn, peering_address: "10.0.0.1" } };
  const network = networkOf({ resource: { azurerm_vpn_site: { hq: { name: "hq", link: [link] } } } });
  const bgp = network.sites[0]?.links.items[0]?.bgp;
  return bgp?.state === "known" ? bgp.value.asn : undefined;
}

function flagOf(value: unknown) {
  const network = networkOf({ resource: { azurerm_virtual_wan: { wan: { disable_vpn_encryption: value } } } });
  return network.wans[0]?.disableVpnEncryption;
}

function nameOf(name: unknown) {
  return networkOf({ resource: { azurerm_virtual_wan: { wan: { name } } } }).wans[0]?.name;
}

const ASN = "link[0].bgp[0].asn";
const FLAG = "disable_vpn_encryption";

describe("a number", () => {
  test.each([
    [65010, 65010],
    ["65010", 65010],
    ["6.501e4", 65010],
    ["-1", -1],
    [65010.5, 65010.5],
  ])("%j is %d", (written, value) => {
    expect(bgpOf(written)).toEqual({ state: "known", path: ASN, value, written: true });
  });

  test.each([
    ["AS65010", '"AS65010" is not a number'],
    ["0x10", '"0x10" is not a number'],
    ["", '"" is not a number'],
    ["1e999", '"1e999" is not a number'],
    [true, "true is not a number"],
    [[65010], "a list is not a number"],
  ])("%j is unknown, and says why", (written, expression) => {
    const unknown = { decidedBy: [`azurerm_vpn_site.hq.${ASN}`], expression };
    expect(bgpOf(written)).toEqual({ state: "unknown", path: ASN, unknown });
  });
});

describe("a flag", () => {
  test.each([
    [true, true],
    ["true", true],
    ["1", true],
    [false, false],
    ["false", false],
    ["0", false],
  ])("%j is %j", (written, value) => {
    expect(flagOf(written)).toEqual({ state: "known", path: FLAG, value, written: true });
  });

  test.each([
    ["yes", '"yes" is not true or false'],
    [1, "1 is not true or false"],
    ["TRUE", '"TRUE" is not true or false'],
  ])("%j is unknown, and says why", (written, expression) => {
    const unknown = { decidedBy: [`azurerm_virtual_wan.wan.${FLAG}`], expression };
    expect(flagOf(written)).toEqual({ state: "unknown", path: FLAG, unknown });
  });

  test("null is as good as not written", () => {
    expect(flagOf(null)).toEqual({ state: "known", path: FLAG, value: false, written: false });
  });
});

describe("a text", () => {
  test("numbers and flags are texts too", () => {
    expect([nameOf(5), nameOf(true)]).toEqual([
      { state: "known", path: "name", value: "5", written: true },
      { state: "known", path: "name", value: "true", written: true },
    ]);
  });

  test("an object is not", () => {
    const unknown = { decidedBy: ["azurerm_virtual_wan.wan.name"], expression: "a block is not text" };
    expect(nameOf({ a: 1 })).toEqual({ state: "unknown", path: "name", unknown });
  });

  test("an expression that only Terraform can tell is unknown, with what decides it", () => {
    const unknown = { decidedBy: ["terraform_data.ipam.output"], expression: tf("terraform_data.ipam.output") };
    expect(nameOf(tf("terraform_data.ipam.output"))).toEqual({ state: "unknown", path: "name", unknown });
  });

  test("what another resource has is followed", () => {
    const network = networkOf({
      resource: {
        azurerm_virtual_wan: { a: { name: "a", type: tf("azurerm_virtual_wan.b.type") }, b: { type: "Basic" } },
      },
    });
    expect(network.wans[0]?.type).toEqual({ state: "known", path: "type", value: "Basic", written: true });
  });

  test("a circle of references is unknown", () => {
    const network = networkOf({
      resource: {
        azurerm_virtual_wan: {
          a: { name: tf("azurerm_virtual_wan.b.name") },
          b: { name: tf("azurerm_virtual_wan.a.name") },
        },
      },
    });
    expect(network.wans.map(({ name }) => name.state)).toEqual(["unknown", "unknown"]);
  });

  test("an empty address in a state is no address", () => {
    const link = { name: "a", ip_address: "10.0.0.4", fqdn: "", provider_name: "" };
    const [site] = networkOf({ resource: { azurerm_vpn_site: { hq: { link } } } }).sites;
    expect(site?.links.items[0]?.fqdn).toEqual({ state: "absent", path: "link[0].fqdn" });
  });

  test("an empty text where there is a default is the default, for a state has it where nobody wrote one", () => {
    const [hub] = networkOf({ resource: { azurerm_virtual_hub: { hub: { sku: "" } } } }).hubs;
    expect(hub?.sku).toEqual({ state: "known", path: "sku", value: "Standard", written: false });
  });
});

describe("a list", () => {
  function cidrsOf(address_cidrs: unknown) {
    return networkOf({ resource: { azurerm_vpn_site: { hq: { name: "hq", address_cidrs } } } }).sites[0]?.addressCidrs;
  }

  test("holds known and unknown elements in their places", () => {
    expect(cidrsOf(["10.0.0.0/24", tf("var.more"), "10.0.2.0/24"])).toEqual({
      path: "address_cidrs",
      items: [
        { state: "known", path: "address_cidrs[0]", value: "10.0.0.0/24", written: true },
        {
          state: "unknown",
          path: "address_cidrs[1]",
          unknown: { decidedBy: ["var.more"], expression: tf("var.more") },
        },
        { state: "known", path: "address_cidrs[2]", value: "10.0.2.0/24", written: true },
      ],
    });
  });

  test("that can't be told as a whole is empty and says so", () => {
    expect(cidrsOf(tf("var.all"))).toEqual({
      path: "address_cidrs",
      items: [],
      unknown: { decidedBy: ["var.all"], expression: tf("var.all") },
    });
  });

  test("a single text is no list", () => {
    expect(cidrsOf("10.0.0.0/24")).toEqual({
      path: "address_cidrs",
      items: [],
      unknown: { decidedBy: ["azurerm_vpn_site.hq.address_cidrs"], expression: '"10.0.0.0/24" is not a list' },
    });
  });
});

describe("what a plan says of values that nobody wrote", () => {
  const COMPUTED = new UnknownAttribute({ decidedBy: ["it.self"] }, true);
  const WRITTEN = new UnknownAttribute({ decidedBy: ["terraform_data.x.output"] });

  function gatewayWith(bgp_settings: Attribute) {
    const gateway = managed("plan.json", "azurerm_vpn_gateway.g", { name: "g", bgp_settings });
    return assemble([readingOf("plan.json", [gateway])]).vpnGateways[0]?.asn;
  }

  test("a computed block has its defaults", () => {
    expect(gatewayWith(COMPUTED)).toEqual({
      state: "known",
      path: "bgp_settings[0].asn",
      value: 65515,
      written: false,
    });
  });

  test("a block that somebody wrote as an unknown value is unknown", () => {
    const unknown = { decidedBy: ["terraform_data.x.output"] };
    expect(gatewayWith(WRITTEN)).toEqual({ state: "unknown", path: "bgp_settings[0].asn", unknown });
  });

  test("one unknown block of a list leaves the others, and says that there may be more", () => {
    const link = [{ name: "a" }, WRITTEN, { name: "c" }];
    const [site] = assemble([readingOf("plan.json", [managed("plan.json", "azurerm_vpn_site.s", { link })])]).sites;
    expect(site?.links.items.map(({ path }) => path)).toEqual(["link[0]", "link[2]"]);
    expect(site?.links.unknown).toEqual({ decidedBy: ["terraform_data.x.output"] });
  });

  test("a computed pre-shared key is Azure's own, an unknown one is unknown", () => {
    function keyOf(shared_key: Attribute) {
      const connection = managed("plan.json", "azurerm_vpn_gateway_connection.c", { vpn_link: [{ shared_key }] });
      return assemble([readingOf("plan.json", [connection])]).vpnConnections[0]?.links.items[0]?.sharedKey;
    }
    const path = "vpn_link[0].shared_key";
    expect(keyOf(COMPUTED)).toEqual({ state: "absent", path });
    expect(keyOf(WRITTEN)).toEqual({ state: "unknown", path, unknown: { decidedBy: ["terraform_data.x.output"] } });
  });

  test("an unknown that names nothing is decided by the attribute itself", () => {
    const wan = managed("plan.json", "azurerm_virtual_wan.w", { name: new UnknownAttribute({ decidedBy: [] }) });
    const unknown = { decidedBy: ["azurerm_virtual_wan.w.name"] };
    expect(assemble([readingOf("plan.json", [wan])]).wans[0]?.name).toEqual({
      state: "unknown",
      path: "name",
      unknown,
    });
  });
});
