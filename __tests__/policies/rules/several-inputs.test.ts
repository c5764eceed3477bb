import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import { encryptedToAzure } from "../../../policies/rules/encrypted-to-azure";
import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { failsClosed } from "../../../policies/rules/fails-closed";
import type { Rule } from "../../../policies/rules/rule";
import { networkOfInputs } from "../../support/network";
import { type Changes, changed } from "./judging";
import { SOUND } from "./sound";

const WAN = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";
const SITE = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
const CIRCUIT = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
const PREFERS = "network_intent.value.onPremises.prefersTunnelFor";
const PROTECTED = "network_intent.value.protected";
const ON_LOSS = "network_intent.value.onTunnelLoss";

/** The sound network again, with addresses of its own. */
const OTHER: Changes = {
  "azurerm_virtual_hub.sdc.name": "hub-weu",
  "azurerm_virtual_hub.sdc.address_prefix": "10.200.0.0/23",
  "azurerm_virtual_network.app.address_space": ["10.210.0.0/22"],
  "azurerm_subnet.app.address_prefixes": ["10.210.0.0/24"],
  "azurerm_vpn_site.bergen.link[0].ip_address": "10.41.0.4",
  "azurerm_vpn_site.bergen.link[0].bgp.peering_address": "10.41.255.1",
  "azurerm_express_route_circuit_peering.stockholm.primary_peer_address_prefix": "172.29.1.0/30",
  "azurerm_express_route_circuit_peering.stockholm.secondary_peer_address_prefix": "172.29.1.4/30",
  [CIRCUIT]: ["10.41.0.0/16"],
  [SITE]: ["10.41.16.0/20"],
  [PROTECTED]: ["10.41.16.0/20"],
};

/** Makes the WAN, which the other is in too. */
const SHARED: Changes = { "azurerm_virtual_wan.wan.id": WAN };
const SAME_WAN: Changes = {
  azurerm_virtual_wan: undefined,
  "azurerm_virtual_hub.sdc.virtual_wan_id": WAN,
  "azurerm_vpn_site.bergen.virtual_wan_id": WAN,
};

type Summary = readonly string[];

function isAboutHub([, place = ""]: Summary): boolean {
  return place.endsWith("azurerm_virtual_hub.sdc");
}

/** What a rule says of the inputs `one`, the sound network, and `two`, the other one, with some changes each. */
function saidOfBoth(rule: Rule, one: Changes, two: Changes): Summary[] {
  const inputs = { one: changed(SOUND, one), two: changed(SOUND, { ...OTHER, ...two }) };
  return judge(networkOfInputs(inputs), [rule]).map(({ outcome, level, input, address, message }) => [
    `${outcome} (${level})`,
    `${input} ${address}`,
    message,
  ]);
}

test("two sound networks that share nothing pass together", () => {
  const network = networkOfInputs({ one: SOUND, two: changed(SOUND, OTHER) });
  expect(judge(network, RULES).filter(({ level }) => level === "error")).toEqual([]);
});

test("what one input's routers prefer says nothing of the other's hub", () => {
  const message =
    "on-premises routers prefer no tunnel for 10.200.0.0/23 and 10.210.0.0/22, which Azure advertises over ExpressRoute too";
  const found = [["violation (error)", "two azurerm_virtual_hub.sdc", message]];
  const all = { [PREFERS]: ["10.0.0.0/8"] };
  expect(saidOfBoth(encryptedToAzure, all, { [PREFERS]: [] })).toEqual(found);
  // In one WAN the first site hears of the second hub's own prefix too, over ExpressRoute alone, and nothing prefers a tunnel.
  expect(saidOfBoth(encryptedToAzure, { ...SHARED, ...all }, { ...SAME_WAN, [PREFERS]: [] })).toEqual([
    ...found,
    [
      "violation (error)",
      "one azurerm_vpn_gateway_connection.bergen",
      "no tunnel of site azurerm_vpn_site.bergen in one carries 10.200.0.0/23, so it is reached unencrypted over ExpressRoute connection azurerm_express_route_connection.stockholm in two",
    ],
  ]);
  expect(saidOfBoth(encryptedToAzure, all, { [PREFERS]: undefined })).toEqual([
    [
      "undecided (error)",
      "two azurerm_virtual_hub.sdc",
      "whether on-premises routers reach 10.200.0.0/23 and 10.210.0.0/22 through the tunnel can't be told",
    ],
  ]);
});

