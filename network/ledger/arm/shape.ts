/** What becomes of a property of ARM: an attribute of azurerm, blocks of it, or nothing. */
export type To =
  /** The value as it is. */
  | { readonly attribute: string }
  /** A flag that azurerm has the other way round. */
  | { readonly oppositeOf: string }
  /** One value of what azurerm has as a list. */
  | { readonly itemOf: string }
  /** An object with an id, or a list of such: the id or ids. */
  | { readonly idOf: string }
  | { readonly idsOf: string }
  /** An object that becomes a block, or a list of objects that become one each. */
  | { readonly block: string; readonly inside: Shape; readonly from: "object" | "list" }
  /** An object whose properties belong to what holds it. */
  | { readonly open: Shape }
  /** Nobody reads it; these values are as if nobody had set it. */
  | { readonly unreadUnless: readonly (string | number | boolean)[] }
  | "without effect";

/** Properties of ARM by name, and what becomes of each. One that isn't here could change something that nobody reads. */
export interface Shape {
  readonly [property: string]: To;
}

/** A type of ARM that is read as the type of azurerm that makes the same. */
export interface ArmShape {
  readonly type: string;
  /** What azurerm calls the id of the parent, or its name; undefined where the parent is a resource group. */
  readonly parent: string | undefined;
  readonly properties: Shape;
  /** Attributes of which no page says what they are where nobody writes them. */
  readonly untold?: readonly string[];
  /** Beside `properties`: `sku`, say. */
  readonly beside?: Shape;
}

/** Shapes by the path of their type below Microsoft.Network, in small letters. */
export type ArmShapes = Readonly<Record<string, ArmShape>>;

export const as = (attribute: string): To => ({ attribute });
export const object = (block: string, inside: Shape): To => ({ block, inside, from: "object" });
export const list = (block: string, inside: Shape): To => ({ block, inside, from: "list" });

/** azurerm calls the table of a VPN connection otherwise than that of the others. */
export const routing = (table: string, more: Shape = {}): To =>
  object("routing", {
    associatedRouteTable: { idOf: table },
    propagatedRouteTables: object("propagated_route_table", {
      labels: as("labels"),
      ids: { idsOf: "route_table_ids" },
    }),
    inboundRouteMap: { idOf: "inbound_route_map_id" },
    outboundRouteMap: { idOf: "outbound_route_map_id" },
    ...more,
  });
