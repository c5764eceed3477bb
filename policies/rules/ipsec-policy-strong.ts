import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import type { Field } from "../../network/field";
import { knownValue } from "../../network/field";
import type { IpsecPolicy, LinkConnection } from "../../network/network";
import { violation } from "./judgement";
import { judgeIpsecPolicies } from "./reasoning/ipsec-policies";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** What may be chosen, as Azure lists it for Virtual WAN. IPsec encryption `None` is the business of `encryption-on`. */
const CHOICES: readonly Choice[] = [
  {
    name: "IKE encryption",
    of: (policy) => policy.ikeEncryption,
    allowed: ["GCMAES256", "GCMAES128", "AES256", "AES128"],
  },
  { name: "IKE integrity", of: (policy) => policy.ikeIntegrity, allowed: ["SHA384", "SHA256"] },
  { name: "DH group", of: (policy) => policy.dhGroup, allowed: ["ECP384", "ECP256", "DHGroup24", "DHGroup14"] },
  {
    name: "IPsec encryption",
    of: (policy) => policy.ipsecEncryption,
    allowed: ["GCMAES256", "GCMAES128", "AES256", "AES128"],
  },
  { name: "IPsec integrity", of: (policy) => policy.ipsecIntegrity, allowed: ["GCMAES256", "GCMAES128", "SHA256"] },
  { name: "PFS group", of: (policy) => policy.pfsGroup, allowed: ["ECP384", "ECP256", "PFS24", "PFS14"] },
];

interface Choice {
  readonly name: string;
  readonly of: (policy: IpsecPolicy) => Field<string>;
  /** Strongest first. */
  readonly allowed: readonly string[];
}

/** The algorithms of a tunnel are ones that Azure documents for Virtual WAN, in combinations that exist. */
export const ipsecPolicyStrong: Rule = {
  id: "ipsec-policy-strong",
  level: "error",
  section: "Tunnel",
  what: "The values of an ipsec_policy come from Azure's list for Virtual WAN; GCM is used for both or neither of IPsec encryption and integrity, with one key length; there is a PFS group.",
  why: "The provider also takes broken algorithms (DES, MD5, group 1) and combinations that Azure refuses at apply.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
  scope: "resource",
  judge: (network) =>
    judgeIpsecPolicies(network, "its algorithms are strong", function* (policy, link) {
      for (const choice of CHOICES) {
        yield* judgeChoice(choice, policy, link);
      }
      yield* judgeGcm(policy, link);
    }),
};

function* judgeChoice(choice: Choice, policy: IpsecPolicy, link: LinkConnection): Iterable<Judgement> {
  const field = choice.of(policy);
  const place = inConnection(link, field);
  if (field.state === "unknown") {
    yield cannotTell(place, field.unknown, phrase`the ${choice.name} of ${link} is unknown`);
  } else if (field.state === "known" && field === policy.pfsGroup && field.value === "None") {
    yield violation(place, {
      level: "warning",
      message: phrase`${link} has PFS group None: whoever learns one key can read what later keys protect`,
      remedy: `Use ${choice.allowed[0]}, or another group that the device speaks: ${choice.allowed.slice(1).join(", ")}.`,
      evidence: { value: field.value, allowed: choice.allowed },
    });
  } else if (field.state === "known" && !choice.allowed.includes(field.value) && !isNoEncryption(field, policy)) {
    yield violation(place, {
      message: phrase`${choice.name} ${field.value} of ${link} is not one that Azure lists for Virtual WAN`,
      remedy: `Use one of ${choice.allowed.join(", ")}.`,
      evidence: { value: field.value, allowed: choice.allowed },
    });
  }
}

function isNoEncryption(field: Field<string>, policy: IpsecPolicy): boolean {
  return field === policy.ipsecEncryption && knownValue(field) === "None";
}

function* judgeGcm(policy: IpsecPolicy, link: LinkConnection): Iterable<Judgement> {
  const [encryption, integrity] = [knownValue(policy.ipsecEncryption), knownValue(policy.ipsecIntegrity)];
  if (encryption === undefined || integrity === undefined || encryption === "None" || encryption === integrity) {
    return;
  }
  if (isGcm(encryption) || isGcm(integrity)) {
    yield violation(inConnection(link, policy.ipsecIntegrity), {
      message: phrase`IPsec encryption ${encryption} of ${link} doesn't go with IPsec integrity ${integrity}`,
      remedy: "Use GCMAES256 for both, or GCMAES128 for both, or SHA256 as integrity with AES256 or AES128.",
      evidence: { encryption, integrity },
    });
  }
}

function isGcm(algorithm: string): boolean {
  return algorithm.startsWith("GCM");
}
