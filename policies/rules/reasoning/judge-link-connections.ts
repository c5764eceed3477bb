import { phrase } from "../../../network/facts/called/phrase";
import { isDescribed } from "../../../network/facts/standing";
import type { LinkConnection, Network } from "../../../network/network";
import { at } from "../../../network/place";
import type { Judgement, Level } from "../rule";
import { cannotTell } from "./unknowns";

/**
 * Judges every link of every connection. Where a connection may have more links than its input tells, that is
 * undecided too, at the rule's level or a graver one. `question` is what is judged, after "whether": "they are
 * encrypted".
 */
export function* judgeLinkConnections(
  network: Network,
  question: string,
  judge: (link: LinkConnection) => Iterable<Judgement>,
  level?: Level,
): Iterable<Judgement> {
  for (const connection of network.vpnConnections.filter(isDescribed)) {
    for (const link of connection.links.items) {
      yield* judge(link);
    }
    if (connection.links.unknown !== undefined) {
      const message = phrase`which links ${connection} has can't be told, nor whether ${question}`;
      yield cannotTell(at(connection, connection.links.path), connection.links.unknown, message, level && { level });
    }
  }
}
