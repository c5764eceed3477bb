import { namesIn } from "../network/facts/called/names";
import { told } from "../network/facts/called/teller";
import type { Thing } from "../network/facts/called/thing";
import { knownValue, targetOf } from "../network/field";
import type { Network, SpokeConnection, VirtualHub, VpnSite } from "../network/network";
import { nearestTo } from "../text/nearest";
import { some } from "./words";

/** A question that the network can't answer, by the person's mistake. */
export class WrongQuestion extends Error {
  readonly complaints: readonly string[];

  constructor(complaint: string) {
    super(complaint);
    this.name = "WrongQuestion";
    this.complaints = [complaint];
  }
}

/**
 * The places that a person means: hubs, spoke connections and sites, by Terraform address, by Azure name or as texts call
 * them; a spoke also by its virtual network's.
 * @throws WrongQuestion with near names, where there is none
 */
export function placesCalled(network: Network, written: string): ReadonlySet<string> {
  const names = namesOf(network);
  const found = new Set(names.flatMap(([name, place]) => (name === written ? [place] : [])));
  if (found.size === 0) {
    const like = namesLike(
      written,
      names.map(([name]) => name),
    );
    const all = told(namesIn(network), some<Thing>(placesIn(network)));
    const hint = like.length > 0 ? `; did you mean ${like.join(" or ")}?` : all === "" ? "" : `; there are ${all}`;
    throw new WrongQuestion(`--from ${written}: there is no such hub, spoke or site${hint}`);
  }
  return found;
}

function namesLike(written: string, names: readonly string[]): string[] {
  const holding = names.filter((name) => written.length > 2 && name.toLowerCase().includes(written.toLowerCase()));
  return [...new Set([...nearestTo(written, names), ...holding])].slice(0, 3);
}

function namesOf(network: Network): (readonly [name: string, place: string])[] {
  const own = placesIn(network).flatMap((part) => {
    const { address } = part.resource;
    const { name } = namesIn(network).of(part);
    // `hub westeurope`, and without the word for its kind.
    const written = [address, knownValue(part.name), name, name.replace(/^\w+ /, "")];
    return written.flatMap((one) => (one === undefined ? [] : [[one, address] as const]));
  });
  const networks = network.spokeConnections.flatMap(({ resource, virtualNetwork }) => {
    const network = targetOf(virtualNetwork);
    const azure = network === undefined ? undefined : knownValue(network.name);
    return network === undefined
      ? []
      : [
          [network.resource.address, resource.address] as const,
          ...(azure === undefined ? [] : [[azure, resource.address] as const]),
        ];
  });
  return [...own, ...networks];
}

function placesIn({ hubs, spokeConnections, sites }: Network): (VirtualHub | SpokeConnection | VpnSite)[] {
  return [...hubs, ...spokeConnections, ...sites];
}
