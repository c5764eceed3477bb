import { tag } from "./tag";

/** A table that scrolls by itself on a small screen. */
export function table(heads: readonly string[], rows: readonly string[], id?: string, className?: string): string {
  const head = heads.map((name) => (name === "" ? tag("td", {}) : tag("th", { scope: "col" }, name)));
  return tag(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": heads.filter((name) => name !== "").join(", ") },
    tag("table", { class: className }, tag("thead", {}, tag("tr", {}, ...head)), tag("tbody", { id }, ...rows)),
  );
}
