import { OBSERVED_JUDGES } from "../../../device/verify/judges";
import { OBSERVED_RULES } from "../../../policies/rules/observed/catalogue";
import { entry, type Tree } from "../azure/downloads";
import { SOUND_ENTRY } from "../rendering";
import { AS_PLANNED, CONNECTION, DOWNLOAD, type Files, GATEWAY, LINK_CONNECTION, observedIn, ROUTES } from "./observed";

const LINK = "azurerm_vpn_gateway_connection.bergen vpn_link[0]";
const SITE = "azurerm_vpn_site.bergen link[0].bgp[0]";
const HUB = "azurerm_virtual_hub.sdc";

test("ids and levels are a contract, and each rule has what judges by it", () => {
  expect(OBSERVED_RULES.map(({ id, level, section }) => `${section}: ${id} (${level})`)).toEqual([
    "Observed: observed-private-tunnel (error)",
    "Observed: observed-route (error)",
    "Observed: observed-bgp (error)",
    "Observed: observed-parameters (warning)",
    "Observed: observed-connected (error)",
  ]);
  expect([...OBSERVED_JUDGES.keys()]).toEqual(OBSERVED_RULES.map(({ id }) => id));
});

test("nothing is said where Azure runs what was planned", () => {
  expect(observedIn(AS_PLANNED)).toEqual([]);
});

test("nothing is said of the API's own answers, which have everything below properties", () => {
  const { id, name, ...connection } = CONNECTION;
  const { name: gatewayName, id: gatewayId, ...gateway } = GATEWAY;
  const { name: linkName, ...own } = LINK_CONNECTION;
  const below = { id, name, properties: { ...connection, vpnLinkConnections: [{ name: linkName, properties: own }] } };
  const files = {
    ...AS_PLANNED,
    "connection.json": [below],
    "gateway.json": { name: gatewayName, id: gatewayId, properties: gateway },
  };
  expect(observedIn(files)).toEqual([]);
});

test("what no file tells is undecided, never passed", () => {
  expect(observedIn({ "gateway.json": GATEWAY })).toEqual([
    `error undecided observed-route ${HUB}: no file tells which routes hub hub-sdc has`,
    `error undecided observed-bgp ${LINK}: no file tells the BGP settings of site bergen, link a`,
    `error undecided observed-connected ${LINK}: no file tells whether site bergen, link a is connected`,
    `error undecided observed-private-tunnel ${LINK}: no file tells where the tunnels of site bergen, link a end`,
  ]);
});

/** The entry of the link, its parts changed by path. */
function download(path: string, value: unknown): Files {
  const whole = JSON.parse(JSON.stringify(DOWNLOAD));
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const holder = steps.reduce((at, step) => at[step], whole[0]);
  if (value === undefined) {
    delete holder[last];
  } else {
    holder[last] = value;
  }
  return { ...AS_PLANNED, "vpn.json": whole };
}

const IN = "vpnSiteConnections.0";

