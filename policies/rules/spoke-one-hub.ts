import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { mayBeOne } from "../../network/facts/identity";
import { isManaged } from "../../network/facts/standing";
import type { Unknown } from "../../network/field";
import type { Network, SpokeConnection, VirtualNetwork } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A virtual network has one hub. */
export const spokeOneHub: Rule = {
  id: "spoke-one-hub",
  level: "error",
  section: "Topology and limits",
  what: "A virtual network is connected to one hub.",
  why: "Azure refuses a second connection of a virtual network: it can be in one hub only.",
  page: "https://learn.microsoft.com/azure/virtual-wan/howto-connect-vnet-hub",
  *judge(network) {
    for (const spoke of network.virtualNetworks.filter(({ connections }) => connections.length > 1)) {
      yield* judgeSpoke(spoke);
    }
    yield* judgeDoubts(network);
  },
};

function* judgeSpoke(spoke: VirtualNetwork): Iterable<Judgement> {
  const [first, ...others] = distinct(spoke.connections);
  const second = others[0];
  if (first === undefined || second === undefined) {
    return;
  }
  const certain = others.find((other) => isAnother(first, other) === true);
  const place = isManaged(spoke) ? at(spoke) : at(certain ?? second);
  const connections = spoke.connections.map(({ resource }) => resource.address);
  const evidence = { connections };
  if (certain !== undefined) {
    yield violation(place, {
      message: phrase`${spoke} is connected twice: to ${hubOf(first)} by ${first}, and to ${hubOf(certain)} by ${certain}`,
      remedy: "Keep one connection, and reach the other hub through the WAN.",
      evidence,
    });
  } else {
    const message = phrase`whether ${spoke} is connected twice can't be told: ${first} and ${second} may be one connection`;
    yield cannotTell(place, unknownsOf(first, second), message, { evidence });
  }
}

/** Connections that several inputs speak of, by the same name at the same hub, are one. */
function distinct(connections: readonly SpokeConnection[]): SpokeConnection[] {
  return connections.filter((one, index) =>
    connections.slice(0, index).every((other) => isAnother(one, other) !== false),
  );
}

/** Whether two connections are two; undefined where that can't be told. */
function isAnother(a: SpokeConnection, b: SpokeConnection): boolean | undefined {
  if (a.resource.input === b.resource.input && isManaged(a) && isManaged(b)) {
    return true;
  }
  const hubs = a.hub.state === "resolved" && b.hub.state === "resolved" ? { a: a.hub.to, b: b.hub.to } : undefined;
  const names =
    a.name.state === "known" && b.name.state === "known"
      ? a.name.value.toLowerCase() === b.name.value.toLowerCase()
      : undefined;
  if (names === false || (hubs !== undefined && hubs.a !== hubs.b && !mayBeOne(hubs.a, hubs.b))) {
    return true;
  }
  return names === true && hubs !== undefined && hubs.a === hubs.b ? false : undefined;
}

function unknownsOf(...connections: readonly SpokeConnection[]): Unknown[] {
  return connections.flatMap(({ hub, name, resource }): Unknown[] => {
    const own = [hub, name].flatMap((one) => (one.state === "unknown" ? [one.unknown] : []));
    return own.length > 0 ? own : [{ decidedBy: [`${resource.address}.id`] }];
  });
}

function hubOf({ hub }: SpokeConnection): Phrase {
  return hub.state === "resolved" ? hub.to : "a hub that can't be told";
}

/** Connections whose virtual network may be one that is connected already. */
function* judgeDoubts(network: Network): Iterable<Judgement> {
  const atHubs = groupedBy(network.spokeConnections.filter(isManaged), ({ hub }) =>
    hub.state === "resolved" ? hub.to : hub,
  );
  for (const own of atHubs) {
    const others = atHubs.filter((group) => group !== own);
    for (const connection of own) {
      yield* judgeDoubt(connection, others);
    }
  }
}

function* judgeDoubt(
  connection: SpokeConnection,
  others: readonly (readonly SpokeConnection[])[],
): Iterable<Judgement> {
  const { virtualNetwork } = connection;
  const unknown = virtualNetwork.state === "unknown" ? virtualNetwork.unknown : unseenNetworkOf(connection);
  const twin =
    unknown === undefined
      ? undefined
      : others.flatMap((group) => group.find((other) => mayShare(connection, other)) ?? []).at(0);
  if (unknown !== undefined && twin !== undefined) {
    const message = phrase`the virtual network of ${connection} can't be told, so it may be one that is connected to another hub, such as that of ${twin}`;
    yield cannotTell(at(connection, virtualNetwork.path), unknown, message);
  }
}

/** What would tell which network is meant, where its id isn't known, and all else that is known is an expression or a name. */
function unseenNetworkOf({ virtualNetwork }: SpokeConnection): Unknown | undefined {
  if (virtualNetwork.state !== "resolved") {
    return undefined;
  }
  const { name, resource } = virtualNetwork.to;
  if (resource.standing === "data" && typeof resource.attributes.id !== "string") {
    return { decidedBy: [`${resource.address}.id`] };
  }
  return resource.standing === "outside" && name.state === "unknown" ? { decidedBy: [resource.address] } : undefined;
}

function mayShare({ virtualNetwork: a }: SpokeConnection, { virtualNetwork: b }: SpokeConnection): boolean {
  if (a.state !== "resolved" || b.state !== "resolved") {
    return a.state === "unknown" || b.state === "unknown";
  }
  return mayBeOne(a.to, b.to);
}
