import { idOf, SECOND_HUB, SECOND_LINK } from "../policies/rules/sound";
import { learnedBeside, learnedIn } from "./learned";

const HUB = "azurerm_virtual_hub.sdc";
const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link[0]`;
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER = `network_intent.value.expressRoute["${CIRCUIT}"]`;
const THROUGH = `network_intent.value.vpn["${SITE}"]`;

const STATED_OVER = `network_intent.expressRoute["${CIRCUIT}"]`;
const STATED_THROUGH = `network_intent.vpn["${SITE}"].a`;
const tunnel = (carriage: string, more = "") =>
  `${HUB} 10.31.16.0/20 vpn ${carriage} ${CONNECTION}#a, AS path by ${STATED_THROUGH}.asPath${more}`;
const PRIVATE = tunnel("private-tunnel");
const circuit = (weight: number, path = `${STATED_OVER}.asPath`) =>
  `${HUB} 10.31.0.0/16 expressroute clear ${CIRCUIT}, weight ${weight}, AS path by ${path}`;
const SPOKE = `${HUB} 10.110.0.0/22 spoke azure azurerm_virtual_hub_connection.app, AS path 0`;

describe("through tunnels and over ExpressRoute, a hub learns", () => {
  test("what is stated, and nothing else where all is known", () => {
    expect(learnedIn({})).toEqual({ routes: [PRIVATE, circuit(0), SPOKE], openings: [] });
  });

  test("AS paths as they are stated, with Azure's own number over ExpressRoute, or what would tell them", () => {
    const stated = {
      [OVER]: { advertises: ["10.31.0.0/16"], asPath: [65020] },
      [THROUGH]: { a: { advertises: ["10.31.16.0/20"], asPath: [65032, 65032] } },
    };
    expect(learnedBeside(stated).routes).toEqual([
      `${HUB} 10.31.16.0/20 vpn private-tunnel ${CONNECTION}#a, AS path 2`,
      `${HUB} 10.31.0.0/16 expressroute clear ${CIRCUIT}, AS path 2, weight 0`,
    ]);
    expect(learnedBeside({ [`${OVER}.asPath`]: "${var.path}" }).routes).toEqual([circuit(0, "var.path")]);
    expect(learnedBeside({ [`${CIRCUIT}.routing_weight`]: 10 }).routes).toEqual([circuit(10)]);
  });

  test("nothing that is known where nobody states it, and perhaps more where a prefix can't be told", () => {
    const tells = (through: string, over: string) => [
      `${CONNECTION} vpn_link[0]: private-tunnel, what is advertised over site bergen, link a: ${through}`,
      `${CIRCUIT} : clear, what is advertised over circuit erc-stockholm at hub-sdc: ${over}`,
    ];
    expect(learnedBeside({ [OVER]: undefined, [THROUGH]: undefined })).toEqual({
      routes: [],
      gone: [PRIVATE, circuit(0)],
      openings: tells(`${STATED_THROUGH}.advertises`, `${STATED_OVER}.advertises`),
    });
    const untold = { [`${OVER}.advertises`]: ["10.31.0.0/16", "${var.p}"], [`${THROUGH}.a.advertises`]: "${var.q}" };
    expect(learnedBeside(untold)).toEqual({ routes: [], gone: [PRIVATE], openings: tells("var.q", "var.p") });
  });

  test("what a site lists, with BGP or without", () => {
    const listed = { [`${SITE}.address_cidrs`]: ["10.40.0.0/16", "${var.c}"] };
    const opening = `${CONNECTION} remote_vpn_site_id: private-tunnel, address_cidrs of site bergen: var.c`;
    const route = `${HUB} 10.40.0.0/16 vpn private-tunnel ${CONNECTION}#a`;
    expect(learnedBeside(listed)).toEqual({ routes: [route], gone: [], openings: [opening] });
    expect(learnedBeside({ [`${SITE}.address_cidrs`]: "${var.c}" }).openings).toEqual([opening]);
    expect(learnedBeside({ ...listed, [`${LINK}.bgp_enabled`]: false })).toEqual({
      routes: [route],
      gone: [PRIVATE],
      openings: [opening],
    });
  });

  test("nothing by BGP where a link has none, and perhaps something where that can't be told", () => {
    expect(learnedBeside({ [`${LINK}.bgp_enabled`]: false })).toEqual({ routes: [], gone: [PRIVATE], openings: [] });
    const opening = (by: string) =>
      `${CONNECTION} vpn_link[0].bgp_enabled: private-tunnel, what is advertised over site bergen, link a: ${by}`;
    const unknown = { [`${LINK}.bgp_enabled`]: "${var.bgp}" };
    expect(learnedBeside(unknown)).toEqual({ routes: [], gone: [PRIVATE], openings: [opening("var.bgp")] });
    expect(learnedBeside({ ...unknown, [THROUGH]: undefined }).openings).toEqual([
      opening(`${STATED_THROUGH}.advertises var.bgp`),
    ]);
  });

  test("how a tunnel carries it: on the private path, over the internet, in the clear, or nobody can tell", () => {
    const flag = `${LINK}.local_azure_ip_address_enabled`;
    expect(learnedBeside({ [flag]: false }).routes).toEqual([tunnel("internet-tunnel")]);
    expect(learnedBeside({ [flag]: "${var.private}" }).routes).toEqual([tunnel("unknown", ", carried by var.private")]);
    const plain = [tunnel("plain-tunnel")];
    expect(learnedBeside({ "azurerm_virtual_wan.wan.disable_vpn_encryption": true }).routes).toEqual(plain);
    expect(learnedBeside({ [`${LINK}.ipsec_policy[0].encryption_algorithm`]: "None" }).routes).toEqual(plain);
  });

  test("perhaps anything where a site, a link or the links of a connection can't be told", () => {
    expect(learnedBeside({ [`${CONNECTION}.remote_vpn_site_id`]: "${each.value}" })).toEqual({
      routes: [],
      gone: [],
      openings: [`${CONNECTION} remote_vpn_site_id: private-tunnel, the site of VPN connection con-bergen: each.value`],
    });
    const link = { [`${SITE}.link[1]`]: SECOND_LINK, [`${LINK}.vpn_site_link_id`]: "${var.l}" };
    expect(learnedBeside(link)).toEqual({
      routes: [],
      gone: [PRIVATE],
      openings: [
        `${CONNECTION} vpn_link[0].vpn_site_link_id: private-tunnel, which link of its site site bergen at hub-sdc, link a connects: var.l`,
      ],
    });
    expect(learnedBeside({ [`${CONNECTION}.vpn_link`]: "${var.links}" })).toEqual({
      routes: [],
      gone: [PRIVATE],
      openings: [`${CONNECTION} vpn_link: unknown, which further links site bergen at hub-sdc has: var.links`],
    });
  });

  test("perhaps what a tunnel brings of which can't be told where it ends", () => {
    const opening = (carriage: string) =>
      `${CONNECTION} vpn_gateway_id: ${carriage}, at which hub VPN connection con-bergen ends: each.value`;
    const stray = { [`${CONNECTION}.vpn_gateway_id`]: "${each.value}" };
    const lost = { routes: [], gone: [PRIVATE] };
    expect(learnedBeside(stray)).toEqual({ ...lost, openings: [opening("private-tunnel")] });
    const internet = { ...stray, [`${LINK}.local_azure_ip_address_enabled`]: false };
    expect(learnedBeside(internet)).toEqual({ ...lost, openings: [opening("unknown")] });
    const byHub = { "azurerm_vpn_gateway.sdc.virtual_hub_id": "${each.value}" };
    expect(learnedBeside(byHub)).toEqual({ ...lost, openings: [opening("private-tunnel")] });
  });

  test("perhaps prefixes from outside Virtual WAN, where its gateway lets them in", () => {
    const flag = "azurerm_express_route_gateway.sdc.allow_non_virtual_wan_traffic";
    const opening = (by: string) => [
      `azurerm_express_route_gateway.sdc allow_non_virtual_wan_traffic: clear, which prefixes of networks outside Virtual WAN hub hub-sdc learns over ExpressRoute gateway ergw-sdc: ${by}`,
    ];
    expect(learnedBeside({ [flag]: true }).openings).toEqual(opening(flag));
    expect(learnedBeside({ [flag]: "${var.out}" }).openings).toEqual(opening("var.out"));
    expect(learnedBeside({ [flag]: false }).openings).toEqual([]);
  });

  test("perhaps what a circuit brings of which can't be told where it is connected", () => {
    expect(learnedBeside({ [`${CIRCUIT}.express_route_gateway_id`]: "${each.value}" })).toEqual({
      routes: [],
      gone: [circuit(0)],
      openings: [
        `${HUB} : clear, what hub hub-sdc learns over ExpressRoute connections that the inputs may not show: each.value`,
      ],
    });
  });
});

