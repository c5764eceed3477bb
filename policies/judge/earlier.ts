import type { Network } from "../../network/network";
import type { Networks } from "../../network/read/read-network";
import type { Earlier } from "./compare";
import type { Finding } from "./finding";
import type { Notice } from "./marked";

/**
 * What was found before the change, by the network as it was then; undefined where the inputs don't tell it.
 * @param judged judges as the network of now is judged
 */
export function earlierOf(
  { after, before, beforeWithoutFile }: Networks,
  judged: (network: Network) => readonly Finding[],
): Earlier | undefined {
  return before === undefined
    ? undefined
    : {
        by: "prior_state",
        findings: judged(before),
        certain: beforeWithoutFile && (() => judged(beforeWithoutFile())),
        inputs: new Set(after.inputs.map(({ path }) => path)),
        isAllStillSeen: after.inputs.every(({ unread }) => unread.length === 0),
        notices: [],
      };
}

/** What is to be known of an intent file where only new findings count. */
export function intentNotice(file: string): Notice {
  return {
    at: file,
    message:
      "may be other than it was, so what rests on it is not known to have been there, and counts; --config-from with the " +
      "git ref of before tells how it was, and so does a baseline",
  };
}
