import { assemble } from "../../../network/assemble/assemble";
import type { Reading } from "../../../network/input/reading";
import { parseIntent } from "../../../network/intent/read-intent-file";
import type { Network } from "../../../network/network";
import { type AttributeObject, UnknownAttribute } from "../../../network/resource";
import { data, managed, readingOf } from "../../support/readings";

const IDS = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
const WAN = `${IDS}/virtualWans/wan`;

/** What one input holds of a hub `weu`, which has the same id everywhere, and what it states. */
export interface InputOfHub {
  /** It makes the hub, or reads it as a data source. */
  readonly hub?: "made" | "read";
  readonly wan?: "made";
  /** It makes another hub in the WAN. */
  readonly otherHub?: true;
  /** It makes the hub's gateways. */
  readonly gateways?: true;
  /** It connects this site, which it makes too unless it says whose it is. */
  readonly connects?: string;
  /** Where its connection ends can't be told. */
  readonly somewhere?: true;
  /** It makes this site, which another input connects. */
  readonly site?: string;
  readonly states?: AttributeObject;
}

/** The network of some inputs, by their names. */
export function networkOfHub(inputs: Readonly<Record<string, InputOfHub>>, file?: object): Network {
  const readings = Object.entries(inputs).map(([name, input]) => readingOfHub(name, input));
  return assemble(readings, file === undefined ? undefined : parseIntent("intent.yaml", JSON.stringify(file)));
}

function readingOfHub(input: string, one: InputOfHub): Reading {
  const { hub, wan, otherHub, gateways, connects, somewhere, site = connects, states } = one;
  const id = `${IDS}/virtualHubs/weu`;
  const prefix = { id, name: "weu", address_prefix: "10.100.0.0/23", virtual_wan_id: WAN };
  const siteId = (name: string) => `${IDS}/vpnSites/${name}`;
  const links = (name: string) => [{ name: "over", id: `${siteId(name)}/vpnSiteLinks/over` }];
  const own = site?.includes("/") === true ? undefined : site;
  return readingOf(
    input,
    [
      ...(wan === "made" ? [managed(input, "azurerm_virtual_wan.wan", { id: WAN, name: "wan" })] : []),
      ...(hub === "made" ? [managed(input, "azurerm_virtual_hub.weu", prefix)] : []),
      ...(hub === "read" ? [data(input, "data.azurerm_virtual_hub.weu", prefix)] : []),
      ...(otherHub ? [managed(input, "azurerm_virtual_hub.neu", { name: "neu", virtual_wan_id: WAN })] : []),
      ...(gateways
        ? [managed(input, "azurerm_vpn_gateway.weu", { id: `${IDS}/vpnGateways/weu`, virtual_hub_id: id })]
        : []),
      ...(own === undefined
        ? []
        : [managed(input, `azurerm_vpn_site.${own}`, { id: siteId(own), name: own, link: links(own) })]),
      ...(connects === undefined
        ? []
        : [
            managed(input, "azurerm_vpn_gateway_connection.site", {
              vpn_gateway_id: somewhere
                ? new UnknownAttribute({ decidedBy: ["var.gateway"] })
                : `${IDS}/vpnGateways/weu`,
              remote_vpn_site_id: siteId(connects.replace(/.*\//, "")),
              vpn_link: [{ name: "over", local_azure_ip_address_enabled: true }],
            }),
          ]),
    ],
    states,
  );
}
