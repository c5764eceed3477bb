import { nearestTo } from "../../text/nearest";
import type { Estate, HubPlace } from "../graph/estate";

/** A hub that somebody asks for and that isn't there, by the person's mistake. */
export class NoSuchHub extends Error {
  readonly complaints: readonly string[];

  constructor(complaint: string) {
    super(complaint);
    this.name = "NoSuchHub";
    this.complaints = [complaint];
  }
}

/**
 * The hub that a person means, by its name or its Terraform address.
 * @throws NoSuchHub with near names, where there is none
 */
export function hubCalled({ hubs }: Estate, written: string): HubPlace {
  const found = hubs.find(({ item }) => item.title === written || item.address === written);
  if (found === undefined) {
    const names = hubs.map(({ item }) => item.title);
    const near = nearestTo(written, names);
    const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${names.slice(0, 5).join(", ")}`;
    throw new NoSuchHub(`--hub ${written}: there is no such hub; ${hint}`);
  }
  return found;
}
