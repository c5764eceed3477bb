import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import { violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { cannotTell } from "./reasoning/unknowns";
import type { Rule } from "./rule";

/** Tunnels are negotiated with IKEv2. */
export const ikeVersion2: Rule = {
  id: "ike-version-2",
  level: "warning",
  section: "Tunnel",
  what: "protocol is IKEv2; a custom ipsec_policy never goes with IKEv1.",
  why: "IKEv1 is deprecated (RFC 9395), and Azure's custom policies go with IKEv2.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
  scope: "resource",
  judge: (network) =>
    judgeLinkConnections(
      network,
      "they use IKEv2",
      function* (link) {
        const { protocol, ipsecPolicies } = link;
        const place = inConnection(link, protocol);
        const hasPolicy = ipsecPolicies.items.length > 0;
        if (protocol.state === "unknown") {
          const level = hasPolicy || ipsecPolicies.unknown !== undefined ? "error" : "warning";
          yield cannotTell(place, protocol.unknown, phrase`the IKE version of ${link} is unknown`, { level });
        } else if (protocol.state === "known" && protocol.value !== "IKEv2") {
          yield violation(place, {
            level: hasPolicy ? "error" : "warning",
            message: phrase`${link} uses ${protocol.value}${hasPolicy ? " with a custom ipsec_policy" : ""}`,
            remedy: "Set protocol to IKEv2, which the device must speak too.",
            evidence: { protocol: protocol.value, customPolicy: hasPolicy },
          });
          if (!hasPolicy && ipsecPolicies.unknown !== undefined) {
            const message = phrase`whether ${link}, which uses ${protocol.value}, has a custom ipsec_policy can't be told`;
            yield cannotTell(inConnection(link, ipsecPolicies), ipsecPolicies.unknown, message, { level: "error" });
          }
        }
      },
      "error",
    ),
};
