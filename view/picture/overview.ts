import { groupedBy, groupsBy } from "../../network/facts/groups";
import type { Attachment, Estate, HubPlace, Item, Tunnel } from "../graph/estate";
import { Drawing } from "./drawing";
import { Frames } from "./frames";
import { drawLeftOver } from "./left-over";
import type { Cell, Picture } from "./picture";

/** A summary, and what opens from it. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly opens: (hub: HubPlace) => string | undefined;
}

/** With more hubs than this, lines to each hide more than they tell. */
const MOST_WITH_LINES = 12;
const COLUMNS = 6;

/** The hubs by WAN and region, with how many sites, circuits and spokes each has, and the state of its ways. */
export function overview(estate: Estate, summary: Summary): Picture {
  const drawing = new Drawing(summary.id, summary.title);
  const counts = countsOf(estate);
  if (estate.hubs.length <= MOST_WITH_LINES) {
    const frames = new Frames(drawing);
    for (const hub of estate.hubs) {
      drawHub(drawing, frames, counts(hub), summary);
    }
  } else {
    drawRegions(drawing, estate.hubs.map(counts), summary);
  }
  drawLeftOver(drawing, {
    ...estate,
    sites: estate.sites.filter((site) => !estate.tunnels.some((tunnel) => tunnel.site === site)),
    circuits: estate.circuits.filter((circuit) => !estate.attachments.some((one) => one.circuit === circuit)),
  });
  return drawing.done();
}

interface Counted {
  readonly hub: HubPlace;
  readonly tunnels: readonly Tunnel[];
  readonly attachments: readonly Attachment[];
  readonly sites: number;
}

function countsOf({ tunnels, attachments }: Estate): (hub: HubPlace) => Counted {
  const tunnelsAt = groupsBy(tunnels, ({ hub }) => hub);
  const attachmentsAt = groupsBy(attachments, ({ hub }) => hub);
  return (hub) => {
    const own = tunnelsAt.get(hub) ?? [];
    return {
      hub,
      tunnels: own,
      attachments: attachmentsAt.get(hub) ?? [],
      sites: new Set(own.map(({ site }) => site)).size,
    };
  };
}

function drawHub(drawing: Drawing, frames: Frames, counted: Counted, { id, opens }: Summary): void {
  const { hub, tunnels, attachments, sites } = counted;
  const opened = opens(hub);
  const around = frames.around(hub);
  const end = drawing.block([hubCell(counted, opened)], around);
  const group = (suffix: string, kind: Item["kind"], title: string): Item => ({
    ...NO_RESOURCE,
    id: `${id}${suffix}${hub.item.id}`,
    kind,
    title,
  });
  if (sites > 0) {
    const item = group("s", "site", counts(sites, "site"));
    const from = drawing.block([{ item, ways: tunnels, opens: opened }], undefined);
    const told = `tunnels of ${item.title} to hub ${hub.item.title}`;
    drawing.line({ kind: "tunnel", from, to: end, ways: tunnels, told });
  }
  if (attachments.length > 0) {
    const circuits = [...new Set(attachments.map(({ circuit }) => circuit))];
    const [only] = circuits;
    const item =
      circuits.length === 1 && only !== undefined ? only : group("c", "circuit", counts(circuits.length, "circuit"));
    const from = drawing.single(item, undefined, attachments, opened);
    const told = `${item.title} to hub ${hub.item.title}`;
    drawing.line({ kind: "circuit", from, to: end, ways: attachments, told });
  }
}

const NO_RESOURCE = { details: [], address: undefined, input: undefined, source: undefined, isNew: false };

/** Regions one below the other, with their hubs in a grid. */
function drawRegions(drawing: Drawing, all: readonly Counted[], { opens }: Summary): void {
  const wans = groupedBy(all, ({ hub }) => hub.wan);
  for (const inWan of wans) {
    const [{ hub } = { hub: undefined }] = inWan;
    const box = drawing.box({
      kind: "wan",
      title: hub?.wan === undefined ? "Virtual WAN not told" : `Virtual WAN ${hub.wan.title}`,
      detail: `${counts(inWan.length, "hub")}; choose one to open its picture`,
      parent: undefined,
      item: hub?.wan,
    });
    for (const [region = "region not told", inRegion] of groupsBy(inWan, (one) => one.hub.region)) {
      const cells = inRegion.map((one) => hubCell(one, opens(one.hub)));
      drawing.block(cells, box, `${region}: ${counts(cells.length, "hub")}`, Math.min(COLUMNS, cells.length));
    }
  }
}

function hubCell({ hub, tunnels, attachments, sites }: Counted, opened: string | undefined): Cell {
  const [address] = hub.item.details;
  const details = [
    ...(address === undefined ? [] : [address]),
    `${counts(sites, "site")}, ${counts(tunnels.length, "tunnel")}`,
    `${counts(attachments.length, "circuit")}, ${counts(hub.spokes.length, "spoke")}`,
  ];
  const around = [...tunnels.map(({ site }) => site), ...attachments.map(({ circuit }) => circuit)];
  const standsFor = [...new Set([...around, ...hub.gateways, hub.core, ...hub.spokes])];
  return { item: hub.item, ways: [...tunnels, ...attachments], opens: opened, standsFor, details };
}

function counts(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
