import { type Field, knownValue } from "../../network/field";
import type { Network, Part, VirtualHub } from "../../network/network";
import { InputError } from "../../text/complaint";
import type { ObservedRoutes } from "../azure/observations";

interface Named extends Part {
  readonly name: Field<string>;
}

/**
 * Of which part the routes of a file are: the one that a person named with the file, the only one there is, or for a
 * hub the one whose gateways its next hops are.
 *
 * @throws InputError where that can't be told
 */
export function whoseRoutes<T extends Named>(
  observed: ObservedRoutes,
  parts: readonly T[],
  { noun, isIn }: { readonly noun: string; readonly isIn?: (part: T) => boolean },
): T {
  const { of, path } = observed;
  const named = of === undefined ? [] : parts.filter((part) => isCalled(part, of));
  const told = of === undefined && isIn !== undefined ? parts.filter(isIn) : [];
  const [found, ...others] = of !== undefined ? named : told.length > 0 ? told : parts;
  if (found !== undefined && others.length === 0) {
    return found;
  }
  const names = parts.map((part) => knownValue(part.name) ?? part.resource.address).join(", ");
  const message =
    of === undefined
      ? `doesn't tell of which ${noun} its routes are; name it: --azure NAME=${path}, of ${names}`
      : `the inputs have no ${noun} ${JSON.stringify(of)}, or several; there are ${names || "none"}`;
  throw new InputError([{ path, message }]);
}

/** The hub of effective routes: its own name, or its gateways', stand in next hops. */
export function hubOfRoutes(observed: ObservedRoutes, { hubs }: Network): VirtualHub {
  const ids = observed.routes
    .flatMap(({ hopIds }) => hopIds)
    .join("\n")
    .toLowerCase();
  return whoseRoutes(observed, hubs, {
    noun: "hub",
    isIn: (hub) =>
      [
        ...hub.vpnGateways.map(({ name }) => ["vpngateways", name] as const),
        ...hub.expressRouteGateways.map(({ name }) => ["expressroutegateways", name] as const),
      ].some(([type, name]) => {
        const text = knownValue(name)?.toLowerCase();
        return text !== undefined && new RegExp(`/${type}/${escaped(text)}(/|$)`, "m").test(ids);
      }),
  });
}

function isCalled({ name, resource }: Named, word: string): boolean {
  const { address } = resource;
  return [knownValue(name), address, address.slice(address.lastIndexOf(".") + 1)].includes(word);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
