import type { JsonObject } from "../../../../text/json";
import { change, configured, inState, is, planJson, refers } from "../plan/plan-json";

const WAN = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";
const NETWORK = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/app";

/** A WAN in a state of its own. */
export function hubPlan(): JsonObject {
  const values = { id: WAN, name: "wan", type: "Standard", disable_vpn_encryption: false };
  return planJson({
    changes: [change({ base: "azurerm_virtual_wan.wan", actions: ["no-op"], after: values })],
    state: [inState("azurerm_virtual_wan.wan", values)],
    root: { resources: [configured("azurerm_virtual_wan.wan", { name: is("wan") })] },
  });
}

/** A region with what there is to say about plans: unknown values, references, secrets, a state of before, other resources. */
export function regionPlan(region: number): JsonObject {
  const hub = {
    name: `hub${region}`,
    address_prefix: `10.${region}.0.0/23`,
    virtual_wan_id: WAN,
    tags: { $unknown: "x" },
  };
  return planJson({
    changes: [
      change({ base: "azurerm_virtual_hub.hub", after: hub, unknown: { id: true, default_route_table_id: true } }),
      change({
        base: "azurerm_vpn_gateway.vpn",
        after: { name: "vpn", scale_unit: 1 },
        unknown: { id: true, virtual_hub_id: true, bgp_settings: true },
      }),
      change({ base: "azurerm_vpn_site.hq", after: site(region), unknown: { id: true, link: [{ id: true }] } }),
      change({
        base: "azurerm_vpn_gateway_connection.hq",
        key: "a.b[0]",
        after: {
          name: "hq",
          vpn_link: [
            {
              name: "ams",
              bgp_enabled: true,
              shared_key: "correct horse battery",
              local_azure_ip_address_enabled: true,
            },
          ],
        },
        unknown: { vpn_gateway_id: true, remote_vpn_site_id: true, vpn_link: [{ vpn_site_link_id: true }] },
        sensitive: { vpn_link: [{ shared_key: true }] },
      }),
      change({
        base: "azurerm_virtual_hub_connection.app",
        actions: ["update"],
        after: { name: "app", remote_virtual_network_id: NETWORK },
        unknown: { virtual_hub_id: true },
      }),
      change({
        base: "azurerm_subnet.app",
        after: { name: "app", virtual_network_name: "app" },
        unknown: { address_prefixes: true },
      }),
      change({ base: "azurerm_storage_account.x", after: { name: "x", primary_access_key: "not-for-anyone" } }),
    ],
    state: [
      inState("azurerm_virtual_hub_connection.app", { name: "app", remote_virtual_network_id: NETWORK }),
      inState("data.azurerm_virtual_network.app", { id: NETWORK, name: "app", address_space: [`10.${region}.1.0/24`] }),
    ],
    root: {
      resources: [
        configured("azurerm_virtual_hub.hub", { name: is(hub.name), address_prefix: is(hub.address_prefix) }),
        configured("azurerm_vpn_gateway.vpn", {
          virtual_hub_id: refers("azurerm_virtual_hub.hub.id", "azurerm_virtual_hub.hub"),
        }),
        configured("azurerm_vpn_site.hq", { name: is("hq"), link: [{ name: is("ams") }] }),
        configured("azurerm_vpn_gateway_connection.hq", {
          vpn_gateway_id: refers("azurerm_vpn_gateway.vpn.id", "azurerm_vpn_gateway.vpn"),
          remote_vpn_site_id: refers("azurerm_vpn_site.hq.id", "azurerm_vpn_site.hq"),
          vpn_link: [
            {
              name: is("ams"),
              shared_key: refers("var.key"),
              vpn_site_link_id: refers("azurerm_vpn_site.hq.link[0].id", "azurerm_vpn_site.hq.link[0]"),
            },
          ],
        }),
        configured("azurerm_virtual_hub_connection.app", {
          virtual_hub_id: refers("azurerm_virtual_hub.hub.id", "azurerm_virtual_hub.hub"),
        }),
        configured("azurerm_subnet.app", { address_prefixes: refers("terraform_data.ipam.output") }),
      ],
      variables: { key: { sensitive: true } },
    },
    more: {
      output_changes: {
        network_intent: {
          actions: ["create"],
          after: { version: 1, vpn: { "azurerm_vpn_site.hq": { ams: { advertises: [`10.20${region}.0.0/24`] } } } },
          after_unknown: {},
          after_sensitive: false,
        },
      },
    },
  });
}

function site(region: number): JsonObject {
  return {
    name: "hq",
    virtual_wan_id: WAN,
    address_cidrs: null,
    link: [{ name: "ams", ip_address: "10.0.0.4", bgp: [{ asn: 65010, peering_address: `192.168.255.${region}` }] }],
  };
}

/** The HCL that such a region might be written in. */
export function regionHcl(): string {
  return `resource "azurerm_virtual_hub" "hub" {
  name = "hub"
}

resource "azurerm_vpn_gateway" "vpn" {}

resource "azurerm_virtual_hub_connection" "app" {}

resource "azurerm_subnet" "app" {}

resource "azurerm_vpn_gateway_connection" "hq" {}

resource "azurerm_vpn_site" "hq" {
  name = "hq"

  link {
    name = "ams"

    bgp {
      asn = 65010
    }
  }
}

resource "azurerm_storage_account" "x" {}
`;
}
