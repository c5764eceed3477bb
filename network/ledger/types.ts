import type { TypeEntry } from "./entry";
import { LEDGER } from "./ledger";
import { COULD } from "./seen-types";
import { WITHOUT_EFFECT } from "./types-without-effect";

/** Every type of azurerm that is about networks of this field, and what is made of it. */
export const TYPES: ReadonlyMap<string, TypeEntry> = new Map<string, TypeEntry>([
  ...Object.entries(COULD).map(([type, could]): [string, TypeEntry] => [type, { kind: "seen", could }]),
  ...Object.keys(LEDGER).map((type): [string, TypeEntry] => [type, judged(COULD[type])]),
  ...WITHOUT_EFFECT,
]);

function judged(could: string | undefined): TypeEntry {
  return could === undefined ? { kind: "judged" } : { kind: "judged", could };
}

/** What later versions of the provider may bring about such networks. */
const OF_THIS_FIELD =
  /^azurerm_(virtual_(wan|hub)|vpn_|point_to_site_|express_route_|network_manager_|virtual_network_gateway|route_)/;

/** A type that no version of the provider had when this was written. */
const UNHEARD_OF: TypeEntry = {
  kind: "seen",
  could: "change anything: it is of a type that this version doesn't know",
};

/** What is made of a Terraform type; undefined where it is of another field. */
export function entryOf(type: string): TypeEntry | undefined {
  return TYPES.get(type) ?? (OF_THIS_FIELD.test(type) ? UNHEARD_OF : undefined);
}

/** Whether a type is one of this field that this version has never heard of. */
export function isUnheardOf(type: string): boolean {
  return entryOf(type) === UNHEARD_OF;
}
