/** Why the reason of a suppression is none; undefined where it is one. */
export function faultOfReason(reason: unknown): string | undefined {
  if (reason === undefined || reason === null) {
    return "it has no reason";
  }
  if (typeof reason !== "string") {
    return "its reason is no text";
  }
  return saysNothing(reason) ? "its reason is empty" : undefined;
}

/** Whether a text holds no letter and no digit: characters that nobody sees are no reason, and neither is a dot. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
