import type { Comparison } from "./compare";
import type { Finding } from "./finding";
import { fingerprintsOf } from "./fingerprint";
import type { FixedFinding, MarkedFinding, Suppressed, Suppressions } from "./marked";

/** Findings with all that is known of them. */
export interface Marked {
  /** In the order they were given. */
  readonly findings: readonly MarkedFinding[];
  readonly fixed: readonly FixedFinding[];
}

/**
 * Marks findings with their fingerprint, with what comparing them told, and with what suppresses them.
 * @param comparison undefined where there is nothing to compare with
 */
export function mark(findings: readonly Finding[], comparison?: Comparison, suppressions?: Suppressions): Marked {
  const gone = comparison?.fixed ?? [];
  let fingerprints: ReadonlyMap<Finding, string> | undefined;
  const fingerprintOf = (finding: Finding) => {
    fingerprints ??= fingerprintsOf(findings, gone);
    return fingerprints.get(finding) ?? "";
  };
  return {
    findings: findings.map((finding) => ({
      ...finding,
      // Worked out when asked, for a report for people shows none.
      get fingerprint() {
        return fingerprintOf(finding);
      },
      status: comparison?.statuses.get(finding),
      suppressed: suppressions?.suppressedBy(finding),
    })),
    fixed: gone.map((finding) => ({
      ...finding,
      get fingerprint() {
        return fingerprintOf(finding);
      },
    })),
  };
}

/** Whether a finding counts in the verdict: not where it is suppressed, or was there before and only new ones count. */
export function counts(
  { status, suppressed }: { readonly status: MarkedFinding["status"]; readonly suppressed: Suppressed | undefined },
  onlyNew: boolean,
): boolean {
  // What can't be compared is not known to have been there.
  return suppressed === undefined && !(onlyNew && status === "existing");
}
