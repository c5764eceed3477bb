import { isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { inConnection } from "../../network/facts/link-connections";
import { isDescribed, isManaged } from "../../network/facts/standing";
import { knownValue } from "../../network/field";
import type { Network, VirtualWan } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeIpsecPolicies } from "./reasoning/ipsec-policies";
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
    for (const wan of network.wans.filter(isTold)) {
      yield* judgeWan(wan, at(wan, wan.disableVpnEncryption.path));
    }
    yield* judgeOtherWans(network);
    yield* judgeIpsecPolicies(network, "it encrypts", function* (policy, link) {
      if (knownValue(policy.ipsecEncryption) === "None") {
        yield violation(inConnection(link, policy.ipsecEncryption), {
          message: phrase`${link} has IPsec encryption None: its tunnels carry everything in the clear`,
          remedy: "Use GCMAES256 as encryption_algorithm and integrity_algorithm.",
          evidence: { encryption: "None" },
        });
      } else if (policy.ipsecEncryption.state === "unknown") {
        const message = phrase`the IPsec encryption of ${link} is unknown, so it may be None`;
        yield cannotTell(inConnection(link, policy.ipsecEncryption), policy.ipsecEncryption.unknown, message);
      }
    });
  },
};

function* judgeWan(wan: VirtualWan, place: Place): Iterable<Judgement> {
  const disabled = isOn(wan.disableVpnEncryption);
  if (isOpen(disabled)) {
    yield cannotTell(place, disabled, phrase`whether ${wan} has disable_vpn_encryption on can't be told`);
  } else if (disabled === "yes") {
    yield violation(place, {
      message: phrase`${wan} has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted`,
      remedy: "Take disable_vpn_encryption out of the WAN.",
      evidence: { disableVpnEncryption: true },
    });
  }
}

/** Whether an input tells, or should tell, how a WAN is set. */
function isTold(wan: VirtualWan): boolean {
  return isManaged(wan) || wan.disableVpnEncryption.state === "known";
}

/** Other WANs, where connections depend on them: one judgement a WAN, or a gateway where the WAN can't be told. */
function* judgeOtherWans(network: Network): Iterable<Judgement> {
  const found = network.vpnConnections
    .filter(isDescribed)
    .map((connection) => ({ connection, ...wanOfConnection(connection) }));
  const others = found.filter(({ wan }) => wan === undefined || !isTold(wan));
  for (const [first] of groupedBy(others, ({ wan, place }) => wan ?? place.part)) {
    if (first?.wan !== undefined) {
      const { wan } = first;
      yield* judgeWan(wan, isDescribed(wan) ? at(wan, wan.disableVpnEncryption.path) : first.place);
    } else if (first !== undefined && first.unknowns.length > 0) {
      const message = phrase`the WAN of ${first.connection} can't be told, nor whether disable_vpn_encryption is on there`;
      yield cannotTell(first.place, first.unknowns, message);
    }
  }
}
