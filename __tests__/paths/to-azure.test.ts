import fc from "fast-check";
import type { PathRoute } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { changed } from "../policies/rules/judging";
import { mapAt, mapRule } from "../policies/rules/maps";
import { SOUND } from "../policies/rules/sound";
import { patience, sample } from "../sample";
import { networkOf } from "../support/network";

jest.setTimeout(patience(2_000));

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const LINK = `${CONNECTION}.vpn_link`;
const ADDRESSES = Array.from({ length: 8 }, (_, offset) => 0x0a64_0000 + offset);

type Tunnel = "private" | "internet" | "none";

/** What an outbound map does with a prefix and all underneath, unless an earlier rule did something. */
interface MapRule {
  readonly text: string;
  readonly summarises: boolean;
}

interface Drawn {
  readonly prefers: "all" | readonly string[] | undefined;
  readonly filters: readonly string[] | undefined;
  /** The outbound map of the circuit's connection; undefined: there is none. */
  readonly overCircuit: readonly MapRule[] | undefined;
  /** The outbound map of the VPN connection. */
  readonly throughTunnel: readonly MapRule[] | undefined;
  readonly tunnel: Tunnel;
  readonly spokes: readonly string[];
}

const OWN = "10.100.0.0/30";

const piece = fc.constantFrom(
  ...["10.100.0.0/29", "10.100.0.0/30", "10.100.0.4/30", "10.100.0.2/31", "10.100.0.4/31", "10.100.0.6/31"],
  ...["10.100.0.0/32", "10.100.0.3/32", "10.100.0.5/32", "10.100.0.7/32"],
);
const pieces = fc.uniqueArray(piece, { maxLength: 3 });
const unsaid = { nil: undefined };
const rules = fc.option(fc.array(fc.record({ text: piece, summarises: fc.boolean() }), { maxLength: 3 }), unsaid);

const drawn: fc.Arbitrary<Drawn> = fc.record({
  prefers: fc.option(fc.oneof(fc.constant("all" as const), pieces), unsaid),
  filters: fc.option(pieces, unsaid),
  overCircuit: rules,
  throughTunnel: rules,
  tunnel: fc.constantFrom<Tunnel>("private", "private", "internet", "none"),
  spokes: fc.constantFrom(["10.100.0.4/30"], ["10.100.0.4/31", "10.100.0.6/31"]),
});

function ruleOf({ text, summarises }: MapRule) {
  const criterion = { match_condition: "Contains", route_prefix: [text] };
  const summary = { type: "Replace", parameter: [{ route_prefix: [text] }] };
  return mapRule(`at-${text}`, criterion, summarises ? summary : undefined);
}

function rowsOf({ prefers, filters, overCircuit, throughTunnel, tunnel, spokes }: Drawn): PathRoute[] {
  const changes = {
    "azurerm_virtual_hub.sdc.address_prefix": OWN,
    "azurerm_virtual_network.app.address_space": spokes,
    "network_intent.value.onPremises": {
      ...(prefers === undefined ? {} : { prefersTunnelFor: prefers }),
      ...(filters === undefined ? {} : { filtersExpressRoute: filters }),
    },
    ...(overCircuit === undefined ? {} : mapAt(CIRCUIT, "outbound", ...overCircuit.map(ruleOf))),
    ...(throughTunnel === undefined ? {} : mapAt(CONNECTION, "outbound", ...throughTunnel.map(ruleOf))),
    ...(tunnel === "none" ? { [LINK]: [] } : {}),
    ...(tunnel === "internet" ? { [`${LINK}[0].local_azure_ip_address_enabled`]: false } : {}),
  };
  return routeTable(networkOf(changed(SOUND, changes))).routes.filter(({ direction }) => direction === "to-azure");
}

// By division and not by the engine's ranges.
function lies(address: number, text: string): boolean {
  const [dotted = "", length] = text.split("/");
  const first = dotted.split(".").reduce((value, byte) => value * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(length));
  return Math.floor(address / size) === Math.floor(first / size);
}

