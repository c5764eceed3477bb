import { knownValue } from "../network/field";
import type { Network, VirtualWan } from "../network/network";
import { at, violation } from "./judgement";
import { isOn, isOpen } from "./reasoning/answer";
import { judgeIpsecPolicies } from "./reasoning/ipsec-policies";
import { inConnection } from "./reasoning/link-connections";
import { called, calledLinkConnection } from "./reasoning/names";
import { isDescribed } from "./reasoning/standing";
import { cannotTell } from "./reasoning/unknowns";
import { wanOfConnection } from "./reasoning/wan-of-connection";
import type { Judgement, Place, Rule } from "./rule";

/** Nothing switches the encryption of the tunnels off. */
export const encryptionOn: Rule = {
  id: "encryption-on",
  level: "error",
  section: "Tunnel",
  what: "The WAN's disable_vpn_encryption is off, and no IPsec policy has encryption None.",
  why: "Both are legal in Azure, and both send everything through the tunnels in the clear.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
  *judge(network) {
    for (const wan of network.wans.filter(isDescribed)) {
      yield* judgeWan(wan, at(wan, wan.disableVpnEncryption.path));
    }
    yield* judgeWansElsewhere(network);
    yield* judgeIpsecPolicies(network, "it encrypts", function* (policy, link) {
      if (knownValue(policy.ipsecEncryption) === "None") {
        yield violation(inConnection(link, policy.ipsecEncryption), {
          message: `${calledLinkConnection(link)} has IPsec encryption None: its tunnels carry everything in the clear`,
          remedy: "Use GCMAES256 as encryption_algorithm and integrity_algorithm.",
          evidence: { encryption: "None" },
        });
      } else if (policy.ipsecEncryption.state === "unknown") {
        const message = `the IPsec encryption of ${calledLinkConnection(link)} is unknown, so it may be None`;
        yield cannotTell(inConnection(link, policy.ipsecEncryption), policy.ipsecEncryption.unknown, message);
      }
    });
  },
};

function* judgeWan(wan: VirtualWan, place: Place): Iterable<Judgement> {
  const disabled = isOn(wan.disableVpnEncryption);
  if (isOpen(disabled)) {
    yield cannotTell(place, disabled, `whether ${called("WAN", wan)} has disable_vpn_encryption on can't be told`);
  } else if (disabled === "yes") {
    yield violation(place, {
      message: `${called("WAN", wan)} has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted`,
      remedy: "Take disable_vpn_encryption out of the WAN.",
      evidence: { disableVpnEncryption: true },
    });
  }
}

/** WANs that no input describes, where connections depend on them: one judgement a WAN, or a gateway where none is told. */
function* judgeWansElsewhere(network: Network): Iterable<Judgement> {
  const seen = new Set<unknown>();
  for (const connection of network.vpnConnections.filter(isDescribed)) {
    const { wan, place, unknowns } = wanOfConnection(connection);
    const key = wan ?? place.part;
    if (seen.has(key) || (wan !== undefined && isDescribed(wan))) {
      continue;
    }
    seen.add(key);
    if (wan !== undefined) {
      yield* judgeWan(wan, place);
    } else if (unknowns.length > 0) {
      const message = `which WAN ${called("connection", connection)} is in can't be told, nor whether disable_vpn_encryption is on there`;
      yield cannotTell(place, unknowns, message);
    }
  }
}
