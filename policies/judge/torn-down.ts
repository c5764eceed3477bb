import type { Network } from "../../network/network";
import type { Resource } from "../../network/resource";
import type { Notice } from "./marked";

/** Whether the change leaves nothing of a network that was there, in any input. */
export function isTornDown({ resources, before, inputs }: Network): boolean {
  const isAllSeen = inputs.every(({ unread }) => unread.length === 0);
  return isAllSeen && !resources.some(isOwn) && (before?.resources.some(isOwn) ?? false);
}

/** What is only read was there before the network, and stays. */
function isOwn({ standing }: Resource): boolean {
  return standing === "managed";
}

/** What is said of a change that leaves nothing to judge. */
export const TORN_DOWN: Notice = {
  at: "the change",
  message: "destroys all that these inputs have of the network, so nothing is left to judge",
};
