import fc from "fast-check";
import type { PathRoute } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link";
const ADDRESSES = Array.from({ length: 8 }, (_, offset) => 0x0a64_0000 + offset);

type Tunnel = "private" | "internet" | "none";

interface Drawn {
  readonly prefers: "all" | readonly string[] | undefined;
  readonly filters: readonly string[] | undefined;
  /** What an outbound map of the circuit's connection drops; undefined: there is no map. */
  readonly drops: readonly string[] | undefined;
  readonly tunnel: Tunnel;
  readonly spokes: readonly string[];
}

const piece = fc.constantFrom(
  ...["10.100.0.0/29", "10.100.0.0/30", "10.100.0.4/30", "10.100.0.2/31", "10.100.0.4/31", "10.100.0.6/31"],
  ...["10.100.0.0/32", "10.100.0.3/32", "10.100.0.5/32", "10.100.0.7/32"],
);
const pieces = fc.uniqueArray(piece, { maxLength: 3 });
const unsaid = { nil: undefined };

const drawn: fc.Arbitrary<Drawn> = fc.record({
  prefers: fc.option(fc.oneof(fc.constant("all" as const), pieces), unsaid),
  filters: fc.option(pieces, unsaid),
  drops: fc.option(pieces, unsaid),
  tunnel: fc.constantFrom<Tunnel>("private", "private", "internet", "none"),
  spokes: fc.constantFrom(["10.100.0.4/30"], ["10.100.0.4/31", "10.100.0.6/31"]),
});

function rowsOf({ prefers, filters, drops, tunnel, spokes }: Drawn): PathRoute[] {
  const rule = (drops ?? []).map((text, index) => ({
    name: `r${index}`,
    next_step_if_matched: "Terminate",
    match_criterion: [{ match_condition: "Contains", route_prefix: [text] }],
    action: [{ type: "Drop" }],
  }));
  const map = {
    "azurerm_route_map.out": { name: "out", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", rule },
    [`${CIRCUIT}.routing`]: {
      associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
      outbound_route_map_id: "${azurerm_route_map.out.id}",
    },
  };
  const changes = {
    "azurerm_virtual_hub.sdc.address_prefix": "10.100.0.0/30",
    "azurerm_virtual_network.app.address_space": spokes,
    "network_intent.value.onPremises": {
      ...(prefers === undefined ? {} : { prefersTunnelFor: prefers }),
      ...(filters === undefined ? {} : { filtersExpressRoute: filters }),
    },
    ...(drops === undefined ? {} : map),
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
  const isHeard = !isDropped(address, network);
  const outcomes = new Set<string>();
  for (const filtered of filterings(address, network)) {
    for (const preferred of preferences(address, network)) {
      outcomes.add(taken(hasTunnel, isHeard && !filtered, preferred));
    }
  }
  const [only = ""] = outcomes;
  return outcomes.size === 1 ? only : "undecided";
}

function taken(hasTunnel: boolean, overCircuit: boolean, preferred: boolean): string {
  if (hasTunnel && (preferred || !overCircuit)) {
    return "encrypted";
  }
  return overCircuit ? "clear" : "dropped";
}

// A map spares the hub's own prefix.
function isDropped(address: number, { drops = [], spokes }: Drawn): boolean {
  const spoke = spokes.find((one) => lies(address, one));
  return spoke !== undefined && drops.some((text) => holds(text, spoke));
}

// Who states a preference and no filter has none.
function filterings(address: number, { filters, prefers }: Drawn): boolean[] {
  if (filters === undefined) {
    return prefers === undefined ? [true, false] : [false];
  }
  return [filters.some((text) => lies(address, text))];
}

function preferences(address: number, { prefers }: Drawn): boolean[] {
  if (prefers === undefined) {
    return [true, false];
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
            network.tunnel === "private" ? [expected(address, network, false)] : [],
          ]),
        );
      }),
      { numRuns: 500 },
    );
  });
});
