import type { LabPlan } from "../../lab/plan/lab-plan";
import { makePlan } from "../../lab/plan/make-plan";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

/** What a lab of the sound network consists of, with some changes. */
export function soundPlan(changes: Changes = {}, site?: string): LabPlan {
  return makePlan(networkOf(changed(SOUND, changes)), site);
}

/** What is thrown, line by line. */
export function complaintsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [String(error)];
  }
  return [];
}
