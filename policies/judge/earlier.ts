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
  { after, before }: Networks,
  judged: (network: Network) => readonly Finding[],
): Earlier | undefined {
  return before === undefined
    ? undefined
    : {
        by: "prior_state",
        findings: judged(before),
        inputs: new Set(after.inputs.map(({ path }) => path)),
        isAllStillSeen: after.inputs.every(({ unread }) => unread.length === 0),
        notices: [],
      };
}

/** What is to be known of an intent file by which findings are told new or existing. */
export function intentNotice(file: string): Notice {
  return {
    at: file,
    message:
      "is taken as true before the change and after it, so what a change of this file brings counts as existing; " +
      "a baseline tells it",
  };
}
