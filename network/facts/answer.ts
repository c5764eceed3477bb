import type { Field, Unknown } from "../field";

/** An answer to a question about the network: yes, no, or what would tell. */
export type Answer = "yes" | "no" | readonly Unknown[];

/** Whether an answer is open, so that its unknowns can be read. */
export function isOpen(answer: Answer): answer is readonly Unknown[] {
  return typeof answer !== "string";
}

/** The unknowns of an answer; none where it is settled. */
export function openOf(answer: Answer): readonly Unknown[] {
  return isOpen(answer) ? answer : [];
}

/** What a flag says; one that nobody wrote and that has no default is off. */
export function isOn(flag: Field<boolean>): Answer {
  if (flag.state === "unknown") {
    return [flag.unknown];
  }
  return flag.state === "known" && flag.value ? "yes" : "no";
}

/** Yes where one answer is yes, no where all are; else open. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) {
    return "yes";
  }
  const unknowns = answers.filter(isOpen).flat();
  return unknowns.length > 0 ? unknowns : "no";
}

/** Yes where all answers are yes, no where one is no; else open. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) {
    return "no";
  }
  const unknowns = answers.filter(isOpen).flat();
  return unknowns.length > 0 ? unknowns : "yes";
}
