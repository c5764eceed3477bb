import type { Names, Told } from "./names";
import { type Phrase, textOf } from "./phrase";
import type { Thing } from "./thing";

/**
 * Tells one reader something, such as one finding or one table: each thing by its name, and the first time with its
 * address, unless that stands there already. Two things are never called the same, even where names of two times meet.
 */
export class Teller {
  /** Names of things, and addresses, that were told already. */
  private readonly said = new Set<string>();
  private readonly addresses = new Map<string, string | undefined>();

  /** @param known an address that the reader sees already */
  constructor(private readonly known?: string) {}

  text(telling: Phrase<Told>): string {
    return textOf(telling, (told) => this.nameOf(told));
  }

  private nameOf({ name, address, plain, holder }: Told): string {
    // A link of a site and that link, connected, have one name, and each an address.
    const kind = `${holder?.type} ${name}`;
    const before = this.addresses.has(kind) ? this.addresses.get(kind) : address;
    this.addresses.set(kind, before);
    if (before !== address) {
      return plain;
    }
    // Of the blocks of one part it is the same.
    const known = holder === undefined ? name : `${holder.input}\n${address}`;
    if (address === undefined || address === this.known || this.said.has(known)) {
      return name;
    }
    this.said.add(known);
    return `${name} (${address})`;
  }
}

/** A phrase as a text that stands by itself. */
export function told(names: Names, text: Phrase<Thing>): string {
  return new Teller().text(names.in(text));
}
