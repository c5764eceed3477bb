import type { Unread } from "../../network";

const AZAPI: ReadonlySet<string> = new Set(["azapi_resource", "azapi_update_resource", "azapi_data_plane_resource"]);

/** Types of Azure Resource Manager that such a network is made of, with all that lives inside them. */
const OF_THIS_FIELD =
  /^Microsoft\.Network\/(virtualWans|virtualHubs|vpnGateways|vpnSites|vpnServerConfigurations|p2svpnGateways|expressRoute\w+)(\/|@|$)/i;

/** Is this a Terraform type that can make anything in Azure? */
export function isAzapi(type: string): boolean {
  return AZAPI.has(type);
}

/**
 * What the azapi provider makes of such a network, or may make: it is not read, so it is never passed.
 * @param made its attribute `type`, such as `Microsoft.Network/virtualHubs@2024-05-01`; no text where that is unknown
 */
export function unreadAzapi(address: string, made: unknown): readonly Unread[] {
  if (typeof made === "string" && !OF_THIS_FIELD.test(made)) {
    return [];
  }
  const what = typeof made === "string" ? made : "something of a type that is unknown";
  return [
    {
      address,
      reason: `makes ${what}, and what azapi makes isn't read: write it with azurerm`,
      unknown: { decidedBy: [address] },
    },
  ];
}
