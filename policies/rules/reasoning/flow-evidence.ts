import { literalPrefix } from "../../../address/prefix";
import { inAddresses } from "../../../network/facts/called/phrase";
import { prefixesOf, prefixOfField } from "../../../network/facts/prefixes";
import { knownValue, targetOf } from "../../../network/field";
import type { VirtualHub } from "../../../network/network";
import { stepsFrom } from "../../../paths/steps";
import type { PrefixRoutes } from "../../../routes/decision";

/** One flow that a finding speaks of, and how its hub chooses: `10.110.0.0/22 -> 10.0.1.0/24`. */
export interface FlowEvidence {
  readonly flow: string;
  readonly trace: readonly string[];
}

/** The flow from a hub to on-premises, with the steps of the hub's choice. */
export function flowEvidence(hub: VirtualHub, destination: string, chain: readonly PrefixRoutes[]): FlowEvidence {
  const steps = stepsFrom(hub, Number(literalPrefix(destination).first), chain);
  return { flow: `${azureOf(hub)} -> ${destination}`, trace: steps.slice(0, MOST).map(inAddresses) };
}

/** More steps than that a finding doesn't carry. */
const MOST = 12;

/** Where packets come from: the first spoke's addresses, or else the hub's own, or its Terraform address. */
export function azureOf({ spokeConnections, addressPrefix, resource }: VirtualHub): string {
  const spaces = spokeConnections.flatMap(({ virtualNetwork }) => targetOf(virtualNetwork)?.addressSpace ?? []);
  const [first] = spaces.flatMap(prefixesOf);
  return (
    first?.prefix.text ?? prefixOfField(addressPrefix)?.prefix.text ?? knownValue(addressPrefix) ?? resource.address
  );
}
