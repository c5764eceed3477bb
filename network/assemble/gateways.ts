import { VPN_GATEWAY_ASN } from "../../address/asn";
import { targetOf } from "../field";
import { type Block, blocksOf, onlyBlock } from "../fields/block";
import { flagField, numberField, textField } from "../fields/typed-fields";
import type { ExpressRouteGatewayDraft, HubDraft, VpnGatewayDraft } from "./drafts";
import type { Kind, Parts } from "./parts";

export function vpnGatewaysOf(hubs: Parts<HubDraft>): Kind<VpnGatewayDraft> {
  return { type: "azurerm_vpn_gateway", armType: "vpnGateways", build: (block) => vpnGateway(block, hubs) };
}

function vpnGateway(block: Block, hubs: Parts<HubDraft>): VpnGatewayDraft {
  const hub = hubs.refer(block, "virtual_hub_id");
  const bgp = onlyBlock(block, "bgp_settings").block;
  const part: VpnGatewayDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    hub,
    scaleUnit: numberField(block, "scale_unit", 1),
    asn: numberField(bgp, "asn", VPN_GATEWAY_ASN),
    privateAddresses: blocksOf(block, "ip_configuration").blocks.map((one) => textField(one, "private_ip_address")),
    bgpRouteTranslation: flagField(block, "bgp_route_translation_for_nat_enabled", false),
    connections: [],
  };
  targetOf(hub)?.vpnGateways.push(part);
  return part;
}

export function expressRouteGatewaysOf(hubs: Parts<HubDraft>): Kind<ExpressRouteGatewayDraft> {
  return {
    type: "azurerm_express_route_gateway",
    armType: "expressRouteGateways",
    build: (block) => expressRouteGateway(block, hubs),
  };
}

function expressRouteGateway(block: Block, hubs: Parts<HubDraft>): ExpressRouteGatewayDraft {
  const hub = hubs.refer(block, "virtual_hub_id");
  const part: ExpressRouteGatewayDraft = {
    resource: block.resource,
    name: textField(block, "name"),
    hub,
    scaleUnits: numberField(block, "scale_units"),
    admitsOutsideTraffic: flagField(block, "allow_non_virtual_wan_traffic", false),
    connections: [],
  };
  targetOf(hub)?.expressRouteGateways.push(part);
  return part;
}
