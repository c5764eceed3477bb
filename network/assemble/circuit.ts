import { nameInId, splitChildId } from "../arm-id";
import { type Ref, targetOf } from "../field";
import { type Block, pathOf } from "../fields/block";
import { numberField, optionalTextField, textField } from "../fields/typed-fields";
import type { CircuitPeering } from "../network";
import type { CircuitDraft } from "./drafts";
import { asRef, type NamedParts } from "./names";
import type { Kind, Parts } from "./parts";

export const CIRCUITS: Kind<CircuitDraft> = {
  type: "azurerm_express_route_circuit",
  armType: "expressRouteCircuits",
  build: (block) => ({
    resource: block.resource,
    name: textField(block, "name"),
    peeringLocation: optionalTextField(block, "peering_location"),
    peerings: [],
  }),
};

export function peeringsOf(circuits: Parts<CircuitDraft>, named: NamedParts<CircuitDraft>): Kind<CircuitPeering> {
  return {
    type: "azurerm_express_route_circuit_peering",
    armType: "peerings",
    build: (block) => peering(block, circuits, named),
  };
}

function peering(block: Block, circuits: Parts<CircuitDraft>, named: NamedParts<CircuitDraft>): CircuitPeering {
  const circuit = circuitOf(block, circuits, named);
  const part: CircuitPeering = {
    resource: block.resource,
    circuit,
    peeringType: typeOf(block),
    peerAsn: numberField(block, "peer_asn"),
    primaryPrefix: optionalTextField(block, "primary_peer_address_prefix"),
    secondaryPrefix: optionalTextField(block, "secondary_peer_address_prefix"),
    vlan: numberField(block, "vlan_id"),
  };
  targetOf(circuit)?.peerings.push(part);
  return part;
}

function circuitOf(block: Block, circuits: Parts<CircuitDraft>, named: NamedParts<CircuitDraft>): Ref<CircuitDraft> {
  const path = pathOf(block, "express_route_circuit_name");
  const id = block.sources.idOf(block.resource);
  const split = id === undefined ? undefined : splitChildId(id, "peerings");
  if (split !== undefined) {
    return circuits.byId(block, path, split.parent);
  }
  return asRef(named.find(block, "express_route_circuit_name"), path, (name) =>
    circuits.unseen(`${block.resource.input}\n${name.toLowerCase()}`, block, name, { name }),
  );
}

// The id of a peering ends in its type, so an id alone tells it.
function typeOf(block: Block): CircuitPeering["peeringType"] {
  const id = block.sources.idOf(block.resource);
  const inId = id === undefined ? undefined : nameInId(id, "peerings");
  const written = textField(block, "peering_type");
  return written.state === "unknown" && inId !== undefined
    ? { state: "known", path: written.path, value: inId, written: true }
    : written;
}
