/** How what was seen compares with what was predicted. */
export type CheckVerdict = "as-predicted" | "differs" | "inconclusive";

/** One thing that was looked at, twice. */
export interface Check {
  /** `All tunnels up`, `Circuit ams lost` */
  readonly scenario: string;
  /** `spoke app to 10.0.1.0/24` */
  readonly what: string;
  readonly predicted: string;
  /** Once for each run of the scenario. */
  readonly observed: readonly string[];
  readonly verdict: CheckVerdict;
  /** What shows it, such as packets in the clear. */
  readonly evidence: readonly string[];
}

/** What a single look at something found. */
export interface Look {
  readonly scenario: string;
  readonly what: string;
  readonly predicted: string;
  readonly observed: string;
  readonly evidence: readonly string[];
}

/** How often each scenario is run: what isn't seen again proves nothing. */
export const RUNS = 2;

/** Looks at the same things, run by run, as checks, in the order of the first run. */
export function checksOf(runs: readonly (readonly Look[])[]): Check[] {
  const byKey = new Map<string, Look[]>();
  for (const look of runs.flat()) {
    const key = JSON.stringify([look.scenario, look.what]);
    byKey.set(key, [...(byKey.get(key) ?? []), look]);
  }
  return [...byKey.values()].flatMap((looks) => {
    const [first] = looks;
    return first === undefined
      ? []
      : [
          {
            scenario: first.scenario,
            what: first.what,
            predicted: first.predicted,
            observed: looks.map(({ observed }) => observed),
            verdict: verdictOf(looks),
            evidence: [...new Set(looks.flatMap(({ evidence }) => evidence))],
          },
        ];
  });
}

function verdictOf(looks: readonly Look[]): CheckVerdict {
  const [first] = looks;
  const isReproduced =
    looks.length === RUNS &&
    looks.every((look) => look.observed === first?.observed && look.predicted === first.predicted);
  if (first === undefined || !isReproduced || first.predicted === "undecided") {
    return "inconclusive";
  }
  return first.observed === first.predicted ? "as-predicted" : "differs";
}
