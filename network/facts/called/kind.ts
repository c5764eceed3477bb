import type { Part } from "../../network";
import type { Resource } from "../../resource";
import { keysOf } from "./key";
import { shown, tellsAllApart, toldApart, type Way } from "./told-apart";

/** What all things of one kind are called. Worked out when somebody asks: most networks are never spoken of. */
export interface KindNames {
  /** Without the word for the kind: `westeurope`. */
  readonly labels: ReadonlyMap<Resource, string>;
  /** `hub westeurope`, or by their ends: `site hq at westeurope`. */
  readonly names: ReadonlyMap<Resource, string>;
  /** By address, and where two inputs hold that, by input too. */
  plain(resource: Resource): string;
}

/** One kind of things: what people call it, and how its things are told apart. */
export class Kind<T extends Part> implements KindNames {
  private knownLabels: KindNames["labels"] | undefined;
  private knownNames: KindNames["names"] | undefined;
  private repeated: ReadonlySet<string> | undefined;

  /**
   * @param word `hub`
   * @param nameOf the name in Azure, where it is known
   * @param byEnds what comes before key and name: what a thing connects
   */
  constructor(
    private readonly word: string,
    private readonly parts: readonly T[],
    private readonly nameOf: (part: T) => string | undefined,
    private readonly byEnds: readonly Way<T>[] = [],
  ) {}

  get labels(): KindNames["labels"] {
    this.knownLabels ??= byResource(toldApart(this.parts, this.ways()));
    return this.knownLabels;
  }

  get names(): KindNames["names"] {
    this.knownNames ??= byResource(
      toldApart(this.parts, [...this.byEnds, ...this.ways().map((way) => this.worded(way))]),
    );
    return this.knownNames;
  }

  private worded(way: Way<T>): Way<T> {
    return (part) => {
      const label = way(part);
      return label === undefined ? undefined : `${this.word} ${label}`;
    };
  }

  plain({ address, input }: Resource): string {
    this.repeated ??= repeatedIn(this.parts.map(({ resource }) => resource.address));
    return `${this.word} ${address}${this.repeated.has(address) ? ` in ${input}` : ""}`;
  }

  private ways(): readonly Way<T>[] {
    const kinds = [this.word, this.word.split(" ").at(-1) ?? "", this.typeOfAll()].map(bare);
    const keys = new Map(this.parts.map((part) => [part, keysOf(part.resource)]));
    const byModule: Way<T> = (part) => shown(keys.get(part)?.ofModule);
    // A key that says no more than what the thing is, as in `azurerm_virtual_wan.wan`, is none.
    const byKey: Way<T> = (part) => {
      const key = keys.get(part)?.own;
      return key === undefined || kinds.includes(bare(key)) ? undefined : shown(key);
    };
    return [byKey, ...(tellsAllApart(this.parts, byModule) ? [byModule] : []), (part) => shown(this.nameOf(part))];
  }

  private typeOfAll(): string {
    return this.parts[0]?.resource.type.replace(/^azurerm_/, "") ?? "";
  }
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function byResource(found: ReadonlyMap<Part, string>): ReadonlyMap<Resource, string> {
  return new Map([...found].map(([{ resource }, name]) => [resource, name]));
}

function repeatedIn(addresses: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  return new Set(addresses.filter((address) => once.has(address) || !once.add(address)));
}
