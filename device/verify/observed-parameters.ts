import { phrase } from "../../network/facts/called/phrase";
import { prefixesOf } from "../../network/facts/prefixes";
import { type Field, knownValue, targetOf } from "../../network/field";
import type { IpsecPolicy } from "../../network/network";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import type { ObservedPolicy } from "../azure/observations";
import { type Matched, matchedLinks } from "./matching";
import { differs, type ObservedJudge } from "./observed-rule";
import { unplannedLinks } from "./unmatched";

/** What both ends negotiate, names of links, and what the hub connects. */
export const judgeParameters: ObservedJudge = function* ({ network, observed }) {
  yield* unplannedLinks(network, observed);
  for (const one of matchedLinks(network, observed)) {
    yield* settingsOf(one);
    yield* lifetimesOf(one);
    yield* subnetsOf(one);
  }
};

type Value = string | number;

function* settingsOf(one: Matched): Iterable<Judgement> {
  const { planned, connections } = one;
  const { connected } = planned;
  const [policy] = connected.ipsecPolicies.items;
  const isNone = policy === undefined && connected.ipsecPolicies.unknown === undefined;
  for (const { connection, link } of connections) {
    if (link === undefined) {
      continue;
    }
    const { path: file } = connection;
    yield* compared(one, file, "name", "name", connected.name, link.name);
    yield* compared(one, file, "protocol", "protocol", connected.protocol, link.protocol);
    yield* compared(
      one,
      file,
      "DPD timeout",
      "dpd_timeout_seconds",
      connected.dpdTimeoutSeconds,
      link.dpdTimeoutSeconds,
    );
    if (policy !== undefined && link.policy !== undefined) {
      yield* policyOf(one, file, policy, link.policy);
    } else if (policy !== undefined || (isNone && link.policy !== undefined)) {
      yield differs(at(connected.connection, connected.ipsecPolicies.path), {
        message: phrase`${connected} has ${link.policy === undefined ? "no IPsec policy" : "an IPsec policy"} in Azure, and was planned ${policy === undefined ? "without" : "with"} one`,
        remedy: "Apply the plan, and configure the device for what Azure has then.",
        evidence: { file },
      });
    }
  }
}

function* policyOf(one: Matched, file: string, policy: IpsecPolicy, seen: ObservedPolicy): Iterable<Judgement> {
  yield* compared(one, file, "IKE encryption", "", policy.ikeEncryption, seen.ikeEncryption);
  yield* compared(one, file, "IKE integrity", "", policy.ikeIntegrity, seen.ikeIntegrity);
  yield* compared(one, file, "DH group", "", policy.dhGroup, seen.dhGroup);
  yield* compared(one, file, "IPsec encryption", "", policy.ipsecEncryption, seen.ipsecEncryption);
  yield* compared(one, file, "IPsec integrity", "", policy.ipsecIntegrity, seen.ipsecIntegrity);
  yield* compared(one, file, "PFS group", "", policy.pfsGroup, seen.pfsGroup);
  yield* compared(one, file, "SA lifetime", "", policy.saLifetimeSeconds, seen.saLifetimeSeconds);
  yield* compared(one, file, "SA data size", "", policy.saDataSizeKilobytes, seen.saDataSizeKilobytes);
}

function* lifetimesOf(one: Matched): Iterable<Judgement> {
  const [policy] = one.planned.connected.ipsecPolicies.items;
  for (const { at: seen, path } of policy === undefined ? [] : one.downloads) {
    yield* compared(one, path, "SA lifetime", "", policy?.saLifetimeSeconds, seen.saLifetimeSeconds);
    yield* compared(one, path, "SA data size", "", policy?.saDataSizeKilobytes, seen.saDataSizeKilobytes);
  }
}

function* compared(
  { planned }: Matched,
  file: string,
  what: string,
  path: string,
  field: Field<Value> | undefined,
  seen: Value | undefined,
): Iterable<Judgement> {
  const { connected } = planned;
  const wanted = field === undefined ? undefined : knownValue(field);
  if (wanted === undefined || seen === undefined || String(seen).toLowerCase() === String(wanted).toLowerCase()) {
    return;
  }
  yield differs(at(connected.connection, field?.path ?? `${connected.path}.${path}`), {
    message: phrase`${what} of ${connected} is ${seen} in Azure, and was planned to be ${wanted}`,
    remedy: "Apply the plan, and configure the device for what Azure has then.",
    evidence: { observed: seen, planned: wanted, file },
  });
}

/** The spokes that a hub connects. Those behind other hubs are not in the file. */
function* subnetsOf({ planned, downloads }: Matched): Iterable<Judgement> {
  const { hub } = planned;
  const spaces = hub.spokeConnections.map(({ virtualNetwork }) => targetOf(virtualNetwork)?.addressSpace);
  const isWhole = spaces.every((space) => space !== undefined && space.unknown === undefined);
  const wanted = new Set(
    spaces.flatMap((space) => (space === undefined ? [] : prefixesOf(space)).map(({ prefix }) => prefix.text)),
  );
  for (const { at: seen, path } of downloads) {
    const found = seen.connectedSubnets?.map(({ text }) => text);
    if (found === undefined && wanted.size === 0) {
      continue;
    }
    const missing = [...wanted].filter((text) => !(found ?? []).includes(text));
    const extra = isWhole ? (found ?? []).filter((text) => !wanted.has(text)) : [];
    if (missing.length > 0) {
      yield differs(at(hub), {
        message: phrase`${hub} doesn't connect ${missing.join(", ")} in Azure's file, which was planned`,
        remedy: "Apply the connection of the spoke, and download the file again.",
        evidence: { missing, file: path },
      });
    }
    if (extra.length > 0) {
      yield differs(at(hub), {
        message: phrase`${hub} connects ${extra.join(", ")} in Azure's file, which no input shows`,
        remedy: "Hand over the input that connects the spoke: what it sends isn't judged without.",
        evidence: { extra, file: path },
      });
    }
  }
}