test("each hub of a WAN is as grave as its own input says when tunnels are lost", () => {
  const says = (one: unknown, two: unknown) =>
    saidOfBoth(failsClosed, { ...SHARED, [ON_LOSS]: one }, { ...SAME_WAN, [ON_LOSS]: two });
  const stays = (outcome: string, place: string, prefixes: string) => [
    outcome,
    `${place} azurerm_virtual_hub.sdc`,
    `when tunnels are lost, on-premises routers send traffic for ${prefixes} unencrypted: it stays advertised over ExpressRoute`,
  ];
  expect(says("drop", "cleartext").filter(isAboutHub)).toEqual([
    stays("violation (error)", "one", "10.110.0.0/22"),
    stays("violation (note)", "two", "10.210.0.0/22"),
  ]);
  expect(says("cleartext", undefined).filter(isAboutHub)).toEqual([
    stays("violation (note)", "one", "10.110.0.0/22"),
    stays("violation (warning)", "two", "10.210.0.0/22"),
  ]);
  expect(says("drop", "drop").filter(isAboutHub)).toEqual([
    stays("violation (error)", "one", "10.110.0.0/22 and 10.210.0.0/22"),
  ]);
  expect(says("drop", "${var.loss}").filter(isAboutHub)).toEqual([
    stays("violation (error)", "one", "10.110.0.0/22"),
    [
      "undecided (error)",
      "two azurerm_virtual_hub.sdc",
      "whether on-premises routers send traffic for 10.210.0.0/22 unencrypted when tunnels are lost can't be told",
    ],
  ]);
});

test("what a hub sends in the clear when tunnels are lost is as grave as its own input says", () => {
  const goes = (outcome: string, place: string, prefix: string) => [
    outcome,
    `${place} azurerm_express_route_connection.stockholm`,
    `when tunnels are lost, ${prefix} goes out unencrypted over ExpressRoute connection azurerm_express_route_connection.stockholm in ${place}`,
  ];
  const one = { ...SHARED, [ON_LOSS]: "drop", [CIRCUIT]: ["10.31.0.0/24"] };
  const found = saidOfBoth(failsClosed, one, { ...SAME_WAN, [ON_LOSS]: "cleartext" });
  expect(found.filter((finding) => !isAboutHub(finding))).toEqual([
    goes("violation (error)", "two", "10.41.16.0/20"),
    goes("violation (note)", "two", "10.41.16.0/20"),
  ]);
});

test("what must be encrypted is so from the hubs of every input in the WAN, and from no other", () => {
  const leak = { [CIRCUIT]: ["10.41.0.0/16", "10.31.16.0/24"] };
  expect(saidOfBoth(encryptedToOnprem, SHARED, { ...SAME_WAN, ...leak })).toEqual([
    [
      "violation (error)",
      "one azurerm_vpn_gateway_connection.bergen",
      "10.31.16.0/24 is unencrypted over ExpressRoute connection azurerm_express_route_connection.stockholm in two, which has a longer prefix than any tunnel",
    ],
  ]);
  expect(saidOfBoth(encryptedToOnprem, {}, leak)).toEqual([]);
});

test("an input that doesn't say what is protected leaves open what its tunnels reach, whatever another says", () => {
  const silent = { ...SAME_WAN, [PROTECTED]: undefined, [SITE]: undefined };
  expect(saidOfBoth(encryptedToOnprem, SHARED, silent)).toEqual([
    [
      "undecided (error)",
      "two azurerm_vpn_gateway_connection.bergen",
      "what is advertised over site azurerm_vpn_site.bergen in two, link a can't be told, nor whether that is reached encrypted",
    ],
  ]);
});
