import type { Unknown } from "../field";
import type { Network } from "../network";

/** Why there may be more than the inputs show of some Terraform types, those whose names begin alike. */
export function unreadOfTypes({ inputs }: Network, beginning: string): Unknown[] {
  return inputs
    .flatMap(({ unread }) => unread)
    .filter(({ brings }) => brings === undefined || brings.some((type) => type.startsWith(beginning)))
    .map(({ unknown }) => unknown);
}
