import { type Names, namesIn } from "../../network/facts/called/names";
import { type Field, knownValue } from "../../network/field";
import type { Network, Part } from "../../network/network";
import type { Resource } from "../../network/resource";
import { plain } from "../../text/plain";
import type { Item, Kind } from "./estate";

/** Makes the items of one picture, each thing once. Their ids are numbers in the order in which they are made. */
export class Items {
  readonly all: Item[] = [];
  private readonly made = new Map<Resource, Item>();
  private readonly names: Names;

  constructor(network: Network) {
    this.names = namesIn(network);
  }

  /** The item of a part; made where it is asked for first. */
  of(part: Part & { readonly name?: Field<string> }, kind: Kind, details: readonly string[] = []): Item {
    const found = this.made.get(part.resource) ?? this.make(part, kind, details);
    this.made.set(part.resource, found);
    return found;
  }

  /** What is told of this resource is told of that item: connections and peerings have none of their own. */
  tellOf({ resource }: Part, item: Item): void {
    if (!this.made.has(resource)) {
      this.made.set(resource, item);
    }
  }

  /** The item that stands for a resource, where one was made. */
  byResource(resource: Resource): Item | undefined {
    return this.made.get(resource);
  }

  /** Items by input and address of the resources that they stand for. */
  byAddress(): ReadonlyMap<string, Item> {
    return new Map([...this.made].map(([{ input, address }, item]) => [placeKey(input, address), item]));
  }

  /** What is no resource: the internet, routers of somebody else. */
  place(kind: Kind, title: string, details: readonly string[] = []): Item {
    return this.add({ kind, title, details, address: undefined, input: undefined, source: undefined, isNew: false });
  }

  private make(part: Part & { readonly name?: Field<string> }, kind: Kind, details: readonly string[]): Item {
    const { address, input, source, lines, change } = part.resource;
    const named = part.name === undefined ? undefined : knownValue(part.name);
    return this.add({
      kind,
      title: this.names.labelOf(part) ?? named ?? address,
      details,
      address: plain(address),
      input,
      source: source ?? lines?.lineOf(part.resource, ""),
      isNew: change?.action === "created" || change?.action === "replaced",
    });
  }

  private add(item: Omit<Item, "id">): Item {
    const title = plain(item.title);
    const made = { ...item, title, details: item.details.map(plain), id: `i${this.all.length}` };
    this.all.push(made);
    return made;
  }
}

/** The key of a resource among all inputs. */
export function placeKey(input: string, address: string): string {
  return `${input}\n${address}`;
}
