import type { PageData } from "../page-data";
import { byId, make } from "./elements";

/** Fills the table of all things, when somebody opens it. */
export function listThings({ items }: PageData): void {
  const rows = items.map(({ kind, title, details, address = "", source = "" }) =>
    make("tr", "", ...[kind, title, details.join("; "), address, source].map((text) => make("td", "", text))),
  );
  byId("things-rows").replaceChildren(...rows);
}