/** What becomes of a packet if what nobody states is tried both ways. */
function expected(address: number, network: Drawn, hasTunnel: boolean): string {
  const outcomes = new Set<string>();
  for (const filters of filterings(network)) {
    for (const preferred of preferences(address, network)) {
      outcomes.add(taken(address, network, { hasTunnel, filters, preferred }));
    }
  }
  const [only = ""] = outcomes;
  return outcomes.size === 1 ? only : "undecided";
}

interface Tried {
  readonly hasTunnel: boolean;
  readonly filters: readonly string[];
  readonly preferred: boolean;
}

function taken(address: number, network: Drawn, { hasTunnel, filters, preferred }: Tried): string {
  const inTunnel = hasTunnel ? longest(address, announced(network, network.throughTunnel)) : -1;
  const learned = announced(network, network.overCircuit).filter((text) => !isRefused(text, filters));
  const overCircuit = longest(address, learned);
  if (inTunnel < 0 && overCircuit < 0) {
    return "dropped";
  }
  return inTunnel > overCircuit || (inTunnel === overCircuit && preferred) ? "encrypted" : "clear";
}

// The loss of a tunnel that carries none of it isn't listed.
function isCarried(address: number, network: Drawn): boolean {
  return network.tunnel === "private" && longest(address, announced(network, network.throughTunnel)) >= 0;
}

// A map spares the hub's own prefix.
function announced({ spokes }: Drawn, map: readonly MapRule[] = []): string[] {
  const told = spokes.flatMap((spoke) => {
    const rule = map.find(({ text }) => holds(text, spoke));
    return rule === undefined ? [spoke] : rule.summarises ? [rule.text] : [];
  });
  return [OWN, ...told];
}

function longest(address: number, prefixes: readonly string[]): number {
  return Math.max(-1, ...prefixes.filter((text) => lies(address, text)).map((text) => Number(text.split("/")[1])));
}

// A prefix is refused as a whole or not at all.
function isRefused(prefix: string, filters: readonly string[]): boolean {
  return ADDRESSES.filter((one) => lies(one, prefix)).every((one) => filters.some((text) => lies(one, text)));
}

// Who states a preference and no filter has none.
function filterings({ filters, prefers }: Drawn): (readonly string[])[] {
  return filters === undefined ? (prefers === undefined ? [["10.100.0.0/29"], []] : [[]]) : [filters];
}

// Who prefers tunnels for all doesn't mean the hub's own prefix, in which they end.
function preferences(address: number, { prefers, spokes }: Drawn): boolean[] {
  if (prefers === undefined) {
    return [true, false];
  }
  if (prefers === "all" && longest(address, [OWN, ...spokes]) === longest(address, [OWN])) {
    return [false];
  }
  return [prefers === "all" || prefers.some((text) => lies(address, text))];
}

/** Contains: the same prefix, or one underneath. */
function holds(outer: string, inner: string): boolean {
  const [first = ""] = inner.split("/");
  const address = first.split(".").reduce((value, byte) => value * 256 + Number(byte), 0);
  return Number(outer.split("/")[1]) <= Number(inner.split("/")[1]) && lies(address, outer);
}

describe("the table towards Azure, over random small networks", () => {
  test("tells of every address what looking it up gives, with all tunnels and without", () => {
    fc.assert(
      fc.property(drawn, (network) => {
        const rows = rowsOf(network);
        const told = ADDRESSES.map((address) => {
          const own = rows.filter(({ destination }) => lies(address, destination));
          const lost = own.flatMap(({ whenLost }) => whenLost.filter(({ lost: what }) => what === "all tunnels"));
          return [address, own.map(({ outcome }) => outcome), lost.map(({ outcome }) => outcome)];
        });
        expect(told).toEqual(
          ADDRESSES.map((address) => [
            address,
            [expected(address, network, network.tunnel !== "none")],
            isCarried(address, network) ? [expected(address, network, false)] : [],
          ]),
        );
      }),
      { numRuns: sample(40, 500) },
    );
  });
});
