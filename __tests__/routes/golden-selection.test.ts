import { literalPrefix } from "../../address/prefix";
import type { VirtualHub } from "../../network/network";
import type { RouteKind } from "../../routes/selection";
import type { Route } from "../../routes/source";
import { flowsOver } from "../../routes/to-onprem";
import { marked } from "../../routes/wan-routes";
import { SELECTIONS } from "./golden-selections";
import { TOPOLOGIES } from "./golden-topologies";
import { hubOf, plainViews, sourceOf } from "./networks";

const KINDS: { readonly [kind: string]: RouteKind } = {
  ER: "expressroute",
  VPN: "vpn",
  VNet: "spoke",
  static: "static",
  NVA: "appliance",
  HubBgp: "appliance",
};

const PREFERENCES = ["ExpressRoute", "VpnGateway", "ASPath"];

interface GoldenCase {
  readonly topology: string;
  /** For each hub the preferences with which the case holds. */
  readonly preferences: { readonly [hub: string]: readonly string[] };
  readonly destination: string;
  /** The connections that carry the traffic, by hub. */
  readonly expected: { readonly [hub: string]: readonly string[] };
}

function caseOf(text: string): GoldenCase {
  const [topology = "", preferences = "", destination = "", expected = ""] = text.split(" | ");
  return { topology, preferences: listsOf(preferences), destination, expected: listsOf(expected) };
}

function listsOf(text: string) {
  const entries = text.split("; ").map((one) => one.split(": "));
  return Object.fromEntries(entries.map(([hub = "", list = ""]) => [hub, list.split(", ")]));
}

describe("routing as Microsoft documents it and labs measured it", () => {
  test.each(Object.entries(SELECTIONS))("%s", (_, text) => {
    const golden = caseOf(text);
    for (const preferences of combinations(golden)) {
      const paths = pathsOf(golden, preferences);
      expect({ preferences, paths }).toEqual({ preferences, paths: sorted(golden.expected) });
    }
  });
});

/** Every choice of preferences with which a case holds. */
function combinations({ preferences, topology }: GoldenCase): { [hub: string]: string }[] {
  let all: { [hub: string]: string }[] = [{}];
  for (const hub of Object.keys(TOPOLOGIES[topology] ?? {})) {
    const stated = preferences[hub] ?? ["ExpressRoute"];
    const choices = stated.includes("*") ? PREFERENCES : stated;
    all = all.flatMap((chosen) => choices.map((choice) => ({ ...chosen, [hub]: choice })));
  }
  return all;
}

/** The connections that carry the traffic from each hub of which the case speaks. */
function pathsOf({ topology, destination, expected }: GoldenCase, preferences: { readonly [hub: string]: string }) {
  const hubs = new Map<string, VirtualHub>();
  const routes: Route[] = [];
  for (const [name, connections] of Object.entries(TOPOLOGIES[topology] ?? {})) {
    const hub = hubOf(name, preferences[name]);
    hubs.set(name, hub);
    for (const [id = "", kind = "", ...learned] of connections) {
      for (const route of learned) {
        const [text = "", asPathLength] = route.split(" ");
        const prefix = literalPrefix(text);
        const source = sourceOf(hub, id, KINDS[kind] ?? "vpn", Number(asPathLength));
        routes.push({ first: Number(prefix.first), length: prefix.length, source });
      }
    }
  }
  const { flows } = flowsOver(marked(routes, [literalPrefix(`${destination}/32`)]), plainViews([...hubs.values()]));
  const told = Object.keys(expected).map((name) => {
    const flow = flows.find(({ hub }) => hub === hubs.get(name));
    return [name, flow?.decision.via.map(({ via }) => via) ?? []] as const;
  });
  return sorted(Object.fromEntries(told));
}

function sorted(paths: { readonly [hub: string]: readonly string[] }) {
  return Object.fromEntries(Object.entries(paths).map(([hub, via]) => [hub, [...via].sort()]));
}
