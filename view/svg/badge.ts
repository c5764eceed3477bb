import { element, textAt } from "./element";
import type { FoundAt } from "./marks";

/** The room that the count of findings takes beside a sign. */
export const BADGE = 32;

/** The count of findings, left of a place. */
export function badgeAt(found: FoundAt, right: number, y: number): string {
  return element(
    "g",
    { class: "badge" },
    element("rect", { x: right - BADGE, y, width: BADGE - 2, height: 15, rx: 7 }),
    textAt(right - BADGE + 6, y + 11, badgeText(found)),
    " ",
  );
}

/** `! 2` where one of them is a violation, `? 2` where all are undecided. */
export function badgeText({ count, isViolation }: FoundAt): string {
  return `${isViolation ? "!" : "?"} ${count}`;
}
