/** What an example needs around it that the sound network hasn't, or has otherwise. */
export interface Surroundings {
  /** Further Terraform. */
  readonly hcl?: string;
  /** Terraform types of which the sound network's resources are left out. */
  readonly withoutTypes?: readonly string[];
  /** Keys of the sound network's intent that are left out. */
  readonly withoutIntent?: readonly string[];
  /** A further part of the `network.yaml`. */
  readonly yaml?: string;
  /** Paths of the `network.yaml` that are left out. */
  readonly withoutPaths?: readonly string[];
}

const SECOND_LINK = `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
  link {
    name       = "second"
    ip_address = "10.0.0.5"
  }
}`;

const LINK = "sites.hq.links.over-ams";

/** By rule. */
export const SURROUNDINGS: Readonly<Record<string, Surroundings>> = {
  "site-routes-known": { withoutPaths: [`${LINK}.bgp`, `${LINK}.advertises`] },
  "private-ip-tunnel": { withoutPaths: [`${LINK}.circuit`] },
  "private-ip-needs-expressroute": {
    withoutTypes: ["azurerm_express_route_gateway", "azurerm_express_route_connection"],
    withoutIntent: ["expressRoute"],
    withoutPaths: ["hubs.westeurope.expressRouteGateway", "circuits.ams.connections", "circuits.fra.connections"],
  },
  "no-mixed-links": { hcl: SECOND_LINK },
  "change-drops-tunnel": { withoutIntent: ["vpn"], withoutPaths: [LINK] },
  "links-match-site": {
    hcl: SECOND_LINK,
    yaml: "sites: { hq: { links: { over-fra: { over: expressRoute, circuit: fra, deviceAddress: 10.0.0.5 } } } }",
  },
  "branches-use-default-table": {
    hcl: `
resource "azurerm_virtual_hub_route_table" "branches" {
  name           = "branches"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}`,
  },
  "fails-closed": { yaml: "circuits: { fra: { connections: { westeurope: { advertises: [10.0.0.0/24] } } } }" },
  "spoke-one-hub": {
    hcl: `
resource "azurerm_virtual_hub" "northeurope" {
  virtual_wan_id = azurerm_virtual_wan.contoso.id
  address_prefix = "10.102.0.0/23"
}`,
    yaml: "hubs: { northeurope: { addressPrefix: 10.102.0.0/23 } }",
  },
};
