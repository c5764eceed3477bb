import { REGIONS } from "../network/facts/regions";
import { textAt } from "./network-file/named-things";

/** The region of a hub: what it says, else its name where that is a region; undefined where neither tells. */
export function regionOfHub(file: unknown, hub: string): string | undefined {
  return textAt(file, ["hubs", hub, "location"]) ?? (REGIONS.has(hub) ? hub : undefined);
}
