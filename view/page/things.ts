import type { Estate, Tunnel } from "../graph/estate";
import type { Shown } from "./shown";
import { table } from "./table";
import { tag, text } from "./tag";

/** All that the picture says, as tables. */
export function thingsSection({ estate }: Shown): string {
  const tunnels = estate.tunnels.map((tunnel) =>
    row([tunnel.site.title, tunnel.title, overText(tunnel), tunnel.gateway.title, tunnel.hub.item.title]),
  );
  return tag(
    "section",
    { "aria-labelledby": "things" },
    tag("h2", { id: "things" }, "All that the picture shows"),
    tag(
      "details",
      { id: "all-things" },
      tag("summary", {}, `${estate.items.length} things`),
      table(["Kind", "Name", "Facts", "Terraform", "Written in"], [], "things-rows"),
    ),
    tag(
      "details",
      {},
      tag("summary", {}, `${tunnels.length} tunnels`),
      table(["Site", "Link", "Over", "To gateway", "Of hub"], tunnels),
    ),
    tag(
      "details",
      {},
      tag("summary", {}, `${estate.attachments.length} connections of circuits`),
      table(["Circuit", "To gateway", "Of hub"], attachmentsOf(estate)),
    ),
  );
}

function attachmentsOf({ attachments }: Estate): string[] {
  return attachments.map(({ circuit, gateway, hub, isDoubtful }) =>
    row([`${circuit.title}${isDoubtful ? " (can't be told)" : ""}`, gateway.title, hub.item.title]),
  );
}

function overText({ carriers, isDoubtful }: Tunnel): string {
  return `${carriers.map(({ title }) => title).join(", ")}${isDoubtful ? " (can't be told for sure)" : ""}`;
}

function row(cells: readonly string[]): string {
  return tag("tr", {}, ...cells.map((one) => tag("td", {}, text(one))));
}
