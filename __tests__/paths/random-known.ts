import type { VirtualHub } from "../../network/network";
import { hubOf } from "../routes/networks";
import type { Known, Place, Source } from "../routes/oracle";
import { insideOf } from "./random-configuration";
import {
  type Drawn,
  type DrawnConnection,
  type DrawnMap,
  hubAt,
  isElsewhere,
  type PropagationKind,
} from "./random-wans";

/** One WAN as the oracle knows it, with the places that are asked, by Terraform address. */
export interface KnownWan {
  readonly known: Known;
  readonly places: ReadonlyMap<string, Place>;
  /** What is gone with what is lost, as the table calls that. */
  readonly losses: ReadonlyMap<string, ReadonlySet<Source>>;
}

/** The same WANs as the oracle knows them: hubs and spokes are asked. */
export function knownOf(drawn: Drawn): KnownWan[] {
  const hubs = drawn.preferences.map((preference, index) => hubOf(`h${index}`, preference));
  const at = (index: number) => hubs[hubAt(drawn, index)] ?? hubOf("none", "ExpressRoute");
  const inspected = new Set(hubs.filter((_, index) => drawn.secured.includes(index)));
  const spokes = drawn.spokes.map(({ hub, isRed, hearsDefault }, index): readonly [string, Place] => {
    const isDeaf = !hearsDefault && !inspected.has(at(hub));
    return [`azurerm_virtual_hub_connection.s${index}`, { hub: at(hub), ...(isRed && { table: "red" }), isDeaf }];
  });
  const learned = [
    ...drawn.connections.flatMap((one, index) => learnedFrom(one, index, at(one.hub), drawn.translates)),
    ...spokeStatics(drawn, at),
    ...tableStatics(drawn, at),
  ];
  const apart = hubs.filter((_, index) => isElsewhere(drawn, index));
  const wans = [hubs.filter((one) => !apart.includes(one)), apart].filter((one) => one.length > 0);
  return wans.map((own) => {
    const inside = learned.filter(({ source }) => own.includes(source.hub));
    const reaches = new Map(inside.map(({ source, reach }) => [source, reach]));
    const routes = inside.flatMap(({ source, prefixes }) => prefixes.map((text) => ({ ...rangeOf(text), source })));
    const known: Known = {
      hubs: own,
      routes,
      inspected,
      reaches: (source, place) => reaches.get(source)?.(place) ?? "no",
    };
    const asked = [...own.map((one): readonly [string, Place] => [one.resource.address, { hub: one }]), ...spokes];
    return {
      known,
      places: new Map(asked.filter(([, { hub }]) => own.includes(hub))),
      losses: lossesOf(inside),
    };
  });
}

interface Learned {
  readonly source: Source;
  readonly prefixes: readonly string[];
  readonly reach: (place: Place) => string;
  /** What it is lost with. */
  readonly needs: readonly string[];
}

/** A source for each AS path: a map may do something with one prefix alone. */
function learnedFrom(connection: DrawnConnection, index: number, hub: VirtualHub, translates: boolean): Learned[] {
  const { kind, weight, propagation, map } = connection;
  const doubt = `what c${index} announces as it is before translation`;
  const announced = connection.prefixes.flatMap((prefix, nth) => {
    const inside = insideOf(connection, index, prefix, nth);
    const isPlain = inside === prefix || !translates;
    return isPlain
      ? [{ prefix: inside, isSure: true }]
      : [
          { prefix, isSure: true },
          { prefix: inside, isSure: false },
        ];
  });
  return [true, false].flatMap((isSure) => {
    const own = announced.filter((one) => one.isSure === isSure).map(({ prefix }) => prefix);
    const outcomes = own.flatMap((prefix) => mapped(prefix, connection.asPath, map));
    return [...groups(outcomes)].map(([asPathLength, prefixes]) => {
      const source: Source =
        kind === "circuit"
          ? { kind: "expressroute", hub, carriage: "clear", asPathLength, weight }
          : { kind: "vpn", hub, carriage: CARRIAGES[kind], asPathLength, weight: 0 };
      const reach = reachOf(propagation, source, `label over ${source.kind}`);
      const perhaps = (place: Place) => (reach(place) === "yes" ? doubt : reach(place));
      return { source, prefixes, reach: isSure ? reach : perhaps, needs: needsOf(kind, `c${index}`) };
    });
  });
}

