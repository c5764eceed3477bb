import type { Estate, HubPlace } from "../graph/estate";
import { fullPicture } from "./full";
import { overview } from "./overview";
import type { Picture } from "./picture";

/** How much one picture shows of everything. Beyond that it is a summary, from which the picture of each hub opens. */
export const READABLE = { hubs: 6, sites: 60 } as const;

/**
 * The pictures of a network, the first one to be shown first: everything in one, or else a summary and one for each hub.
 * @param prefix what their ids begin with
 */
export function picturesOf(estate: Estate, title: string, prefix = "p"): Picture[] {
  const { hubs, sites } = estate;
  if (hubs.length <= READABLE.hubs && sites.length <= READABLE.sites) {
    return [fullPicture(estate, { id: `${prefix}0`, title, hubs, isAll: true })];
  }
  const ids = new Map(hubs.map((hub, index) => [hub, `${prefix}${index + 1}`]));
  return [
    overview(estate, { id: `${prefix}0`, title, opens: (hub) => ids.get(hub) }),
    ...hubs.map((hub) => hubPicture(estate, hub, ids.get(hub) ?? prefix)),
  ];
}

/** The picture of one hub, with all that leads to it. */
export function hubPicture(estate: Estate, hub: HubPlace, id: string): Picture {
  return fullPicture(estate, { id, title: `${hub.item.kind} ${hub.item.title}`, hubs: [hub], isAll: false });
}
