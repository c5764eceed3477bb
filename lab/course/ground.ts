import type { Crypt } from "../plan/crypts";
import type { LabPlan } from "../plan/lab-plan";
import type { Wiring } from "../plan/wiring";
import type { Daemon } from "../system/daemon";
import type { TunnelsBy } from "../system/doctor";
import type { Namespaces } from "../system/namespaces";

/** Tells a person how far it is. */
export type Progress = (text: string) => void;

/** How to build. */
export interface BuildOptions {
  readonly tunnelsBy: TunnelsBy;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What everything in a lab stands on. */
export interface Ground {
  readonly plan: LabPlan;
  readonly options: BuildOptions;
  /** The folder of the run: configurations, logs and captures. */
  readonly home: string;
  readonly namespaces: Namespaces;
  readonly wiring: Wiring;
  readonly crypts: readonly Crypt[];
  /** All that is to be stopped. */
  readonly daemons: Daemon[];
  /** What daemons said against the files that they were given, or left out of them. */
  readonly refused: string[];
}
