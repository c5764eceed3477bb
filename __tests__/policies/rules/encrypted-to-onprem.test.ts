import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { said } from "./judging";
import { SECOND_LINK, SECOND_SITE, SECOND_VPN_LINK } from "./sound";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "azurerm_virtual_hub.sdc";
const OVER_EXPRESSROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
const PROTECTED = "network_intent.value.protected";

const TAKE_IT_OFF =
  "Advertise the prefix through the tunnel only: take it off ExpressRoute, or drop it there by an inbound route map.";

describe("encrypted-to-onprem", () => {
  test("takes a longer prefix through the tunnel, as in Azure's first example", () => {
    expect(
      said(encryptedToOnprem, {
        [OVER_EXPRESSROUTE]: ["10.0.0.0/16"],
        [OVER_VPN]: ["10.0.1.0/24"],
        [PROTECTED]: ["10.0.1.0/24"],
      }),
    ).toEqual([]);
  });

  test("takes disjoint prefixes, as in Azure's second example", () => {
    expect(
      said(encryptedToOnprem, {
        [OVER_EXPRESSROUTE]: ["10.0.0.0/24"],
        [OVER_VPN]: ["10.0.1.0/24"],
        [PROTECTED]: undefined,
      }),
    ).toEqual([]);
  });

  test("refuses the same prefix on both paths, which goes out unencrypted", () => {
    expect(said(encryptedToOnprem, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.16.0/20"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CONNECTION,
        path: "",
        message: `10.31.16.0/20 is advertised over ExpressRoute and through tunnels alike, and goes out unencrypted over circuit erc-stockholm at hub-sdc (${CIRCUIT})`,
        remedy: TAKE_IT_OFF,
        evidence: {
          reason: "equal-prefix",
          prefixes: ["10.31.16.0/20"],
          outcome: "clear",
          via: [CIRCUIT],
          from: [HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.31.16.0/20",
          trace: [
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, then routing preference ExpressRoute)`,
            `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
          ],
        },
      },
    ]);
  });

  test.each([
    ["VpnGateway", "routing preference VpnGateway"],
    ["ASPath", "the shortest AS path"],
  ])("refuses it even where the hub's preference %s keeps it in the tunnel", (hrp, step) => {
    const [finding] = said(encryptedToOnprem, {
      [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.16.0/20"],
      [`${HUB}.hub_routing_preference`]: hrp,
      [`network_intent.value.expressRoute["${CIRCUIT}"].asPath`]: [65001, 65001],
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.asPath': [65032],
    });
    expect(finding).toEqual({
      outcome: "violation",
      level: "error",
      address: CONNECTION,
      path: "",
      message:
        "10.31.16.0/20 is advertised over ExpressRoute and through tunnels alike; only a routing preference keeps it in site bergen, link a, against Azure's warning that such traffic goes out unencrypted",
      remedy: TAKE_IT_OFF,
      evidence: {
        reason: "equal-prefix",
        prefixes: ["10.31.16.0/20"],
        outcome: "encrypted",
        via: [`${CONNECTION}#a`],
        from: [HUB],
        spokes: ["10.110.0.0/22"],
        flow: "10.110.0.0/22 -> 10.31.16.0/20",
        trace: [
          `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; ${HUB} takes ${CONNECTION}#a (longest prefix, then ${step})`,
          `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
        ],
      },
    });
  });

  test("is undecided where AS paths decide and are unknown, and says as-path where ExpressRoute has the shorter one", () => {
    const both = { [OVER_EXPRESSROUTE]: ["10.31.16.0/20"], [`${HUB}.hub_routing_preference`]: "ASPath" };
    expect(said(encryptedToOnprem, both).map(({ outcome, decidedBy }) => ({ outcome, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        decidedBy: [
          `network_intent.expressRoute["${CIRCUIT}"].asPath`,
          'network_intent.vpn["azurerm_vpn_site.bergen"].a.asPath',
        ],
      },
    ]);
    const shorter = said(encryptedToOnprem, {
      ...both,
      [`network_intent.value.expressRoute["${CIRCUIT}"].asPath`]: [65001],
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.asPath': [65032, 65032, 65032],
    });
    expect(shorter.map(({ outcome, evidence }) => ({ outcome, evidence }))).toEqual([
      {
        outcome: "violation",
        evidence: {
          reason: "as-path",
          prefixes: ["10.31.16.0/20"],
          outcome: "clear",
          via: [CIRCUIT],
          from: [HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.31.16.0/20",
          trace: [
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, then the shortest AS path)`,
          ],
        },
      },
    ]);
  });

  test("names the part of a protected prefix that a longer one over ExpressRoute takes", () => {
    const [finding, ...others] = said(encryptedToOnprem, { [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.24.0/25"] });
    expect(others).toEqual([]);
    expect(finding?.evidence).toEqual({
      reason: "more-specific-on-expressroute",
      prefixes: ["10.31.24.0/25"],
      outcome: "clear",
      via: [CIRCUIT],
      from: [HUB],
      spokes: ["10.110.0.0/22"],
      flow: "10.110.0.0/22 -> 10.31.24.0/25",
      trace: [
        `10.31.24.0/25 is routed over ${CIRCUIT}; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, the only route of it)`,
        `10.31.16.0/20 is routed over ${CONNECTION}#a: its prefix is shorter`,
        `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
      ],
    });
  });

  test("takes that longer prefix where an inbound route map drops it", () => {
    expect(
      said(encryptedToOnprem, {
        [OVER_EXPRESSROUTE]: ["10.31.0.0/16", "10.31.24.0/25"],
        "azurerm_route_map.in": {
          name: "in",
          virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
          rule: [
            {
              name: "drop",
              next_step_if_matched: "Terminate",
              match_criterion: [{ match_condition: "Contains", route_prefix: ["10.31.16.0/20"] }],
              action: [{ type: "Drop" }],
            },
          ],
        },
        [`${CIRCUIT}.routing`]: {
          associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
          inbound_route_map_id: "${azurerm_route_map.in.id}",
        },
      }),
    ).toEqual([]);
  });

  test("refuses a protected prefix that no tunnel has a route for, and one that nothing has", () => {
    const findings = said(encryptedToOnprem, { [PROTECTED]: ["10.31.32.0/20", "10.99.0.0/24"] });
    expect(findings.map(({ address, path, evidence }) => ({ address, path, evidence }))).toEqual([
      {
        address: CIRCUIT,
        path: "",
        evidence: {
          reason: "not-advertised-over-vpn",
          prefixes: ["10.31.32.0/20"],
          outcome: "clear",
          via: [CIRCUIT],
          from: [HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.31.32.0/20",
          trace: [
            `10.31.0.0/16 is routed over ${CIRCUIT}; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, the only route of it)`,
          ],
        },
      },
      {
        address: "output.network_intent",
        path: "protected",
        evidence: {
          reason: "not-advertised-over-vpn",
          prefixes: ["10.99.0.0/24"],
          outcome: "dropped",
          via: [],
          from: [HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.110.0.0/22 -> 10.99.0.0/24",
          trace: ["no prefix holds it at azurerm_virtual_hub.sdc"],
        },
      },
    ]);
  });

  test("refuses a protected IPv6 prefix, which no hub carries", () => {
    const [finding, ...others] = said(encryptedToOnprem, { [PROTECTED]: ["10.31.16.0/20", "fd00:1::/64"] });
    expect(others).toEqual([]);
    expect({ address: finding?.address, message: finding?.message }).toEqual({
      address: "output.network_intent",
      message: "fd00:1::/64 is protected, and hubs carry IPv4 only",
    });
  });

  test("says the same prefix on both paths of another hub once, from every hub that goes there", () => {
    const findings = said(encryptedToOnprem, {
      [OVER_EXPRESSROUTE]: ["10.31.16.0/20"],
      "azurerm_virtual_hub.noe": {
        name: "hub-noe",
        resource_group_name: "rg",
        location: "norwayeast",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        address_prefix: "10.102.0.0/23",
      },
    });
    expect(findings.map(({ address, evidence }) => ({ address, evidence }))).toEqual([
      {
        address: CONNECTION,
        evidence: {
          reason: "equal-prefix",
          prefixes: ["10.31.16.0/20"],
          outcome: "clear",
          via: [CIRCUIT],
          from: ["azurerm_virtual_hub.noe", HUB],
          spokes: ["10.110.0.0/22"],
          flow: "10.102.0.0/23 -> 10.31.16.0/20",
          trace: [
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; azurerm_virtual_hub.noe takes ${CIRCUIT} (longest prefix, the only route of it)`,
            "goes on to azurerm_virtual_hub.sdc, which decides again",
            `10.31.16.0/20 is routed over ${CIRCUIT}, ${CONNECTION}#a; azurerm_virtual_hub.sdc takes ${CIRCUIT} (longest prefix, then routing preference ExpressRoute)`,
          ],
        },
      },
    ]);
  });

  test("refuses a protected prefix that goes through a tunnel over the internet", () => {
    const [finding, ...others] = said(encryptedToOnprem, {
      "azurerm_vpn_site.oslo": { ...SECOND_SITE, address_cidrs: ["10.31.17.0/24"] },
      "azurerm_vpn_gateway_connection.oslo": {
        name: "con-oslo",
        vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.oslo.id}",
        vpn_link: [{ name: "a", vpn_site_link_id: "${azurerm_vpn_site.oslo.link[0].id}" }],
      },
    });
    expect(others).toEqual([]);
    expect(finding?.evidence).toEqual({
      reason: "internet-tunnel",
      prefixes: ["10.31.17.0/24"],
      outcome: "encrypted",
      via: ["azurerm_vpn_gateway_connection.oslo#a"],
      from: [HUB],
      spokes: ["10.110.0.0/22"],
      flow: "10.110.0.0/22 -> 10.31.17.0/24",
      trace: [
        "10.31.17.0/24 is routed over azurerm_vpn_gateway_connection.oslo#a; azurerm_virtual_hub.sdc takes azurerm_vpn_gateway_connection.oslo#a (longest prefix, the only route of it)",
        `10.31.16.0/20 is routed over ${CONNECTION}#a: its prefix is shorter`,
        `10.31.0.0/16 is routed over ${CIRCUIT}: its prefix is shorter`,
      ],
    });
  });

  test("has nothing to say where no link uses the gateway's private addresses and intent protects nothing", () => {
    expect(
      said(encryptedToOnprem, {
        [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false,
        network_intent: undefined,
      }),
    ).toEqual([]);
  });

  test("takes two links on one circuit whose AS paths nobody states", () => {
    expect(
      said(encryptedToOnprem, {
        "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
        [`${CONNECTION}.vpn_link[1]`]: SECOND_VPN_LINK,
        'network_intent.value.vpn["azurerm_vpn_site.bergen"].b.advertises': ["10.31.16.0/20"],
      }),
    ).toEqual([]);
  });
});
