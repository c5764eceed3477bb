import { groupedBy } from "../../network/facts/groups";
import type { Estate, HubPlace, Tunnel } from "../graph/estate";
import { Drawing } from "./drawing";
import { Frames } from "./frames";
import { drawLeftOver } from "./left-over";
import type { Picture } from "./picture";

/** What a picture shows of an estate. */
export interface Scope {
  readonly id: string;
  readonly title: string;
  readonly hubs: readonly HubPlace[];
  /** Whether it shows what belongs to none of its hubs too. */
  readonly isAll: boolean;
}

/** Everything of some hubs: sites, circuits, what is in the hubs, spokes, and the tunnels over the circuits that carry them. */
export function fullPicture(estate: Estate, scope: Scope): Picture {
  const drawing = new Drawing(scope.id, scope.title);
  const hubs = new Set(scope.hubs);
  const tunnels = estate.tunnels.filter(({ hub }) => hubs.has(hub));
  drawSites(drawing, tunnels);
  drawCircuits(drawing, estate, hubs);
  const frames = new Frames(drawing);
  for (const hub of scope.hubs) {
    drawHub(drawing, hub, frames);
  }
  drawAttachments(drawing, estate, hubs);
  drawTunnels(drawing, tunnels);
  if (scope.isAll) {
    drawLeftOver(drawing, estate);
  }
  return drawing.done();
}

/** Sites with the same hubs, carriers and number of links are one block: a line for each would hide what is unlike. */
function drawSites(drawing: Drawing, tunnels: readonly Tunnel[]): void {
  const bySite = groupedBy(tunnels, ({ site }) => site);
  const alike = groupedBy(bySite, (own) =>
    own
      .map(({ hub, carriers }) => [hub.item.id, ...carriers.map(({ id }) => id)].join(" "))
      .sort()
      .join("; "),
  );
  for (const group of alike) {
    const cells = group.flatMap((own) =>
      own.slice(0, 1).map(({ site }) => ({ item: site, ways: own, opens: undefined })),
    );
    drawing.block(cells, undefined, cells.length > 1 ? `${cells.length} sites` : undefined);
  }
}

function drawCircuits(drawing: Drawing, { attachments }: Estate, hubs: ReadonlySet<HubPlace>): void {
  for (const own of groupedBy(
    attachments.filter(({ hub }) => hubs.has(hub)),
    ({ circuit }) => circuit,
  )) {
    for (const { circuit } of own) {
      drawing.single(circuit, undefined, own);
    }
  }
}

function drawHub(drawing: Drawing, hub: HubPlace, frames: Frames): void {
  const around = frames.around(hub);
  const { item, gateways, core, spokes } = hub;
  const [address = "", ...others] = item.details;
  const box = drawing.box({
    kind: "hub",
    title: item.kind === "hub" ? `hub ${item.title}` : item.title,
    detail: [address, ...others].filter((one) => one !== "").join(", "),
    parent: around,
    item,
  });
  const middle = drawing.single(core, box);
  for (const gateway of gateways) {
    const told = `${gateway.title} in hub ${item.title}`;
    drawing.line({ kind: "inside", from: drawing.single(gateway, box), to: middle, ways: [], told });
  }
  if (spokes.length > 0) {
    const cells = spokes.map((spoke) => ({ item: spoke, ways: [], opens: undefined }));
    const block = drawing.block(cells, around, spokes.length > 1 ? `${spokes.length} spokes` : undefined);
    drawing.line({ kind: "inside", from: middle, to: block, ways: [], told: `spokes of hub ${item.title}` });
  }
}

function drawAttachments(drawing: Drawing, { attachments }: Estate, hubs: ReadonlySet<HubPlace>): void {
  for (const attachment of attachments.filter(({ hub }) => hubs.has(hub))) {
    const { circuit, gateway, hub } = attachment;
    drawing.line({
      kind: "circuit",
      from: drawing.single(circuit),
      to: drawing.single(gateway),
      ways: [attachment],
      told: `circuit ${circuit.title} to hub ${hub.item.title}`,
    });
  }
}

/** Each tunnel goes from its site over what carries it to its gateway. */
function drawTunnels(drawing: Drawing, tunnels: readonly Tunnel[]): void {
  for (const tunnel of tunnels) {
    const { site, carriers, gateway, hub } = tunnel;
    for (const carrier of carriers) {
      const middle = drawing.single(carrier);
      const over = carrier.kind === "circuit" ? `circuit ${carrier.title}` : carrier.title;
      drawing.line({
        kind: "tunnel",
        from: drawing.single(site),
        to: middle,
        ways: [tunnel],
        told: `tunnels from sites to ${over}`,
      });
      drawing.line({
        kind: "tunnel",
        from: middle,
        to: drawing.single(gateway),
        ways: [tunnel],
        told: `tunnels over ${over} to hub ${hub.item.title}`,
      });
    }
  }
}