describe("from other hubs, a hub may learn more", () => {
  test("where it can't be told in which WAN one is", () => {
    const two = {
      ...SECOND_HUB,
      "azurerm_virtual_hub.osl.virtual_wan_id": "${each.value}",
      "azurerm_virtual_wan.two": { name: "two", resource_group_name: "rg", location: "norwayeast" },
    };
    const at = "azurerm_virtual_hub.osl virtual_wan_id: unknown,";
    expect(learnedBeside(two).openings).toEqual([
      `${at} whether hub hub-osl is in WAN wan-nordics: each.value`,
      `${at} in which WAN hub hub-osl is: each.value`,
    ]);
  });

  test("where the WAN exists already, unless its data source lists no other hub", () => {
    const id = idOf("virtualWans", "wan");
    const others = (wan: string, by: string) =>
      `${HUB} virtual_wan_id: clear, what other hubs of WAN ${wan} learn: network_intent.existing["${by}"]`;
    expect(learnedBeside({ [`${HUB}.virtual_wan_id`]: id }).openings).toEqual([others("wan", id)]);
    const read = (more: object) => ({
      "azurerm_virtual_wan.wan": undefined,
      "data.azurerm_virtual_wan.wan": { name: "w", resource_group_name: "rg", ...more },
      [`${HUB}.virtual_wan_id`]: "${data.azurerm_virtual_wan.wan.id}",
      [`${SITE}.virtual_wan_id`]: "${data.azurerm_virtual_wan.wan.id}",
    });
    const open = [others("w", "data.azurerm_virtual_wan.wan")];
    expect(learnedBeside(read({})).openings).toEqual(open);
    expect(learnedBeside(read({ virtual_hub_ids: ["x"] })).openings).toEqual([]);
    expect(learnedBeside(read({ virtual_hub_ids: ["x", "y"] })).openings).toEqual(open);
  });
});
