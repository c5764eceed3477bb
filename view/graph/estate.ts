import type { SourceLine } from "../../network/resource";

/** What a place of the picture is. `unseen`: something must be there, and no input tells what. */
export type Kind =
  | "wan"
  | "hub"
  | "router"
  | "vpn-gateway"
  | "expressroute-gateway"
  | "user-gateway"
  | "firewall"
  | "circuit"
  | "internet"
  | "site"
  | "spoke"
  | "unseen";

/** One place of the network, as the picture shows it. */
export interface Item {
  /** `i12`: holds no word of an input. */
  readonly id: string;
  readonly kind: Kind;
  /** What people call it, without the word for its kind; safe to print, and never markup. */
  readonly title: string;
  /** A line each, such as `over-ams 172.20.0.4 AS 65010`. */
  readonly details: readonly string[];
  /** Its Terraform address; undefined for what no resource is, such as the internet. */
  readonly address: string | undefined;
  readonly input: string | undefined;
  readonly source: SourceLine | undefined;
  /** Whether the plan makes it, or makes it anew. */
  readonly isNew: boolean;
}

/** A connected link of a site: a tunnel, or what would be one. */
export interface Tunnel {
  /** What the engine's answers call it: `Told.plain`. */
  readonly way: string;
  /** The name of the link, or its place among them. */
  readonly title: string;
  readonly site: Item;
  /** The VPN gateway where it ends, or what stands for one that can't be told. */
  readonly gateway: Item;
  readonly hub: HubPlace;
  /** What may carry it: circuits, the internet, or something that can't be told. Never empty. */
  readonly carriers: readonly Item[];
  /** Whether that, or where it ends, can't be told. */
  readonly isDoubtful: boolean;
}

/** A circuit, connected to a gateway of a hub. */
export interface Attachment {
  /** What the engine's answers call it: `Told.plain`. */
  readonly way: string;
  readonly circuit: Item;
  readonly gateway: Item;
  readonly hub: HubPlace;
  readonly isDoubtful: boolean;
}

/** A hub with what is in it and behind it. */
export interface HubPlace {
  readonly item: Item;
  /** Its region as Azure compares it; undefined where it can't be told. */
  readonly region: string | undefined;
  readonly wan: Item | undefined;
  readonly gateways: readonly Item[];
  /** What forwards packets in it: a firewall, or its own router. */
  readonly core: Item;
  readonly spokes: readonly Item[];
}

/** The whole network as things to draw, of which a picture takes some. */
export interface Estate {
  readonly wans: readonly Item[];
  readonly hubs: readonly HubPlace[];
  readonly sites: readonly Item[];
  readonly circuits: readonly Item[];
  readonly tunnels: readonly Tunnel[];
  readonly attachments: readonly Attachment[];
  /** Where what is told of a resource stands, by `placeKey` of its input and address. */
  readonly byAddress: ReadonlyMap<string, Item>;
  /** Every item, in the order of their ids. */
  readonly items: readonly Item[];
}
