import { namesIn } from "../../network/facts/called/names";
import { knownValue, knownValues, targetOf } from "../../network/field";
import type { CircuitPeering, ExpressRouteCircuit, ExpressRouteConnection, Network } from "../../network/network";
import type { Attachment, Item } from "./estate";
import { detail, NOT_KNOWN } from "./field-text";
import type { Hubs } from "./hubs";
import type { Items } from "./items";

/** The circuits, with what the routers at their other ends advertise, and the gateways that they lead to. */
export class Circuits {
  readonly all: readonly Item[];
  readonly attachments: readonly Attachment[];

  constructor(
    private readonly network: Network,
    private readonly items: Items,
    hubs: Hubs,
  ) {
    const names = namesIn(network);
    this.attachments = network.expressRouteConnections.map((connection) => {
      const gateway = targetOf(connection.gateway);
      const hub = hubs.of(gateway === undefined ? undefined : targetOf(gateway.hub));
      return {
        way: names.of(connection).plain,
        circuit: this.of(connection),
        gateway: gateway === undefined ? hub.core : hubs.expressRouteGateway(gateway),
        hub,
        isDoubtful: gateway === undefined || connection.peering.state === "unknown",
      };
    });
    const own = network.circuits.map((circuit) => items.of(circuit, "circuit", locationOf(circuit)));
    this.all = [...new Set([...this.attachments.map(({ circuit }) => circuit), ...own])];
  }

  /** The circuit of a connection; where only its peering is known, what stands for the circuit. */
  of(connection: ExpressRouteConnection): Item {
    const peering = targetOf(connection.peering);
    const circuit = peering === undefined ? undefined : targetOf(peering.circuit);
    const said = this.saidOf(connection, peering);
    const item =
      circuit === undefined
        ? this.items.of(peering ?? connection, "circuit", said)
        : this.items.of(circuit, "circuit", [...locationOf(circuit), ...said]);
    for (const part of [connection, ...(peering === undefined ? [] : [peering])]) {
      this.items.tellOf(part, item);
    }
    return item;
  }

  private saidOf(connection: ExpressRouteConnection, peering: CircuitPeering | undefined): string[] {
    const asn = peering === undefined ? undefined : knownValue(peering.peerAsn);
    const same = this.network.expressRouteConnections.filter(
      (one) => peering !== undefined && targetOf(one.peering) === peering,
    );
    const all = same.length === 0 ? [connection] : same;
    const stated = new Set(
      all.flatMap(({ advertised }) => (advertised === undefined ? [] : knownValues(advertised.prefixes))),
    );
    const silent = all.every(({ advertised }) => advertised === undefined);
    const [first] = stated;
    const more = stated.size > 1 ? ` and ${stated.size - 1} more` : "";
    const advertised = silent ? "advertises: nobody states it" : `advertises ${first ?? "nothing"}${more}`;
    return [asn === undefined ? "on-premises" : `on-premises AS ${asn}`, advertised];
  }
}

function locationOf({ peeringLocation }: ExpressRouteCircuit): string[] {
  return peeringLocation.state === "unknown" ? [`peering location ${NOT_KNOWN}`] : detail("at ", peeringLocation);
}
