import { Reference, UnknownAttribute } from "../../../../network/resource";
import { attributesOf, change, configured, is, refers } from "./plan-json";

const PLAN = "plan.json";

function unknown(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy });
}

function computed(...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy }, true);
}

function to(address: string, path: readonly (string | number)[], expression: string): Reference {
  return new Reference(address, PLAN, path, expression);
}

describe("what a plan doesn't know yet", () => {
  it("is a reference where the configuration names one id", () => {
    const { "azurerm_vpn_gateway_connection.hq": connection } = attributesOf({
      changes: [
        change({
          base: "azurerm_vpn_gateway_connection.hq",
          after: { vpn_link: [{ name: "a" }] },
          unknown: { id: true, remote_vpn_site_id: true, vpn_link: [{ vpn_site_link_id: true }] },
        }),
        change({ base: "azurerm_vpn_site.hq", after: { link: [{}] }, unknown: { id: true, link: [{ id: true }] } }),
      ],
      root: {
        resources: [
          configured("azurerm_vpn_site.hq", { link: [{}] }),
          configured("azurerm_vpn_gateway_connection.hq", {
            remote_vpn_site_id: refers("azurerm_vpn_site.hq.id", "azurerm_vpn_site.hq"),
            vpn_link: [
              {
                name: is("a"),
                vpn_site_link_id: refers(
                  "azurerm_vpn_site.hq.link[0].id",
                  "azurerm_vpn_site.hq.link[0]",
                  "azurerm_vpn_site.hq.link",
                  "azurerm_vpn_site.hq",
                ),
              },
            ],
          }),
        ],
      },
    });
    expect(connection).toEqual({
      vpn_link: [
        {
          name: "a",
          vpn_site_link_id: to("azurerm_vpn_site.hq", ["link", 0, "id"], "azurerm_vpn_site.hq.link[0].id"),
        },
      ],
      id: computed("azurerm_vpn_gateway_connection.hq.id"),
      remote_vpn_site_id: to("azurerm_vpn_site.hq", ["id"], "azurerm_vpn_site.hq.id"),
    });
  });

  it("names what decides it where it is no id", () => {
    const { "azurerm_vpn_site.hq": site } = attributesOf({
      changes: [
        change({ base: "azurerm_vpn_site.hq", unknown: { address_cidrs: true, name: true } }),
        change({ base: "terraform_data.ipam", unknown: { output: true } }),
      ],
      root: {
        resources: [
          configured("azurerm_vpn_site.hq", {
            address_cidrs: refers("terraform_data.ipam.output", "terraform_data.ipam"),
            name: refers("local.names", "local"),
          }),
          configured("terraform_data.ipam", {}),
        ],
      },
    });
    expect(site).toEqual({ address_cidrs: unknown("terraform_data.ipam.output"), name: unknown("local.names") });
  });

  it("is the provider's where nobody wrote it, or wrote null", () => {
    const { "azurerm_virtual_hub.hub": hub } = attributesOf({
      changes: [
        change({
          base: "azurerm_virtual_hub.hub",
          unknown: { virtual_router_ips: true, default_route_table_id: true, virtual_router_asn: true },
        }),
      ],
      root: {
        variables: { asn: {} },
        resources: [
          configured("azurerm_virtual_hub.hub", {
            virtual_router_ips: is(null),
            virtual_router_asn: refers("var.asn"),
          }),
        ],
      },
      variables: { asn: { value: null } },
    });
    expect(hub).toEqual({
      virtual_router_ips: computed("azurerm_virtual_hub.hub.virtual_router_ips"),
      default_route_table_id: computed("azurerm_virtual_hub.hub.default_route_table_id"),
      virtual_router_asn: computed("azurerm_virtual_hub.hub.virtual_router_asn"),
    });
  });

  it("is somebody's where the provider fills nothing in, or a variable has a value", () => {
    const { "azurerm_express_route_circuit_peering.p": peering } = attributesOf({
      changes: [
        change({
          base: "azurerm_express_route_circuit_peering.p",
          unknown: { peer_asn: true, vlan_id: true, primary_peer_address_prefix: true },
        }),
      ],
      root: {
        variables: { asn: {}, subnet: {} },
        resources: [
          configured("azurerm_express_route_circuit_peering.p", {
            peer_asn: refers("var.asn"),
            primary_peer_address_prefix: refers("var.subnet"),
          }),
        ],
      },
      variables: { asn: { value: 65020 }, subnet: {} },
    });
    expect(peering).toEqual({
      peer_asn: unknown("azurerm_express_route_circuit_peering.p.peer_asn"),
      vlan_id: unknown("azurerm_express_route_circuit_peering.p.vlan_id"),
      primary_peer_address_prefix: unknown("azurerm_express_route_circuit_peering.p.primary_peer_address_prefix"),
    });
  });

  it("may be any value of an attribute that is written and that the plan has lost", () => {
    const { "azurerm_vpn_site.hq": site } = attributesOf({
      changes: [change({ base: "azurerm_vpn_site.hq", after: { name: "hq", link: [{ name: "a" }] } })],
      root: {
        resources: [
          configured("azurerm_vpn_site.hq", {
            name: is("hq"),
            address_cidrs: refers("var.cidrs"),
            device_vendor: is(null),
            link: [{ name: is("a"), ip_address: is("10.0.0.4") }],
          }),
        ],
      },
    });
    expect(site).toEqual({
      name: "hq",
      address_cidrs: unknown("azurerm_vpn_site.hq.address_cidrs"),
      link: [{ name: "a", ip_address: unknown("azurerm_vpn_site.hq.link[0].ip_address") }],
    });
  });

  it("is not the provider's where a function without references wrote it", () => {
    const { "azurerm_vpn_site.hq": site } = attributesOf({
      changes: [change({ base: "azurerm_vpn_site.hq", unknown: { name: true } })],
      root: { resources: [configured("azurerm_vpn_site.hq", { name: {} })] },
    });
    expect(site).toEqual({ name: unknown("azurerm_vpn_site.hq.name") });
  });

  it("may be any id where the expression has lost what it names", () => {
    const { "azurerm_vpn_gateway_connection.hq": connection } = attributesOf({
      changes: [change({ base: "azurerm_vpn_gateway_connection.hq", unknown: { remote_vpn_site_id: true } })],
      root: { resources: [configured("azurerm_vpn_gateway_connection.hq", { remote_vpn_site_id: {} })] },
    });
    const at = "azurerm_vpn_gateway_connection.hq.remote_vpn_site_id";
    expect(connection).toEqual({
      remote_vpn_site_id: new UnknownAttribute({
        decidedBy: [at],
        expression: `an expression without references at ${at}`,
      }),
    });
  });

  it("is one of several only where Terraform says which: else all of them decide it", () => {
    const hubs = ["a", "b"].map((key) => change({ base: "azurerm_virtual_hub.hub", key, unknown: { id: true } }));
    const gateway = (expression: ReturnType<typeof refers>) =>
      attributesOf({
        changes: [...hubs, change({ base: "azurerm_vpn_gateway.gw", unknown: { virtual_hub_id: true } })],
        root: {
          resources: [
            configured("azurerm_virtual_hub.hub", {}),
            configured("azurerm_virtual_hub.none", {}),
            configured("azurerm_vpn_gateway.gw", { virtual_hub_id: expression }),
          ],
        },
        variables: { hub: { value: "b" }, on: { value: true } },
      })["azurerm_vpn_gateway.gw"]?.virtual_hub_id;
    const hubA = 'azurerm_virtual_hub.hub["a"]';
    const hubB = 'azurerm_virtual_hub.hub["b"]';
    expect([
      // hub["a"].id
      gateway(refers(`${hubA}.id`, hubA, "azurerm_virtual_hub.hub")),
      // hub[var.hub].id
      gateway(refers("azurerm_virtual_hub.hub", "var.hub")),
      // try(none[0].id, hub["b"].id)
      gateway(refers("azurerm_virtual_hub.none[0].id", "azurerm_virtual_hub.none[0]", `${hubB}.id`, hubB)),
      // var.on ? hub["a"].id : hub["b"].id
      gateway(refers("var.on", `${hubA}.id`, hubA, `${hubB}.id`, hubB)),
      // hub[local.key].id
      gateway(refers("azurerm_virtual_hub.hub", "local.key")),
      // hub[lookup(var.map, var.hub)].id, where var.map isn't a key
      gateway(refers("azurerm_virtual_hub.hub", "var.on", "var.hub")),
    ]).toEqual([
      to(hubA, ["id"], `${hubA}.id`),
      to(hubB, [], "azurerm_virtual_hub.hub"),
      to(hubB, ["id"], `${hubB}.id`),
      unknown(`${hubA}.id`, `${hubB}.id`),
      unknown("azurerm_virtual_hub.hub", "local.key"),
      unknown("azurerm_virtual_hub.hub"),
    ]);
  });

  it("follows an attribute that the referred resource takes from elsewhere", () => {
    const { "azurerm_express_route_gateway.er": gateway } = attributesOf({
      changes: [
        change({ base: "azurerm_virtual_hub.hub", unknown: { id: true } }),
        change({ base: "azurerm_vpn_gateway.vpn", unknown: { virtual_hub_id: true } }),
        change({ base: "azurerm_express_route_gateway.er", unknown: { virtual_hub_id: true } }),
      ],
      root: {
        resources: [
          configured("azurerm_virtual_hub.hub", {}),
          configured("azurerm_vpn_gateway.vpn", {
            virtual_hub_id: refers("azurerm_virtual_hub.hub.id", "azurerm_virtual_hub.hub"),
          }),
          configured("azurerm_express_route_gateway.er", {
            virtual_hub_id: refers("azurerm_vpn_gateway.vpn.virtual_hub_id", "azurerm_vpn_gateway.vpn"),
          }),
        ],
      },
    });
    expect(gateway).toEqual({ virtual_hub_id: to("azurerm_virtual_hub.hub", ["id"], "azurerm_virtual_hub.hub.id") });
  });

  it("is a list of references where a list names nothing but ids", () => {
    const table = "azurerm_virtual_hub_route_table";
    const ids = (...references: string[]) =>
      attributesOf({
        changes: [
          change({ base: `${table}.a`, unknown: { id: true } }),
          change({ base: `${table}.b`, unknown: { id: true } }),
          change({
            base: "azurerm_express_route_connection.c",
            after: { routing: [{ propagated_route_table: [{ labels: ["default"] }] }] },
            unknown: { routing: [{ propagated_route_table: [{ labels: [false], route_table_ids: true }] }] },
          }),
        ],
        root: {
          resources: [
            configured(`${table}.a`, {}),
            configured(`${table}.b`, {}),
            configured("azurerm_express_route_connection.c", {
              routing: [
                { propagated_route_table: [{ labels: is(["default"]), route_table_ids: refers(...references) }] },
              ],
            }),
          ],
        },
      })["azurerm_express_route_connection.c"];
    expect(ids(`${table}.a.id`, `${table}.a`, `${table}.b.id`, `${table}.b`)).toEqual({
      routing: [
        {
          propagated_route_table: [
            {
              labels: ["default"],
              route_table_ids: [to(`${table}.a`, ["id"], `${table}.a.id`), to(`${table}.b`, ["id"], `${table}.b.id`)],
            },
          ],
        },
      ],
    });
    expect(ids("var.on", `${table}.a.id`, `${table}.a`, `${table}.b.id`, `${table}.b`)).toEqual({
      routing: [
        {
          propagated_route_table: [{ labels: ["default"], route_table_ids: unknown(`${table}.a.id`, `${table}.b.id`) }],
        },
      ],
    });
  });

  it("keeps ids that are known as they are written", () => {
    const id = "/subscriptions/1/resourceGroups/RG/providers/Microsoft.Network/virtualHubs/Hub";
    const { "azurerm_vpn_gateway.gw": gateway } = attributesOf({
      changes: [change({ base: "azurerm_vpn_gateway.gw", actions: ["no-op"], after: { virtual_hub_id: id } })],
      root: {
        resources: [
          configured("azurerm_vpn_gateway.gw", {
            virtual_hub_id: refers("azurerm_virtual_hub.hub.id", "azurerm_virtual_hub.hub"),
          }),
        ],
      },
    });
    expect(gateway).toEqual({ virtual_hub_id: id });
  });
});
