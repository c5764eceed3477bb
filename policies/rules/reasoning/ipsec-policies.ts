import { phrase } from "../../../network/facts/called/phrase";
import { inConnection } from "../../../network/facts/link-connections";
import type { IpsecPolicy, LinkConnection, Network } from "../../../network/network";
import type { Judgement } from "../rule";
import { judgeLinkConnections } from "./judge-link-connections";
import { cannotTell } from "./unknowns";

/**
 * Judges every IPsec policy of every connected link. Where a link may have one that can't be told, that is undecided
 * too. `question` is what is judged, after "whether": "its algorithms are strong".
 */
export function judgeIpsecPolicies(
  network: Network,
  question: string,
  judge: (policy: IpsecPolicy, link: LinkConnection) => Iterable<Judgement>,
): Iterable<Judgement> {
  return judgeLinkConnections(network, question, function* (link) {
    const policies = link.ipsecPolicies;
    for (const policy of policies.items) {
      yield* judge(policy, link);
    }
    if (policies.unknown !== undefined) {
      const message = phrase`the IPsec policy of ${link} is unknown, and so is whether ${question}`;
      yield cannotTell(inConnection(link, policies), policies.unknown, message);
    }
  });
}
