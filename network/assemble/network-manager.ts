import { targetOf } from "../field";
import { type Block, blocksOf, onlyBlock } from "../fields/block";
import { find, textField } from "../fields/typed-fields";
import type { SpokeConnection, UserRoute } from "../network";
import type { HubDraft } from "./drafts";
import type { Parts } from "./parts";
import { type RoutingTargets, routingOf } from "./routing";

/**
 * The connections that a network manager makes between a hub and the virtual networks of its groups, as one spoke of
 * which nothing more can be told; none where its hub is a virtual network.
 */
export function managedSpoke(block: Block, hubs: Parts<HubDraft>, targets: RoutingTargets): SpokeConnection[] {
  return blocksOf(block, "hub")
    .blocks.filter(mayBeVirtualHub)
    .map((hub) => spokeOf(block, hub, hubs, targets));
}

function mayBeVirtualHub(hub: Block): boolean {
  const type = find(hub, "resource_type");
  return type.state !== "value" || String(type.value).toLowerCase() === "microsoft.network/virtualhubs";
}

function spokeOf(block: Block, hubBlock: Block, hubs: Parts<HubDraft>, targets: RoutingTargets): SpokeConnection {
  const hub = hubs.refer(hubBlock, "resource_id");
  const unknown = { decidedBy: [block.resource.address] };
  const part: SpokeConnection = {
    resource: block.resource,
    name: textField(block, "name"),
    hub,
    virtualNetwork: { state: "unknown", path: "applies_to_group", unknown },
    internetSecurity: { state: "unknown", path: "applies_to_group", unknown },
    routing: routingOf(block, "associated_route_table_id", targets),
    staticRoutes: { path: "applies_to_group", items: [] },
    propagatesStaticRoutes: { state: "known", path: "applies_to_group", value: true, written: false },
  };
  targetOf(hub)?.spokeConnections.push(part);
  return part;
}

/** A rule of a network manager, which writes a user-defined route into the spokes of its groups. */
export function managedRoute(block: Block): UserRoute {
  const { block: destination } = onlyBlock(block, "destination");
  const { block: hop } = onlyBlock(block, "next_hop");
  return {
    resource: block.resource,
    path: "",
    name: textField(block, "name"),
    destination: textField(destination, "address"),
    nextHopType: textField(hop, "type"),
    nextHopAddress: textField(hop, "address"),
  };
}
