import { literalPrefix } from "../../../address/prefix";
import { inAddresses } from "../../../network/facts/called/phrase";
import { prefixesOf, prefixOfField } from "../../../network/facts/prefixes";
import { knownValue, targetOf } from "../../../network/field";
import type { Part, SpokeConnection, VirtualHub } from "../../../network/network";
import { stepsFrom } from "../../../paths/steps";
import { learners } from "../../../routes/deciding-views";
import type { PrefixRoutes } from "../../../routes/decision";
import type { AlikeFlows } from "../../../routes/to-onprem";
import type { View } from "../../../routes/view";

/** One flow that a finding speaks of, and how its hub chooses: `10.110.0.0/22 -> 10.0.1.0/24`. */
export interface FlowEvidence {
  readonly flow: string;
  readonly trace: readonly string[];
}

/** The flow from a hub or spoke to on-premises, with the steps of the choice. */
export function flowEvidence(view: View, destination: string, chain: readonly PrefixRoutes[]): FlowEvidence {
  const steps = stepsFrom(view, Number(literalPrefix(destination).first), chain);
  return {
    flow: `${firstOf(view.spokes) ?? azureOf(view.hub)} -> ${destination}`,
    trace: steps.slice(0, MOST).map(inAddresses),
  };
}

/** More steps than that a finding doesn't carry. */
const MOST = 12;

/** From where the packets come that a finding speaks of. */
export interface OriginEvidence {
  /** Hubs, and spokes that follow something else than theirs. */
  readonly from: readonly string[];
  readonly spokes: readonly string[];
}

/** From where packets take some courses: all that is told, so that one more is something new. */
export function originEvidence(courses: readonly Origin[]): OriginEvidence {
  const views = courses.flatMap(viewsOf);
  return {
    from: [...new Set(views.flatMap(placesOf).map(({ resource }) => resource.address))],
    spokes: [...new Set(views.flatMap(spokesOf))],
  };
}

type Origin = Pick<AlikeFlows, "view" | "alike"> & { readonly chain?: readonly PrefixRoutes[] };

/** That of a hub which stands for others, and theirs: those that learn a route to the destination decide by themselves. */
function viewsOf({ view, alike, chain = [] }: Origin): readonly View[] {
  const learning = learners(chain);
  const others = alike.filter((hub) => hub !== view.hub && !learning.has(hub));
  return [view, ...others.map((hub) => view.wan.of(hub))];
}

/** Where the flows come from: spokes that follow something else, or their hub. */
export function placesOf({ spokes, hub }: View): readonly Part[] {
  return spokes.length > 0 ? spokes : [hub];
}

/**
 * The prefixes of all spokes that what a finding says holds for, so that one more is something new: those that follow a
 * view, or may. Of a spoke whose prefixes can't be told, its address.
 */
function spokesOf({ spokes, hub }: View): string[] {
  const following = spokes.length > 0 ? spokes : hub.spokeConnections.filter(mayFollowItsHub);
  return following.flatMap((spoke) => {
    const known = targetOf(spoke.virtualNetwork)?.addressSpace;
    const prefixes = known === undefined ? [] : prefixesOf(known).map(({ prefix }) => prefix.text);
    return prefixes.length > 0 ? prefixes : [spoke.resource.address];
  });
}

function mayFollowItsHub({ routing }: SpokeConnection): boolean {
  return targetOf(routing.associatedRouteTable)?.isDefault !== false;
}

/** Where packets come from: the first spoke's addresses, or else the hub's own, or its Terraform address. */
export function azureOf({ spokeConnections, addressPrefix, resource }: VirtualHub): string {
  return (
    firstOf(spokeConnections) ??
    prefixOfField(addressPrefix)?.prefix.text ??
    knownValue(addressPrefix) ??
    resource.address
  );
}

/** The first known prefix of some spokes. */
function firstOf(spokes: readonly SpokeConnection[]): string | undefined {
  const spaces = spokes.flatMap(({ virtualNetwork }) => targetOf(virtualNetwork)?.addressSpace ?? []);
  return spaces.flatMap(prefixesOf)[0]?.prefix.text;
}