interface Mapped {
  readonly prefix: string;
  readonly asPath: number | undefined;
}

function mapped(prefix: string, asPath: number | undefined, map: DrawnMap | undefined): Mapped[] {
  if (map === undefined || !liesIn(prefix, map.inside)) {
    return [{ prefix, asPath }];
  }
  switch (map.does) {
    case "drop":
      return [];
    case "prepend":
      return [{ prefix, asPath: asPath === undefined ? undefined : asPath + 2 }];
    case "summarise":
      // The same prefix is no summary: nothing changes.
      return [prefix === map.inside ? { prefix, asPath } : { prefix: map.inside, asPath: 0 }];
  }
}

function liesIn(inner: string, outer: string): boolean {
  const [a, b] = [rangeOf(inner), rangeOf(outer)];
  const size = 2 ** (32 - b.length);
  return a.length >= b.length && Math.floor(a.first / size) === Math.floor(b.first / size);
}

function groups(outcomes: readonly Mapped[]): Map<number | undefined, string[]> {
  const found = new Map<number | undefined, string[]>();
  for (const { prefix, asPath } of outcomes) {
    found.set(asPath, [...new Set([...(found.get(asPath) ?? []), prefix])]);
  }
  return found;
}

function needsOf(kind: DrawnConnection["kind"], name: string): string[] {
  if (kind === "circuit") {
    return [`connection azurerm_express_route_connection.${name}`];
  }
  const connection = `azurerm_vpn_gateway_connection.${name}`;
  const all = kind === "tunnel" ? ["all tunnels"] : [];
  return [`link ${connection}#link`, `connection ${connection}`, `all tunnels of azurerm_vpn_site.${name}`, ...all];
}

/** With the only circuit of a hub that brings a default route, its tunnels go: nothing else leads to their devices. */
function lossesOf(learned: readonly Learned[]): ReadonlyMap<string, ReadonlySet<Source>> {
  const names = new Set(learned.flatMap(({ needs }) => needs));
  return new Map(
    [...names].map((name) => {
      const gone = learned.filter(({ needs }) => needs.includes(name));
      const leading = (all: readonly Learned[], hub: VirtualHub) =>
        all.some((one) => one.source.hub === hub && one.source.kind === "expressroute" && leadsToDevices(one));
      const left = learned.filter((one) => !gone.includes(one));
      const stranded = learned.filter(({ source }) => {
        const isLed = source.carriage === "private-tunnel" && leading(learned, source.hub);
        return isLed && name.includes("express_route") && !leading(left, source.hub);
      });
      return [name, new Set([...gone, ...stranded].map(({ source }) => source))] as const;
    }),
  );
}

const leadsToDevices = ({ prefixes }: Learned) => prefixes.some((one) => one.endsWith("/0"));

const CARRIAGES = { tunnel: "private-tunnel", internet: "internet-tunnel" } as const;

function spokeStatics({ spokes, forwards }: Drawn, at: (index: number) => VirtualHub): Learned[] {
  return spokes.map(({ hub, propagation, statics, handsStatics }) => {
    const carriage = forwards ? "onward" : "unknown";
    const source: Source = { kind: "static", hub: at(hub), carriage, asPathLength: undefined, weight: 0 };
    return { source, prefixes: handsStatics ? statics : [], reach: reachOf(propagation, source, undefined), needs: [] };
  });
}

function tableStatics({ statics }: Drawn, at: (index: number) => VirtualHub): Learned[] {
  return statics.map(({ hub, isRed, prefixes, next }) => {
    const carriage = next === "firewall" ? "onward" : "unknown";
    const source: Source = { kind: "static", hub: at(hub), carriage, asPathLength: 0, weight: 0 };
    const reach = (place: Place) => (place.hub === source.hub && (place.table === "red") === isRed ? "yes" : "no");
    return { source, prefixes, reach, needs: [] };
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
