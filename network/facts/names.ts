import { type Field, knownValue } from "../field";
import type { LinkConnection, Part, SiteLink } from "../network";

/** How messages call a part: `hub hub-neu`, or by its Terraform address where its name can't be told. */
export function called(kind: string, part: Part & { readonly name: Field<string> }): string {
  return `${kind} ${knownValue(part.name) ?? part.resource.address}`;
}

/** `link bergen of site bergen` */
export function calledSiteLink(link: SiteLink): string {
  return `link ${knownValue(link.name) ?? link.path} of ${called("site", link.site)}`;
}

/** `link bergen of connection con-bergen` */
export function calledLinkConnection(link: LinkConnection): string {
  return `link ${knownValue(link.name) ?? link.path} of ${called("connection", link.connection)}`;
}

/** A second name in a message that has one already: with its Terraform address, where both are the same. */
export function besides(first: string, second: string, part: Part): string {
  return first === second ? `${second} (${part.resource.address})` : second;
}

/** `a`, `a and b`, `a, b and c`; from the sixth on only how many more there are. */
export function listed(words: readonly string[]): string {
  const shown = words.length > SHOWN ? [...words.slice(0, SHOWN), `${words.length - SHOWN} more`] : words;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const SHOWN = 5;
