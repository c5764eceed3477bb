import { phrase } from "../../network/facts/called/phrase";
import { inConnection, linkConnections } from "../../network/facts/link-connections";
import { violation } from "./judgement";
import type { Rule } from "./rule";

/** Every connected link says when a silent peer is dead. A value that is unknown is one that somebody wrote: fine here. */
export const dpdExplicit: Rule = {
  id: "dpd-explicit",
  level: "note",
  section: "Tunnel",
  what: "dpd_timeout_seconds is set.",
  why: "Azure fills in 45 seconds where nobody wrote a value, and every later plan of Terraform wants to take it away again.",
  page: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices",
  scope: "resource",
  *judge(network) {
    for (const link of linkConnections(network)) {
      if (link.dpdTimeoutSeconds.state === "absent") {
        yield violation(inConnection(link, link.dpdTimeoutSeconds), {
          message: phrase`${link} has no dpd_timeout_seconds`,
          remedy: "Set dpd_timeout_seconds to 45, Azure's default, or to 30 for a quicker reaction.",
        });
      }
    }
  },
};
