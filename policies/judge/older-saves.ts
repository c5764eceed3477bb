import type { Input } from "../../network/network";
import type { Notice } from "./marked";

/** What is to be known where of several saved networks of one name the newest was judged. */
export function olderSavesNotices(inputs: readonly Input[]): readonly Notice[] {
  const notices = inputs.flatMap(({ savedAs, insteadOf = [] }) =>
    savedAs === undefined
      ? []
      : insteadOf.map(({ file, at }) => ({
          at: file,
          message: `is not judged: network ${JSON.stringify(savedAs.name)} was saved ${at ?? "at no known time"} in it, and again ${savedAs.at ?? "later"}`,
        })),
  );
  return [...new Map(notices.map((notice) => [`${notice.at} ${notice.message}`, notice])).values()];
}
