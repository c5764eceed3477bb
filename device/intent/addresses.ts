import type { Network, Part } from "../../network/network";

/** The address by which an intent file speaks of a part: with its input, where two inputs have that address. */
export function intentAddress({ resources }: Network, { resource }: Part): string {
  const isTwice = resources.some(
    (one) => one !== resource && one.address === resource.address && one.input !== resource.input,
  );
  return isTwice ? `${resource.input}#${resource.address}` : resource.address;
}
