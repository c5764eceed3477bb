import { BESIDE } from "../changes/changes";
import type { TunnelsBy } from "../system/doctor";
import type { Check, CheckVerdict } from "../verdict/check";
import type { LabResult, LabVerdict } from "../verdict/lab-result";

/** What a verdict is called. */
export const VERDICT_WORDS: { readonly [verdict in CheckVerdict]: string } = {
  "as-predicted": "as predicted",
  differs: "differs",
  inconclusive: "inconclusive",
};

/** Which parts of a lab are the real thing, and which a model. */
export const REAL =
  "Real: strongSwan and FRR of the VPN devices and the ExpressRoute-facing routers, from the rendered files; every packet.";
export const MODEL =
  "A model: Azure's hub router, VPN gateway and Microsoft's edge are FRR and strongSwan with the lab's own configuration, and one " +
  "router stands for the network on premises. Azure itself was not asked.";

/** How the tunnels were made, as a sentence. */
export function tunnelsText(tunnelsBy: TunnelsBy): string {
  return tunnelsBy === "kernel"
    ? "The devices' tunnels are the kernel's own, over XFRM interfaces: their files ran whole."
    : "The devices' tunnels are charon's own (kernel-libipsec), since this kernel has no XFRM interfaces or no ESP.";
}

/** Everything in which the lab differs from the files, as sentences. */
export function changeSentences({ changes }: LabResult): string[] {
  return [
    ...changes.map(({ file, rendered, inLab, why }) => `${file}, ${rendered}: ${inLab}, because ${why}.`),
    ...BESIDE,
  ];
}

/** What was seen: one word where both runs saw the same. */
export function observedText({ observed }: Check): string {
  return [...new Set(observed)].join(", then ");
}

/** The result in one sentence. */
export function verdictText(result: LabResult, verdict: LabVerdict): string {
  const { checks, notLookedAt, teardown } = result;
  const of = (one: CheckVerdict) => checks.filter((check) => check.verdict === one).length;
  const parts = [
    `${of("as-predicted")} of ${checks.length} as predicted`,
    ...(of("differs") > 0 ? [`${of("differs")} differ`] : []),
    ...(of("inconclusive") > 0 ? [`${of("inconclusive")} inconclusive`] : []),
    ...(notLookedAt.length > 0 ? [`${notLookedAt.length} not looked at`] : []),
    ...(teardown.length > 0 ? ["not all could be taken away"] : []),
  ];
  return `${VERDICT_WORDS[verdict]} (${parts.join(", ")})`;
}

/** Checks, scenario by scenario. */
export function byScenario(
  checks: readonly Check[],
): { readonly scenario: string; readonly checks: readonly Check[] }[] {
  const names = [...new Set(checks.map(({ scenario }) => scenario))];
  return names.map((scenario) => ({ scenario, checks: checks.filter((check) => check.scenario === scenario) }));
}
