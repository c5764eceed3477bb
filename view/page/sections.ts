import { plain } from "../../text/plain";
import { sharedSvg } from "../svg/svg";
import { findingsSection } from "./findings";
import type { Shown, ShownChange } from "./shown";
import { table } from "./table";
import { tag, text } from "./tag";
import { thingsSection } from "./things";

/** What the page holds, from top to bottom. */
export function sections(shown: Shown): string[] {
  return [
    tag("a", { class: "skip", href: "#paths" }, "Skip to the table of paths"),
    header(shown),
    tag(
      "main",
      {},
      pictureSection(shown),
      changesSection(shown.changes),
      findingsSection(shown),
      pathsSection(),
      notesSection(shown),
      thingsSection(shown),
    ),
    tag(
      "footer",
      {},
      text(`Made by wanproof view of ${shown.report.inputs.map(({ path }) => plain(path)).join(", ")}.`),
    ),
  ];
}

function header({ verdict, verdictLine, observed }: Shown): string {
  return tag(
    "header",
    {},
    tag("h1", {}, "Network"),
    tag("span", { class: `verdict ${verdict}` }, text(verdict)),
    tag("span", { class: "soft" }, text(plain(verdictLine))),
    ...(observed === undefined
      ? []
      : [
          tag("span", { class: `verdict ${observed.verdict}` }, `Azure: ${observed.verdict}`),
          tag("a", { href: "#observed" }, "what Azure runs"),
        ]),
    tag("span", { class: "grow" }),
    tag("button", { id: "theme", type: "button", "aria-label": "light or dark" }, "Dark"),
  );
}

function pictureSection({ pictures, before, data }: Shown): string {
  const [first, ...others] = pictures;
  const losses = data.losses.map((name, index) => tag("option", { value: index }, text(name)));
  const time = tag(
    "label",
    {},
    "Time ",
    tag(
      "select",
      { id: "time" },
      tag("option", { value: first?.id ?? "" }, "after the change"),
      tag("option", { value: before ?? "" }, "before the change"),
    ),
  );
  return tag(
    "section",
    { "aria-labelledby": "picture-title" },
    tag("h2", { id: "picture-title" }, "Picture"),
    tag(
      "div",
      { class: "tools" },
      tag("button", { id: "back", type: "button", hidden: true }, "Back"),
      ...(before === undefined ? [] : [time]),
      tag(
        "label",
        {},
        "When lost ",
        tag("select", { id: "loss" }, tag("option", { value: "" }, "nothing is lost"), ...losses),
      ),
      tag("span", { class: "grow" }),
      tag("button", { id: "zoom-out", type: "button", "aria-label": "smaller" }, "\u2212"),
      tag("button", { id: "zoom-fit", type: "button" }, "Fit"),
      tag("button", { id: "zoom-in", type: "button", "aria-label": "larger" }, "+"),
    ),
    tag("p", { class: "told", id: "told", role: "status" }),
    tag(
      "div",
      { id: "picture" },
      tag(
        "div",
        { id: "stage", tabindex: 0, role: "region", "aria-label": "picture of the network", "data-first": first?.id },
        first?.svg ?? "",
      ),
      tag("aside", { id: "details", hidden: true, "aria-label": "what is chosen", tabindex: 0 }),
    ),
    tag("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "legend" }, sharedSvg()),
    ...others.map(({ id, svg }) => tag("template", { id, class: "picture-of" }, svg)),
  );
}

function changesSection(changes: readonly ShownChange[]): string {
  if (changes.length === 0) {
    return "";
  }
  const rows = changes
    .slice(0, MOST_CHANGES)
    .map(({ destination, from, told, isNoLongerEncrypted }) =>
      tag(
        "tr",
        {},
        tag(
          "td",
          {},
          isNoLongerEncrypted ? tag("span", { class: "state clear" }, "\u25b2 no longer encrypted") : "changes path",
        ),
        tag("td", {}, text(destination)),
        tag("td", {}, text(from)),
        tag("td", {}, text(told)),
      ),
    );
  const left = changes.length - rows.length;
  return tag(
    "section",
    { "aria-labelledby": "changes" },
    tag("h2", { id: "changes" }, `What changes path: ${changes.length}`),
    table(["", "To", "From", "Before, then after"], rows),
    ...(left > 0 ? [tag("p", { class: "soft" }, `And ${left} more: wanproof routes --diff has all.`)] : []),
  );
}

const MOST_CHANGES = 200;

function pathsSection(): string {
  const outcomes = [
    ["", "every outcome"],
    ["leak", "protected, in the clear"],
    ["encrypted", "encrypted"],
    ["clear", "clear"],
    ["undecided", "undecided"],
    ["dropped", "dropped"],
  ].map(([value = "", name = ""]) => tag("option", { value }, name));
  return tag(
    "section",
    { "aria-labelledby": "paths" },
    tag("h2", { id: "paths", tabindex: -1 }, "Where packets go"),
    tag(
      "form",
      { class: "tools", id: "search-form", role: "search" },
      tag(
        "label",
        {},
        "Address, prefix or name ",
        tag("input", { id: "search", type: "search", autocomplete: "off", placeholder: "10.0.1.4" }),
      ),
      tag("label", {}, "Outcome ", tag("select", { id: "outcome" }, ...outcomes)),
      tag("span", { id: "found", class: "soft", role: "status" }),
    ),
    table(["Outcome", "To", "From", "Over", "Why, and when something is lost"], [], "rows", "paths"),
    tag("button", { id: "more", type: "button", hidden: true }, "Show more"),
  );
}

function notesSection({ notes }: Shown): string {
  if (notes.length === 0) {
    return "";
  }
  const lines = notes.map((note) => tag("li", {}, text(plain(note))));
  return tag("section", {}, tag("h2", {}, "What to know of this"), tag("ul", { class: "plain" }, ...lines));
}
