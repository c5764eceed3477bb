import type { Input } from "../../network/network";
import type { Notice } from "./marked";

/** What is to be known where states were judged: they tell what exists, and of no change. */
export function stateNotices(inputs: readonly Input[]): readonly Notice[] {
  const [first, ...others] = inputs.filter(({ exists }) => exists === true);
  const more = others.length === 0 ? "" : ` and so ${others.length === 1 ? "is" : "are"} ${others.length} more`;
  return first === undefined
    ? []
    : [{ at: first.path, message: `is a state${more}: what exists there was judged, and no change of it` }];
}
