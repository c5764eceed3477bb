import type { Attributes, Fact, NotModelled, TypeLedger } from "./attributes";
import { EXPRESS_ROUTE } from "./express-route";
import { FIREWALL_AND_MONITORS } from "./firewall-and-monitors";
import { FIREWALL_POLICIES } from "./firewall-policies";
import { GATEWAYS_OF_NETWORKS } from "./gateways-of-networks";
import { HUB_ROUTING } from "./hub-routing";
import { NETWORK_MANAGERS } from "./network-managers";
import { SPOKES } from "./spokes";
import { VPN } from "./vpn";
import { WAN_AND_HUB } from "./wan-and-hub";

/** What becomes of every attribute of the types that are judged, family by family. */
export const LEDGER: Readonly<Record<string, TypeLedger>> = {
  ...WAN_AND_HUB,
  ...HUB_ROUTING,
  ...VPN,
  ...EXPRESS_ROUTE,
  ...SPOKES,
  ...GATEWAYS_OF_NETWORKS,
  ...NETWORK_MANAGERS,
  ...FIREWALL_AND_MONITORS,
  ...FIREWALL_POLICIES,
};

/** What becomes of one attribute. */
export type AttributeEntry =
  | { readonly kind: "read"; readonly path: string; readonly by: Fact }
  | { readonly kind: "without effect"; readonly path: string; readonly because: string }
  | ({ readonly kind: "not modelled" } & NotModelled);

/** The entries of a type's attributes, by path. */
export function entriesOf({ read, withoutEffect, notModelled = [] }: Attributes): readonly AttributeEntry[] {
  const entries: AttributeEntry[] = [
    ...Object.entries(read).map(([path, by]): AttributeEntry => ({ kind: "read", path, by })),
    ...withoutEffect.flatMap(([because, ...paths]) =>
      paths.map((path): AttributeEntry => ({ kind: "without effect", path, because })),
    ),
    ...notModelled.map((one): AttributeEntry => ({ kind: "not modelled", ...one })),
  ];
  return entries.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** The names of the attributes and blocks that a resource of a type has; none where the type isn't judged. */
export function topLevelNames(type: string): readonly string[] {
  const ledger = LEDGER[type];
  return ledger === undefined
    ? []
    : [...new Set(entriesOf(ledger.resource).map(({ path }) => path.split(".")[0] ?? path))];
}

/** What a resource of a type could be told to do that nobody reads. */
export function notModelledOf(type: string, standing: "managed" | "data"): readonly NotModelled[] {
  const ledger = LEDGER[type];
  return (standing === "managed" ? ledger?.resource : ledger?.data)?.notModelled ?? [];
}

/** Whether the data source of a type tells an attribute or block; true where it isn't known which it has. */
export function isToldByData(type: string, name: string): boolean {
  const ledger = LEDGER[type];
  if (ledger === undefined) {
    return true;
  }
  return ledger.data !== undefined && entriesOf(ledger.data).some(({ path }) => path.split(".")[0] === name);
}
