import { EncryptedExpressRoute } from "../../../lib/pattern/encrypted-express-route";
import type { EncryptedExpressRouteProps, NewHubPattern } from "../../../lib/pattern/encrypted-options";
import type { CircuitOfPattern } from "../../../lib/pattern/encrypted-parts";
import { VpnLink } from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { objectOf } from "../../../scripts/azurerm-schema";
import { NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, resourcesOf, terraformOf } from "../terraform";

const PEERING = { expressRouteCircuitPeeringId: `${NETWORK}/expressRouteCircuits/ams/peerings/AzurePrivatePeering` };

function link(deviceAddress: string, advertises?: readonly string[]): VpnLink {
  const bgp = { asn: 65010, peeringAddress: "192.168.255.1" };
  const base = { name: "over-ams", provider: "Equinix", speedMbps: 1000, deviceAddress, bgp };
  return VpnLink.overExpressRoute(advertises === undefined ? base : { ...base, advertises });
}

function pattern(
  circuit: Omit<CircuitOfPattern, "circuit" | "peering">,
  props: Partial<NewHubPattern> = {},
): EncryptedExpressRouteProps {
  return {
    name: "weu",
    resourceGroupName: "rg",
    location: "westeurope",
    hub: { addressPrefix: "10.100.0.0/23" },
    circuits: { ams: { ...circuit, peering: PEERING } },
    sites: { hq: { site: { links: [link("10.0.0.4", ["10.0.1.0/24"])], addressCidrs: ["10.0.3.0/24"] } } },
    onTunnelLoss: "drop",
    ...props,
  };
}

/** What each route map lets pass, by its name, and what is stated for the gate. */
function madeOf(props: EncryptedExpressRouteProps) {
  const stack = emptyStack();
  new EncryptedExpressRoute(stack, "Default", props);
  const maps = objectOf(terraformOf(stack).resource).azurerm_route_map;
  return {
    stated: objectOf(objectOf(objectOf(terraformOf(stack).output).network_intent).value).onTunnelLoss,
    kept: Object.fromEntries(
      Object.values(maps === undefined ? {} : resourcesOf(stack, "azurerm_route_map")).map((map) => {
        const { name, rule } = objectOf(map);
        const rules = Array.isArray(rule) ? rule.map(objectOf) : [];
        const matches = rules.flatMap(({ match_criterion }) => match_criterion);
        return [String(name), matches.flatMap((match) => objectOf(match).route_prefix)];
      }),
    ),
  };
}

const complaintsAbout = (props: EncryptedExpressRouteProps) =>
  complaintsOf(() => new EncryptedExpressRoute(emptyStack(), "weu", props));

test("drop is stated, and makes route maps that keep the prefixes of VPN devices", () => {
  expect(madeOf(pattern({ advertises: ["10.0.0.0/24", "10.9.0.0/16", "10.0.0.0/8"] }))).toEqual({
    stated: "drop",
    kept: { "con-ams-inbound": ["10.0.0.0/24"], "con-ams-outbound": [] },
  });
});

test("cleartext is stated, and makes none", () => {
  const made = madeOf(pattern({ advertises: ["10.0.0.0/24"] }, { onTunnelLoss: "cleartext" }));
  expect(made).toEqual({ stated: "cleartext", kept: {} });
});

test("a connection may keep more", () => {
  const onTunnelLoss = { action: "drop", keepInbound: ["10.9.0.0/16"], keepOutbound: ["10.110.0.0/22"] } as const;
  const { kept } = madeOf(pattern({ advertises: ["10.0.0.0/24", "10.9.0.0/16"], onTunnelLoss }));
  expect(kept).toEqual({
    "con-ams-inbound": ["10.9.0.0/16", "10.0.0.0/24"],
    "con-ams-outbound": ["10.110.0.0/22"],
  });
});

test("what a site lists is protected, unless it is said what is", () => {
  const close = pattern({ advertises: ["10.0.0.0/22"] });
  expect(complaintsAbout(close)).toEqual([
    "circuits.ams.advertises: the VPN device 10.0.0.4 of link over-ams is only in 10.0.0.0/22, which holds protected prefixes as well and so can't be kept; advertise a prefix of its own over ExpressRoute too, such as 10.0.0.0/24",
  ]);
  const said = pattern({ advertises: ["10.0.0.0/22"] }, { protectedPrefixes: ["10.1.0.0/16"] });
  expect(madeOf(said).kept).toMatchObject({ "con-ams-inbound": ["10.0.0.0/22"] });
});

test("a link that may reach anything leaves open what is protected", () => {
  const sites = { hq: { site: { links: [link("10.0.0.4")] } } };
  expect(complaintsAbout(pattern({ advertises: ["10.0.0.0/24"] }, { sites }))).toEqual([
    "protectedPrefixes: state them, to tell what circuits.ams.onTunnelLoss may keep, or name in onTunnelLoss.keepInbound what stays",
  ]);
});

test("of a site that exists already nobody knows where its device is, so the person has to say", () => {
  const known = (keepInbound?: readonly string[]) => {
    const stack = emptyStack();
    const site = VpnSite.fromAttributes(stack, "hq", {
      vpnSiteId: `${NETWORK}/vpnSites/hq`,
      links: [{ name: "over-ams", over: "ExpressRoute", bgpEnabled: true }],
    });
    const named = keepInbound === undefined ? {} : { onTunnelLoss: { action: "drop", keepInbound } as const };
    const props = pattern({ advertises: ["10.0.0.0/24"], ...named }, { sites: { hq: { site } } });
    return complaintsOf(() => new EncryptedExpressRoute(stack, "weu", props));
  };
  expect(known()).toEqual([
    "circuits.ams.onTunnelLoss: the VPN device's address of link over-ams isn't known here; name its prefix in onTunnelLoss.keepInbound",
    "protectedPrefixes: state them, to tell what circuits.ams.onTunnelLoss may keep, or name in onTunnelLoss.keepInbound what stays",
  ]);
  expect(known(["10.0.0.0/24"])).toEqual([]);
});

test("a device has to be kept by one circuit, not by all", () => {
  const two = (fra: readonly string[]) =>
    pattern(
      {},
      {
        circuits: {
          ams: { peering: PEERING, advertises: ["10.0.0.0/24"] },
          fra: { peering: PEERING, advertises: fra },
        },
      },
    );
  expect(complaintsAbout(two(["10.0.0.0/16"]))).toEqual([
    "circuits.fra.onTunnelLoss: nothing that is advertised here (10.0.0.0/16) holds a VPN device and nothing protected, so every route would be dropped; name what stays in onTunnelLoss.keepInbound, or [] for nothing",
  ]);
  expect(madeOf(two(["10.0.0.0/28", "10.0.0.0/16"])).kept).toMatchObject({ "con-fra-inbound": ["10.0.0.0/28"] });
});
