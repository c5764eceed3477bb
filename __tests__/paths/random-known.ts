import type { VirtualHub } from "../../network/network";
import { hubOf } from "../routes/networks";
import type { Known, Place, Source } from "../routes/oracle";
import { type Drawn, type DrawnConnection, hubAt, type PropagationKind } from "./random-wans";

/** The same WAN as the oracle knows it, and the places that are asked: hubs and spokes by Terraform address. */
export function knownOf(drawn: Drawn): { readonly known: Known; readonly places: ReadonlyMap<string, Place> } {
  const hubs = drawn.preferences.map((preference, index) => hubOf(`h${index}`, preference));
  const at = (index: number) => hubs[hubAt(drawn, index)] ?? hubOf("none", "ExpressRoute");
  const learned = [
    ...drawn.connections.map((one) => learnedFrom(one, at(one.hub))),
    ...spokeStatics(drawn, at),
    ...tableStatics(drawn, at),
  ];
  const routes = learned.flatMap(({ source, prefixes }) => prefixes.map((text) => ({ ...rangeOf(text), source })));
  const reaches = new Map(learned.map(({ source, reach }) => [source, reach]));
  const inspected = new Set(hubs.filter((_, index) => drawn.secured.includes(index)));
  const places = new Map<string, Place>(hubs.map((one) => [one.resource.address, { hub: one }]));
  for (const [index, { hub: place, isRed, hearsDefault }] of drawn.spokes.entries()) {
    const isDeaf = !hearsDefault && !inspected.has(at(place));
    places.set(`azurerm_virtual_hub_connection.s${index}`, { hub: at(place), ...(isRed && { table: "red" }), isDeaf });
  }
  const known: Known = { hubs, routes, inspected, reaches: (source, place) => reaches.get(source)?.(place) ?? "no" };
  return { known, places };
}

interface Learned {
  readonly source: Source;
  readonly prefixes: readonly string[];
  readonly reach: (place: Place) => string;
}

function learnedFrom(connection: DrawnConnection, hub: VirtualHub): Learned {
  const { kind, prefixes, asPath: asPathLength, weight, propagation } = connection;
  const source: Source =
    kind === "circuit"
      ? { kind: "expressroute", hub, carriage: "clear", asPathLength, weight }
      : { kind: "vpn", hub, carriage: CARRIAGES[kind], asPathLength, weight: 0 };
  return { source, prefixes, reach: reachOf(propagation, source, `label over ${source.kind}`) };
}

const CARRIAGES = { tunnel: "private-tunnel", internet: "internet-tunnel" } as const;

function spokeStatics({ spokes, forwards }: Drawn, at: (index: number) => VirtualHub): Learned[] {
  return spokes.map(({ hub, propagation, statics, handsStatics }) => {
    const carriage = forwards ? "onward" : "unknown";
    const source: Source = { kind: "static", hub: at(hub), carriage, asPathLength: undefined, weight: 0 };
    return { source, prefixes: handsStatics ? statics : [], reach: reachOf(propagation, source, undefined) };
  });
}

function tableStatics({ statics }: Drawn, at: (index: number) => VirtualHub): Learned[] {
  return statics.map(({ hub, isRed, prefixes, next }) => {
    const carriage = next === "firewall" ? "onward" : "unknown";
    const source: Source = { kind: "static", hub: at(hub), carriage, asPathLength: 0, weight: 0 };
    const reach = (place: Place) => (place.hub === source.hub && (place.table === "red") === isRed ? "yes" : "no");
    return { source, prefixes, reach };
  });
}

/** @param label what Azure adds where no label is named, as far as that can't be told; undefined: it surely adds it */
function reachOf(kind: PropagationKind, { hub: home }: Source, label: string | undefined): (place: Place) => string {
  return ({ hub: one, table }) => {
    const isRed = table === "red";
    const atHome = (elsewhere: string) => (one === home ? "yes" : elsewhere);
    switch (kind) {
      case "nothing":
      case "label":
        return isRed ? "no" : "yes";
      case "red":
        return "yes";
      case "none":
        return "no";
      case "own":
        return isRed ? "no" : atHome(label ?? "yes");
      case "own and red":
        return isRed ? atHome("no") : atHome(label ?? "yes");
    }
  };
}

function rangeOf(text: string): { readonly first: number; readonly length: number } {
  const [address = "", length = "0"] = text.split("/");
  const first = address.split(".").reduce((value, part) => value * 256 + Number(part), 0);
  return { first, length: Number(length) };
}
