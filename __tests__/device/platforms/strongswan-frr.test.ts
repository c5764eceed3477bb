import fc from "fast-check";
import { PRESET } from "../../../device/platforms/strongswan-frr/proposals";
import { IpsecPolicy } from "../../../lib/vpn/ipsec-policy";
import { changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { sample } from "../../sample";
import { networkOf } from "../../support/network";
import { entry, PLANTED, publicEntry, staticEntry } from "../azure/downloads";
import { complaintsOf, fileOf, rendered, renderedSound, SOUND_ENTRY, textAt } from "../rendering";
import { frrCommands, swanctlStatements } from "./tokenizer";

const POLICY = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy[0]";

describe("keys", () => {
  test("are left out unless somebody asks for them", () => {
    const { files, notes } = renderedSound();
    expect(JSON.stringify([files, notes])).not.toContain(PLANTED);
    expect(JSON.stringify(files)).not.toContain(Buffer.from(PLANTED).toString("base64"));
    expect(textAt({ files, notes }, "azure-keys.conf")).toContain('secret = "REPLACE-WITH-PRE-SHARED-KEY"');
  });

  test("are in one file that only its owner reads, in base64, so that no character of them is a statement", () => {
    const { files } = renderedSound({}, true);
    const holding = files.filter(({ text }) => text.includes(Buffer.from(PLANTED).toString("base64")));
    expect(holding.map(({ path, mode }) => [path, mode])).toEqual([
      ["bergen-a/etc/swanctl/conf.d/azure-keys.conf", 0o600],
    ]);
    expect(JSON.stringify(files)).not.toContain(PLANTED);
  });
});

describe("algorithms", () => {
  test.each([
    [{}, "aes256-sha384-ecp384", "aes256gcm16-ecp384"],
    [
      {
        ike_encryption_algorithm: "GCMAES128",
        ike_integrity_algorithm: "SHA256",
        dh_group: "DHGroup24",
        pfs_group: "PFS24",
      },
      "aes128gcm16-prfsha256-modp2048s256",
      "aes256gcm16-modp2048s256",
    ],
    [
      { dh_group: "DHGroup14", encryption_algorithm: "AES128", integrity_algorithm: "SHA256", pfs_group: "None" },
      "aes256-sha384-modp2048",
      "aes128-sha256",
    ],
    [{ dh_group: "ECP256", pfs_group: "ECP256" }, "aes256-sha384-ecp256", "aes256gcm16-ecp256"],
    [{ pfs_group: "PFS14" }, "aes256-sha384-ecp384", "aes256gcm16-modp2048"],
  ])("%j are spelled as strongSwan spells them", (policy, ike, esp) => {
    const changes = Object.fromEntries(Object.entries(policy).map(([name, value]) => [`${POLICY}.${name}`, value]));
    const text = textAt(renderedSound(changes), "azure.conf".replace("azure", "conf.d/azure"));
    expect([/ proposals = (.*)/.exec(text)?.[1], /esp_proposals = (.*)/.exec(text)?.[1]]).toEqual([ike, esp]);
  });

  test.each([
    ["integrity_algorithm", "GCMAES128"],
    ["integrity_algorithm", "SHA1"],
    ["encryption_algorithm", "None"],
    ["dh_group", "DHGroup2"],
    ["ike_integrity_algorithm", "MD5"],
    ["pfs_group", "PFS1"],
  ])("%s %s is refused, with a preset that works", (name, value) => {
    const [said, ...others] = complaintsOf(() => renderedSound({ [`${POLICY}.${name}`]: value }));
    expect(said).toMatch(
      /^azurerm_vpn_gateway_connection\.bergen: Site bergen, link a, Hub hub-sdc, Instance0: strongSwan has no words for /,
    );
    expect(said).toContain(`${PRESET} works`);
    expect(others).toHaveLength(1);
  });

  test("the preset is one of this package", () => {
    expect(IpsecPolicy[PRESET]).toBeInstanceOf(IpsecPolicy);
  });

  test("one that no input tells is refused, with what would tell it", () => {
    expect(complaintsOf(() => renderedSound({ [`${POLICY}.dh_group`]: "${var.group}" }))).toEqual([
      "azure.json: Link a of site bergen: vpn_link[0].ipsec_policy[0].dh_group can't be told; hand over the plan that tells var.group",
    ]);
  });

  test("without a policy Azure's defaults are written, and that is said", () => {
    const { files, notes } = renderedSound({
      "azurerm_vpn_gateway_connection.bergen.vpn_link[0].ipsec_policy": undefined,
    });
    expect(textAt({ files, notes }, "conf.d/azure.conf")).toContain("proposals = aes256-sha256-modp2048\n");
    expect(notes).toContain(
      "Link a of site bergen: it has no IPsec policy; Azure's defaults are written, which hold weaker offers too.",
    );
  });
});

describe("routes", () => {
  test("a next hop that nobody told is an address that no network has, and that is said", () => {
    const { files, notes } = renderedSound();
    expect(textAt({ files, notes }, "bergen-a/etc/frr/frr.conf")).toContain("ip route 10.100.0.5/32 192.0.2.1\n");
    expect(notes).toContain(
      "Link a of site bergen: no input tells the router through which it reaches ExpressRoute. 192.0.2.1 stands for it; --next-hop a=ADDRESS tells it.",
    );
  });

  test("only what intent prefers the tunnel for comes before ExpressRoute", () => {
    const prefers = "network_intent.value.onPremises.prefersTunnelFor";
    const text = textAt(renderedSound({ [prefers]: ["10.110.0.0/16"] }), "bergen-a/etc/frr/frr.conf");
    expect(text).toContain("ip prefix-list TUNNEL-FIRST seq 10 permit 10.110.0.0/16 le 32\n");
    expect(text).toContain(" match ip address prefix-list TUNNEL-FIRST\n set local-preference 200\n");
    expect(text).toContain("route-map AZURE-IN permit 30\n set local-preference 90\n");
  });

  test("a hub's own prefix is kept out of the tunnel, unless intent lists it", () => {
    const prefers = "network_intent.value.onPremises.prefersTunnelFor";
    const refusal = /AZURE-REFUSED seq \d+ permit 10\.100\.0\.0\/23 le 32/;
    expect(textAt(renderedSound({ [prefers]: "all" }), "bergen-a/etc/frr/frr.conf")).toMatch(refusal);
    const listed = { [prefers]: ["10.100.0.0/23", "10.110.0.0/16"] };
    expect(textAt(renderedSound(listed), "bergen-a/etc/frr/frr.conf")).not.toMatch(refusal);
  });

  test("a prefix that holds a spoke may be announced, and the spoke is learned all the same", () => {
    const announced = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
    const text = textAt(renderedSound({ [announced]: ["10.0.0.0/8"] }), "bergen-a/etc/frr/frr.conf");
    expect(text).toContain("ip prefix-list AZURE-REFUSED seq 20 permit 10.0.0.0/8\n");
  });

  test("what is Azure's own is never announced to it", () => {
    const announced = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
    expect(complaintsOf(() => renderedSound({ [announced]: ["10.110.1.0/24", "10.100.0.0/24"] }))).toEqual([
      "azure.json: Link a of site bergen: intent lets it announce 10.100.0.0/24, which is Azure's own, in 10.100.0.0/23; take it out of what the link advertises",
      "azure.json: Link a of site bergen: intent lets it announce 10.110.1.0/24, which is Azure's own, in 10.110.0.0/22; take it out of what the link advertises",
    ]);
  });
});

describe("what can't be had is refused", () => {
  test.each([
    ["protocol", "IKEv1", "it is IKEv1, which is not rendered; set protocol to IKEv2"],
    [
      "policy_based_traffic_selector_enabled",
      true,
      "it has policy-based traffic selectors, and only route-based tunnels are rendered; turn them off",
    ],
    [
      "ingress_nat_rule_ids",
      ["${azurerm_vpn_gateway_nat_rule.x.id}"],
      "it has NAT rules, and what a device announces behind them is not rendered; configure that device by hand",
    ],
  ])("%s %j", (name, value, said) => {
    const changes = { [`azurerm_vpn_gateway_connection.bergen.vpn_link[0].${name}`]: value };
    expect(complaintsOf(() => renderedSound(changes))).toEqual([`azure.json: Link a of site bergen: ${said}`]);
  });

  test("tunnels that end at public addresses though the private ones were asked for", () => {
    const [own] = JSON.parse(JSON.stringify([entry(SOUND_ENTRY)]));
    own.vpnSiteConnections[0].gatewayConfiguration.IpAddresses = { Instance0: "203.0.113.1", Instance1: "203.0.113.2" };
    expect(complaintsOf(() => rendered(fileOf([own]), networkOf(SOUND)))).toEqual([
      'azure.json: Link a of site bergen: Azure ends the tunnels at 203.0.113.1 and 203.0.113.2, outside of the hub\'s 10.100.0.0/23: "Use Azure Private IP Address" has not taken effect; set it, apply, and download the file again',
    ]);
  });
});

describe("links that don't run over ExpressRoute", () => {
  test("are left out, and that is said", () => {
    const { files, notes } = rendered(fileOf([entry(SOUND_ENTRY), publicEntry()]), networkOf(SOUND));
    expect(files.filter(({ path }) => path.startsWith("shop"))).toEqual([]);
    expect(notes).toContain("Link internet of site shop doesn't run over ExpressRoute: nothing is rendered for it.");
  });

  test("alone leave nothing to render", () => {
    expect(complaintsOf(() => rendered(fileOf([publicEntry()]), undefined))).toEqual([
      "azure.json: no link in it runs over ExpressRoute: all end at public addresses",
    ]);
  });
});

test("a link of a file of old, without its name and without BGP, has static routes to what is known", () => {
  const { files, notes } = rendered(fileOf([staticEntry()]), undefined);
  expect(textAt({ files, notes }, "branch-one-link/etc/frr/frr.conf")).toContain("ip route 10.51.230.5/32 192.0.2.1\n");
  expect(textAt({ files, notes }, "branch-one-link/etc/frr/frr.conf")).not.toContain("router bgp");
  expect(notes).toContain("Link link of site branch one at 10.51.230.0/24: not all spokes can be told.");
});

describe("names from Azure", () => {
  test.each(["x\nneighbor 1.2.3.4 remote-as 1", "x}", 'x"', "x#", "x!", "x'$(id)", "ber\u2028gen", "x".repeat(121)])(
    "%j is refused",
    (site) => {
      const network = networkOf(changed(SOUND, { "azurerm_vpn_site.bergen.name": site }));
      const [said] = complaintsOf(() => rendered(fileOf([entry({ ...SOUND_ENTRY, site })]), network));
      expect(said).toMatch(/^azure\.json: the name of the site, .* a device's file takes 1 to 120 letters/s);
      expect(said).not.toContain("\n");
    },
  );

  test("whatever a site, a link or a hub is called, no statement comes or goes", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.stringMatching(/^[A-Za-z0-9 ._()/}{"'#!;$\n-]{1,12}$/),
    );
    const unstated = { "network_intent.value.vpn": undefined };
    const plain = renderedSound(unstated);
    fc.assert(
      fc.property(name, name, name, (site, link, hub) => {
        const network = networkOf(
          changed(SOUND, {
            ...unstated,
            "azurerm_vpn_site.bergen.name": site,
            "azurerm_vpn_site.bergen.link[0].name": link,
            "azurerm_virtual_hub.sdc.name": hub,
          }),
        );
        let files: ReturnType<typeof rendered>;
        try {
          files = rendered(fileOf([entry({ ...SOUND_ENTRY, site, link })]), network);
        } catch {
          return;
        }
        for (const end of ["conf.d/azure.conf", "azure-keys.conf"]) {
          expect(swanctlStatements(textAt(files, end))).toEqual(swanctlStatements(textAt(plain, end)));
        }
        const commands = frrCommands(textAt(files, "frr/frr.conf"));
        expect(commands.filter((line) => !line.includes("ip prefix-list"))).toHaveLength(
          frrCommands(textAt(plain, "frr/frr.conf")).filter((line) => !line.includes("ip prefix-list")).length,
        );
        expect(files.files.every(({ path }) => /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9._-]+)+$/.test(path))).toBe(true);
      }),
      { numRuns: sample(60, 2000) },
    );
  });
});
