import type { Change } from "../changes/changes";
import type { TunnelsBy } from "../system/doctor";
import type { Check } from "./check";

/** What a lab came to. */
export interface LabResult {
  /** What was built: `hub westeurope, 2 circuits, 2 devices, 2 spokes`. */
  readonly built: string;
  readonly tunnelsBy: TunnelsBy;
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
  /** What of the network was not looked at. */
  readonly notLookedAt: readonly string[];
  readonly notes: readonly string[];
  /** What went wrong while all was taken away. */
  readonly teardown: readonly string[];
  /** The folder with captures, logs and files, where it is kept. */
  readonly folder: string | undefined;
}

/** What a result comes to. */
export type LabVerdict = "as-predicted" | "differs" | "inconclusive";

/** The worst of all: one thing that differs is enough, and what was not looked at leaves it open. */
export function verdictOf({ checks, teardown, notLookedAt }: LabResult): LabVerdict {
  if (teardown.length > 0 || checks.some(({ verdict }) => verdict === "differs")) {
    return "differs";
  }
  const isOpen =
    checks.length === 0 || notLookedAt.length > 0 || checks.some(({ verdict }) => verdict !== "as-predicted");
  return isOpen ? "inconclusive" : "as-predicted";
}