describe("of Azure's VPN configuration", () => {
  test.each([
    [
      "tunnels that end at public addresses",
      `${IN}.gatewayConfiguration.IpAddresses`,
      { Instance0: "203.0.113.1", Instance1: "203.0.113.2" },
      `error violation observed-private-tunnel ${LINK}: the tunnels of site bergen, link a end at 203.0.113.1 and 203.0.113.2, outside of the hub prefix 10.100.0.0/23: they don't run over ExpressRoute`,
    ],
    [
      "one tunnel that does",
      `${IN}.gatewayConfiguration.IpAddresses.Instance1`,
      "203.0.113.2",
      `error violation observed-private-tunnel ${LINK}: the tunnels of site bergen, link a end at 203.0.113.2, outside of the hub prefix 10.100.0.0/23: they don't run over ExpressRoute`,
    ],
    [
      "another AS number",
      "vpnSiteConfiguration.BgpSetting.Asn",
      65033,
      `error violation observed-bgp ${SITE}.asn: the AS number of site bergen, link a is 65033 in Azure, and was planned to be 65032`,
    ],
    [
      "another peer address",
      "vpnSiteConfiguration.BgpSetting.BgpPeeringAddress",
      "10.31.255.9",
      `error violation observed-bgp ${SITE}.peering_address: the BGP peer address of site bergen, link a is 10.31.255.9 in Azure, and was planned to be 10.31.255.1`,
    ],
    [
      "BGP that is off",
      `${IN}.connectionConfiguration.IsBgpEnabled`,
      false,
      `error violation observed-bgp ${LINK}: BGP of site bergen, link a is off in Azure, and was planned to be on`,
    ],
    [
      "a key that is missing",
      `${IN}.connectionConfiguration.PSK`,
      undefined,
      `error violation observed-connected ${LINK}: site bergen, link a has no pre-shared key in Azure's file`,
    ],
    [
      "a spoke that is missing",
      `${IN}.hubConfiguration.ConnectedSubnets`,
      undefined,
      `warning violation observed-parameters ${HUB}: hub hub-sdc doesn't connect 10.110.0.0/22 in Azure's file, which was planned`,
    ],
    [
      "a spoke that nobody planned",
      `${IN}.hubConfiguration.ConnectedSubnets`,
      ["10.110.0.0/22", "10.120.0.0/22"],
      `warning violation observed-parameters ${HUB}: hub hub-sdc connects 10.120.0.0/22 in Azure's file, which no input shows`,
    ],
    [
      "another lifetime",
      `${IN}.connectionConfiguration.IPsecParameters.SALifeTimeInSeconds`,
      27000,
      `warning violation observed-parameters ${LINK}.ipsec_policy[0].sa_lifetime_sec: SA lifetime of site bergen, link a is 27000 in Azure, and was planned to be 3600`,
    ],
  ])("%s are told", (_what, path, value, said) => {
    expect(observedIn(download(path, value))).toEqual([said]);
  });

  test("a link that isn't in it, nor in any other file, is not connected", () => {
    const others = { "vpn.json": [entry({ ...SOUND_ENTRY, link: "b" })], "routes.json": { value: ROUTES } };
    expect(observedIn(others)).toContain(
      `error violation observed-connected ${LINK}: site bergen, link a is in no file of Azure's: site bergen, link a is not connected to the hub`,
    );
  });
});

test("a link that Azure has at a planned hub and no input shows is told", () => {
  const files = { ...AS_PLANNED, "vpn.json": [...DOWNLOAD, entry({ site: "oslo", link: "x", asn: 65031 })] };
  expect(observedIn(files)).toEqual([
    `warning violation observed-parameters ${HUB}: hub hub-sdc has link x of site oslo in Azure, which no input shows`,
  ]);
});

test("a planned link of which can't be told what it connects is undecided, whatever files say", () => {
  const changes = { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].vpn_site_link_id": "${var.link}" };
  expect(observedIn(AS_PLANNED, changes)).toEqual([
    `error undecided observed-connected ${LINK}.local_azure_ip_address_enabled: what site bergen at hub-sdc, link a connects can't be told, so nothing that Azure runs is held against it`,
  ]);
});

describe("of a connection", () => {
  const linkWith = (changes: Tree): Files => {
    return {
      ...AS_PLANNED,
      "connection.json": { ...CONNECTION, vpnLinkConnections: [{ ...LINK_CONNECTION, ...changes }] },
    };
  };

  test.each([
    [
      { connectionStatus: "NotConnected" },
      `error violation observed-connected ${LINK}: site bergen, link a is NotConnected, not Connected`,
    ],
    [
      { useLocalAzureIpAddress: false },
      `error violation observed-private-tunnel ${LINK}: site bergen, link a doesn't use the gateway's private addresses: useLocalAzureIpAddress is false in Azure`,
    ],
    [
      { enableBgp: false },
      `error violation observed-bgp ${LINK}: BGP of site bergen, link a is off in Azure, and was planned to be on`,
    ],
    [
      { name: "b" },
      `warning violation observed-parameters ${LINK}.name: name of site bergen, link a is b in Azure, and was planned to be a`,
    ],
    [
      { ipsecPolicies: [] },
      `warning violation observed-parameters azurerm_vpn_gateway_connection.bergen vpn_link[0].ipsec_policy: site bergen, link a has no IPsec policy in Azure, and was planned with one`,
    ],
  ])("%j is told", (changes, said) => {
    expect(observedIn(linkWith(changes))).toEqual([said]);
  });
});
