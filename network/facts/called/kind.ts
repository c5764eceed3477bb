import type { Part } from "../../network";
import type { Resource } from "../../resource";
import { moduleKey, ownKey } from "./key";
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
    const prefixed = this.ways().map((way): Way<T> => {
      return (part) => {
        const label = way(part);
        return label === undefined ? undefined : `${this.word} ${label}`;
      };
    });
    this.knownNames ??= byResource(toldApart(this.parts, [...this.byEnds, ...prefixed]));
    return this.knownNames;
  }

  plain({ address, input }: Resource): string {
    this.repeated ??= repeatedIn(this.parts.map(({ resource }) => resource.address));
    return `${this.word} ${address}${this.repeated.has(address) ? ` in ${input}` : ""}`;
  }

  /** A key that says no more than what the thing is, as in `azurerm_virtual_wan.wan`, is none. */
  private keyOf(resource: Resource): string | undefined {
    const key = ownKey(resource);
    const kinds = [this.word, this.word.split(" ").at(-1) ?? "", resource.type.replace(/^azurerm_/, "")].map(bare);
    return key !== undefined && kinds.includes(bare(key)) ? undefined : key;
  }

  private ways(): readonly Way<T>[] {
    const byModule: Way<T> = ({ resource }) => shown(moduleKey(resource));
    return [
      ({ resource }) => shown(this.keyOf(resource)),
      ...(tellsAllApart(this.parts, byModule) ? [byModule] : []),
      (part) => shown(this.nameOf(part)),
    ];
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
