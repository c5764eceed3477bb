import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { violation } from "../judgement";
import type { Judgement, Place } from "../rule";

/** How many of something there are, and how many Azure takes. */
export interface Count {
  readonly place: Place;
  /** `site bergen has` */
  readonly holder: Phrase;
  /** `links` */
  readonly what: string;
  readonly count: number;
  readonly limit: number;
  /** What to do about too many, in the imperative. */
  readonly remedy: string;
}

/** A limit that is passed is an error; from nine tenths of it on, a note. */
export function* judgeCount({ place, holder, what, count, limit, remedy }: Count): Iterable<Judgement> {
  const evidence = { count, limit };
  if (count > limit) {
    yield violation(place, {
      message: phrase`${holder} ${count} ${what}; Azure takes ${limit} at most`,
      remedy,
      evidence,
    });
  } else if (count * 10 >= limit * 9) {
    const message = phrase`${holder} ${count} of the ${limit} ${what} that Azure takes`;
    yield violation(place, { level: "note", message, remedy, evidence });
  }
}
