import type { Network, Part, VirtualHub } from "../../network";
import type { Resource } from "../../resource";
import type { KindNames } from "./kind";
import { isMadeWithHub, kindsOf } from "./kinds";
import { after, LinkNames } from "./link-names";
import { type Phrase, withNames } from "./phrase";
import { SubnetNames } from "./subnet-names";
import { type HeldRoute, holderOf, isHeldRoute, isLinkConnection, isPart, type Thing } from "./thing";

/** What a thing is called, for people. */
export interface Told {
  /** `hub westeurope`; with its address where nothing else tells it from others. */
  readonly name: string;
  /** Its Terraform address, which stands beside the name once; undefined where the name holds it. */
  readonly address: string | undefined;
  /** By its address, whatever else it is called: `hub azurerm_virtual_hub.westeurope`. */
  readonly plain: string;
  /** Of a link or a static route, which has the address of what it is in, what that is. */
  readonly holder: Pick<Resource, "type" | "input"> | undefined;
}

const KNOWN = new WeakMap<Network, Names>();

/** What the things of a network are called. A network never changes, so that is worked out once. */
export function namesIn(network: Network): Names {
  const names = KNOWN.get(network) ?? new Names(network);
  KNOWN.set(network, names);
  return names;
}

/**
 * What the things of a network are called in text for people: by the key that a person gave, else by a known name that
 * is unique in its kind, else by address. What connects two things is called by its ends. No two things are called the
 * same, save a link of a site and that link, connected.
 */
export class Names {
  private readonly known = new Map<object, Told>();
  private readonly kinds: ReadonlyMap<string, KindNames>;
  private readonly links: LinkNames;
  private readonly subnets: SubnetNames;
  /** Hubs by the route tables that Azure makes with them. */
  private readonly hubs: ReadonlyMap<Resource, VirtualHub>;

  constructor(network: Network) {
    this.kinds = kindsOf(network, (part) => this.labelOf(part));
    this.links = new LinkNames(network, { site: (site) => this.nameOf(site), connection: (one) => this.nameOf(one) });
    this.subnets = new SubnetNames(network, (one) => this.nameOf(one));
    this.hubs = hubsByTable(network);
  }

  /** What a thing is called. */
  of(thing: Thing): Told {
    // One static route may be told of as held by its table, or by the hub of that.
    if (!isPart(thing) && !isLinkConnection(thing) && isHeldRoute(thing)) {
      return this.toldOf(thing);
    }
    const key = this.identityOf(thing);
    const known = this.known.get(key) ?? this.toldOf(thing);
    this.known.set(key, known);
    return known;
  }

  /** A phrase with what its things are called. */
  in(text: Phrase<Thing>): Phrase<Told> {
    return withNames(text, (thing) => this.of(thing));
  }

  /** What a part is called without the word for its kind, as in `site hq at westeurope`; undefined: by address only. */
  labelOf({ resource }: Part): string | undefined {
    return this.kinds.get(resource.type)?.labels.get(resource);
  }

  /** Rules read blocks anew: what is one thing its resource tells, save for subnets that are blocks. */
  private identityOf(thing: Exclude<Thing, HeldRoute>): object {
    return isPart(thing) && this.subnets.networkAround(thing) === undefined ? thing.resource : thing;
  }

  private toldOf(thing: Thing): Told {
    const plain = this.plainOf(thing);
    const name = this.nameOf(thing);
    const { resource } = holderOf(thing);
    const { address } = this.hubs.get(resource)?.resource ?? resource;
    const holder = isPart(thing) ? undefined : { type: resource.type, input: resource.input };
    return name === undefined ? { name: plain, address: undefined, plain, holder } : { name, address, plain, holder };
  }

  private nameOf(thing: Thing): string | undefined {
    if (isPart(thing)) {
      const { resource } = thing;
      const hub = this.hubs.get(resource);
      return hub === undefined
        ? (this.subnets.of(thing) ?? this.kinds.get(resource.type)?.names.get(resource))
        : ofHub(this.nameOf(hub));
    }
    if (isLinkConnection(thing)) {
      return this.links.ofConnection(thing);
    }
    if (isHeldRoute(thing)) {
      const holder = this.nameOf(thing.holder);
      return holder && `${holder}${routeLabel(thing)}`;
    }
    return this.links.ofSite(thing);
  }

  private plainOf(thing: Thing): string {
    if (!isPart(thing)) {
      return `${this.plainOf(holderOf(thing))}${this.blockLabel(thing)}`;
    }
    const { resource } = thing;
    const hub = this.hubs.get(resource);
    const kind = this.subnets.networkAround(thing) === undefined ? "" : "a subnet of ";
    return hub === undefined
      ? `${kind}${this.kinds.get(resource.type)?.plain(resource) ?? resource.address}`
      : ofHub(this.plainOf(hub));
  }

  private blockLabel(thing: Exclude<Thing, Part>): string {
    if (isLinkConnection(thing)) {
      return this.links.labelOf(thing, thing.connection.links.items);
    }
    return isHeldRoute(thing) ? routeLabel(thing) : this.links.labelOf(thing, thing.site.links.items);
  }
}

function routeLabel({ route }: HeldRoute): string {
  return after(route, "static route") ?? `, ${route.path}`;
}

function ofHub<T extends string | undefined>(hub: T): T | string {
  return hub === undefined ? hub : `default route table of ${hub}`;
}

function hubsByTable({ routeTables }: Network): ReadonlyMap<Resource, VirtualHub> {
  const own = routeTables.filter(isMadeWithHub);
  return new Map(own.flatMap(({ resource, hub }) => (hub.state === "resolved" ? [[resource, hub.to] as const] : [])));
}
