import { type Field, targetOf } from "../field";
import type { Block } from "../fields/block";
import { blockItems, flagField, optionalTextField, textField } from "../fields/typed-fields";
import type { HubDraft, WanDraft } from "./drafts";
import { nextHopRoute } from "./next-hop-route";
import type { Kind, Parts } from "./parts";

export const WANS: Kind<WanDraft> = {
  type: "azurerm_virtual_wan",
  armType: "virtualWans",
  build: (block) => ({
    resource: block.resource,
    name: textField(block, "name"),
    type: typeOf(block),
    disableVpnEncryption: flagField(block, "disable_vpn_encryption", false),
    allowBranchToBranch: flagField(block, "allow_branch_to_branch_traffic", true),
    hubs: [],
  }),
};

/** The data source calls the type of a WAN its `sku`. */
function typeOf(block: Block): Field<string> {
  return block.resource.standing === "data" ? textField(block, "sku") : textField(block, "type", "Standard");
}

export function hubsOf(wans: Parts<WanDraft>): Kind<HubDraft> {
  return { type: "azurerm_virtual_hub", armType: "virtualHubs", build: (block) => hub(block, wans) };
}

function hub(block: Block, wans: Parts<WanDraft>): HubDraft {
  const wan = wans.refer(block, "virtual_wan_id");
  const part: HubDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    location: textField(block, "location"),
    wan,
    addressPrefix: optionalTextField(block, "address_prefix"),
    sku: textField(block, "sku", "Standard"),
    routingPreference: textField(block, "hub_routing_preference", "ExpressRoute"),
    routes: blockItems(block, "route", nextHopRoute),
    vpnGateways: [],
    expressRouteGateways: [],
    spokeConnections: [],
  };
  targetOf(wan)?.hubs.push(part);
  return part;
}
