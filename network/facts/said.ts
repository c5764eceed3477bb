import { targetOf, type Unknown } from "../field";
import type { IntentStatement } from "../intent";
import type { Network, Part, VirtualHub, VpnConnection } from "../network";
import { vpnConnectionsAt } from "./at-hub";
import { expressRouteOf } from "./private-path";
import { isManaged } from "./standing";

/** What is stated of a hub and the routers at its tunnels. */
export interface Said<T> {
  /** It holds where all of them say so. */
  readonly said: readonly T[];
  /** Whether nobody says it of some of those routers. */
  readonly silent: boolean;
  /** What others say, who may have routers there too. */
  readonly perhaps: readonly { readonly said: T; readonly unknowns: readonly Unknown[] }[];
}

/** What a statement protects. */
export const statedProtected = (statement: IntentStatement) => statement.protected;

/**
 * The statements that state something, or the intent file alone where that does: it holds over outputs.
 * @param of one for all that ask the same: what it has found is kept
 */
export function stating({ intent }: Network, of: (statement: IntentStatement) => unknown): readonly IntentStatement[] {
  const asked = askedOf.get(intent) ?? new Map<typeof of, readonly IntentStatement[]>();
  askedOf.set(intent, asked);
  const known = asked.get(of);
  if (known !== undefined) {
    return known;
  }
  const all = intent.statements.filter((statement) => of(statement) !== undefined);
  const file = all.filter(({ scope }) => scope === "all");
  const found = file.length > 0 ? file : all;
  asked.set(of, found);
  return found;
}

/** What was asked already: hundreds of hubs ask the same of hundreds of statements. */
const askedOf = new WeakMap<
  Network["intent"],
  Map<(statement: IntentStatement) => unknown, readonly IntentStatement[]>
>();

/** Statements that speak of a part, in their order, where none of them speaks of all. */
function speakersOf(statements: readonly IntentStatement[], parts: readonly Part[]): readonly IntentStatement[] {
  const index = indexOf.get(statements) ?? indexed(statements);
  indexOf.set(statements, index);
  const [first, ...others] = parts.flatMap((part) => index.get(part) ?? []);
  if (first === undefined || others.length === 0) {
    return first === undefined ? [] : [first];
  }
  const found = new Set([first, ...others]);
  return found.size === 1 ? [first] : statements.filter((statement) => found.has(statement));
}

const indexOf = new WeakMap<readonly IntentStatement[], ReadonlyMap<Part, readonly IntentStatement[]>>();

function indexed(statements: readonly IntentStatement[]): ReadonlyMap<Part, readonly IntentStatement[]> {
  const index = new Map<Part, IntentStatement[]>();
  for (const statement of statements) {
    for (const part of statement.scope === "all" ? [] : statement.scope) {
      const own = index.get(part);
      if (own === undefined) {
        index.set(part, [statement]);
      } else {
        own.push(statement);
      }
    }
  }
  return index;
}

/** Whether a statement speaks of one of these parts. */
export function speaksOf({ scope }: IntentStatement, parts: readonly Part[]): boolean {
  return scope === "all" || parts.some((part) => scope.has(part));
}

/** Whether it can't be told what a statement speaks of: its input shows nothing of the network. */
export function isAtLarge({ scope }: IntentStatement): boolean {
  return scope !== "all" && scope.size === 0;
}

/**
 * What is stated of a hub. Of the routers behind a connection speaks the input that makes the connection or the site; of
 * all at the hub speaks the input that makes the hub, or where that is silent, those that read it, or where they are, those
 * that connect it to ExpressRoute or make a gateway in it, or where they are too, the one that makes the WAN and has no
 * hub in it. An intent file speaks of all.
 */
export function saidAt<T>(
  network: Network,
  hub: VirtualHub,
  of: (statement: IntentStatement) => T | undefined,
): Said<T> {
  const statements = stating(network, of);
  const [first] = statements;
  if (first === undefined || first.scope === "all") {
    return { said: statements.flatMap((statement) => of(statement) ?? []), silent: first === undefined, perhaps: [] };
  }
  const around = ofHub(statements, hub);
  const { certain, doubtful } = vpnConnectionsAt(network, hub);
  const speakersAt = (connection: VpnConnection) => speakersOf(statements, endsOf(connection));
  const near = certain.map(speakersAt);
  const heard = new Set([...around, ...near.flat()]);
  const perhaps = doubtful.flatMap(({ part, unknowns }) =>
    speakersAt(part).flatMap((statement) => (heard.has(statement) ? [] : [{ statement, unknowns }])),
  );
  return {
    said: statements.filter((statement) => heard.has(statement)).flatMap((statement) => of(statement) ?? []),
    silent: around.length === 0 && (near.length === 0 || near.some((speakers) => speakers.length === 0)),
    perhaps: perhaps.flatMap(({ statement, unknowns }) => {
      const said = of(statement);
      return said === undefined ? [] : [{ said, unknowns }];
    }),
  };
}

function ofHub(statements: readonly IntentStatement[], hub: VirtualHub): readonly IntentStatement[] {
  const gateways = [...hub.vpnGateways, ...hub.expressRouteGateways];
  const wan = targetOf(hub.wan);
  const nearer = [
    statements.filter((statement) => makes(statement, hub)),
    speakersOf(statements, [hub]),
    speakersOf(statements, [...gateways, ...expressRouteOf(hub)]),
    statements.filter((statement) => wan !== undefined && makes(statement, wan) && !speaksOf(statement, wan.hubs)),
  ];
  return nearer.find((speakers) => speakers.length > 0) ?? [];
}

/** Whether the input that states this makes a part. */
function makes({ resource, scope }: IntentStatement, part: Part): boolean {
  return scope !== "all" && isManaged(part) && resource.input === part.resource.input;
}

/** A connection with its site, where that is told: an input that has either speaks of the routers there. */
export function endsOf(connection: VpnConnection): Part[] {
  const { site } = connection;
  return site.state === "resolved" ? [connection, site.to] : [connection];
}
