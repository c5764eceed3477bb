import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import { violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { cannotTell } from "./reasoning/unknowns";
import type { Rule } from "./rule";

/** Every tunnel says which algorithms it uses. */
export const ipsecPolicyExplicit: Rule = {
  id: "ipsec-policy-explicit",
  level: "warning",
  section: "Tunnel",
  what: "Each connected link carries an ipsec_policy.",
  why: "Azure's default policy also offers SHA1 and Diffie-Hellman group 2, and no perfect forward secrecy where Azure starts the tunnel.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
  scope: "resource",
  judge: (network) =>
    judgeLinkConnections(network, "they carry an ipsec_policy", function* (link) {
      const policies = link.ipsecPolicies;
      const place = inConnection(link, policies);
      if (policies.items.length > 0) {
        return;
      }
      if (policies.unknown !== undefined) {
        const message = phrase`whether ${link} has an ipsec_policy can't be told`;
        yield cannotTell(place, policies.unknown, message);
      } else {
        yield violation(place, {
          message: phrase`${link} has no ipsec_policy, so Azure's default offers hold`,
          remedy:
            "Add an ipsec_policy block: IKE AES256, SHA384 and ECP384, ESP GCMAES256 for encryption and integrity, and PFS ECP384.",
        });
      }
    }),
};
