import { rmSync } from "node:fs";
import { readNetwork } from "../network/read/read-network";
import { changesMade } from "./changes/changes";
import { BuiltLab } from "./course/built-lab";
import { Course, type LeakedNetwork } from "./course/course";
import type { LabPlan } from "./plan/lab-plan";
import { makePlan } from "./plan/make-plan";
import { type Inputs, leakIn, withLeak } from "./predict/leak";
import type { TunnelsBy } from "./system/doctor";
import { StoppedError } from "./system/lab-error";
import { removeLeftBehind } from "./system/namespaces";
import { type Check, checksOf, type Look, RUNS } from "./verdict/check";
import { type LabResult, verdictOf } from "./verdict/lab-result";

/** What a lab is asked for. */
export interface LabChoice extends Inputs {
  /** Only this site: its name in Azure, or its Terraform address. */
  readonly site?: string | undefined;
  readonly tunnelsBy: TunnelsBy;
  /** Stops it: what was made is taken away. */
  readonly signal: AbortSignal;
  /** Tells a person how far it is. */
  readonly progress: (text: string) => void;
  /** Asked before all is taken away: the lab stays until the promise is done. */
  readonly hold?: ((lab: { readonly folder: string; readonly namespaces: string }) => Promise<void>) | undefined;
}

/**
 * Builds a network in namespaces of this machine, from the files that `wanproof device` renders of it, and holds what is seen
 * against what the engine predicts.
 *
 * @throws InputError where the inputs can't be read or hold what the lab can't show
 * @throws LabError where something stops the lab from telling
 */
export async function runLab(choice: LabChoice): Promise<LabResult> {
  const { paths, intent, site, tunnelsBy, progress, hold } = choice;
  const network = readNetwork(paths, intent === undefined ? {} : { intent });
  const plan = makePlan(network, site);
  const old = await removeLeftBehind();
  if (old.length > 0) {
    progress(`took away ${old.length} namespaces that a killed run had left`);
  }
  const lab = new BuiltLab(plan, choice);
  let checks: readonly Check[];
  try {
    await lab.build();
    checks = await looksAt(lab, leakedNetwork(choice, lab));
    await hold?.({ folder: lab.home, namespaces: lab.namespaces.nameOf("*") });
  } catch (error) {
    (await takenAway(lab)).forEach(progress);
    if (error instanceof StoppedError) {
      rmSync(lab.home, { recursive: true, force: true });
    } else {
      progress(`captures, logs and files are in ${lab.home}`);
    }
    throw error;
  }
  const teardown = await takenAway(lab);
  const result = {
    built: builtText(plan),
    tunnelsBy,
    changes: changesMade(tunnelsBy),
    checks,
    notLookedAt: plan.notLookedAt,
    notes: plan.notes,
    teardown,
    folder: lab.home,
  };
  if (verdictOf(result) === "as-predicted" && hold === undefined) {
    rmSync(lab.home, { recursive: true, force: true });
    return { ...result, folder: undefined };
  }
  return result;
}

/** Takes a lab away; what is wrong with that. */
function takenAway(lab: BuiltLab): Promise<readonly string[]> {
  lab.options.progress("taking all away");
  return lab.tearDown();
}

async function looksAt(lab: BuiltLab, leaked: LeakedNetwork | undefined): Promise<Check[]> {
  const course = new Course(lab, leaked);
  const missing = await course.begin();
  const begin: Look[] = [
    look("rendered files", "run as rendered", lab.refused),
    look("IKE, both tunnels of each link, and BGP", "up", missing),
  ];
  const runs: (readonly Look[])[] = [];
  if (missing.length === 0) {
    for (let run = 1; run <= RUNS; run += 1) {
      lab.options.progress(`run ${run} of ${RUNS}`);
      runs.push(await course.run());
    }
  }
  // How it began was seen once: there is nothing to run again, and what didn't come up in minutes is no matter of chance.
  return checksOf([begin, begin, ...runs]);
}

function look(what: string, predicted: string, faults: readonly string[]): Look {
  const observed = faults.length === 0 ? predicted : `not ${predicted}`;
  return { scenario: "Start", what, predicted, observed, evidence: faults };
}

function leakedNetwork(choice: LabChoice, { plan, home }: BuiltLab): LeakedNetwork | undefined {
  const leak = leakIn(plan);
  const circuit = leak && plan.circuits[leak.circuit];
  return leak === undefined || circuit === undefined
    ? undefined
    : { leak, network: withLeak(choice, circuit, leak, home) };
}

function builtText({ hub, circuits, devices, spokes, hosts }: LabPlan): string {
  const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  return [
    hub.name,
    counted(circuits.length, "circuit"),
    `${counted(devices.length, "device")} of site ${devices[0]?.site}`,
    `${counted(spokes.length, "host")} in spokes`,
    `${counted(hosts.length, "host")} on premises`,
  ].join(", ");
}
