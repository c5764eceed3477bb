import { labelSize } from "../../dot/sizes";
import { labelOf, type State, stateOfWays, type Tally, type Way, WORDS } from "../../state/state";
import { signId } from "../../svg/glyphs";
import type { PageData } from "../page-data";
import { byId, make } from "./elements";

/** The pictures of the page: one is shown, and others open from it. */
export class Pictures {
  private readonly stage = byId("stage");
  private readonly trail: string[] = [];
  private scale = 0;
  private isFitted = true;
  private tally: Tally | undefined;

  constructor(
    private readonly data: PageData,
    private readonly first: string,
    private readonly onChoose: (item: string) => void,
  ) {
    this.stage.addEventListener("click", ({ target }) => this.chosen(target));
    this.stage.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        this.chosen(event.target);
      }
    });
    byId("zoom-in").addEventListener("click", () => this.zoom(1.25));
    byId("zoom-out").addEventListener("click", () => this.zoom(0.8));
    byId("zoom-fit").addEventListener("click", () => this.zoom(0));
    byId("back").addEventListener("click", () => this.back());
    this.keepFirst();
    this.trail.push(first);
    this.shown();
  }

  /** Shows a picture; the one before it is a step back. */
  open(id: string): void {
    if (this.trail.at(-1) !== id) {
      this.trail.push(id);
      this.show(id);
    }
  }

  /** Shows that picture which holds an item, and where it stands there. */
  reveal(item: string): void {
    const holder = this.find(item) === null ? this.pictureWith(item) : undefined;
    if (holder !== undefined) {
      this.open(holder);
    }
    for (const lit of this.stage.querySelectorAll(".lit")) {
      lit.classList.remove("lit");
    }
    const found = this.find(item);
    found?.classList.add("lit");
    found?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Keeps the picture as wide as there is room, unless somebody chose how large it is. */
  refit(): void {
    if (this.isFitted) {
      this.zoom(0);
    }
  }

  /** Draws every line and place in the state that the answers give it. */
  redraw(tally: Tally): void {
    this.tally = tally;
    for (const element of this.stage.querySelectorAll("[data-ways]")) {
      redrawElement(element, tally);
    }
  }

  /** The first picture is on the page without a script too; the others are in templates. */
  private keepFirst(): void {
    const template = document.createElement("template");
    template.id = this.first;
    template.className = "picture-of";
    template.content.append(...[...this.stage.children].map((one) => one.cloneNode(true)));
    this.stage.after(template);
  }

  private find(item: string): Element | null {
    return this.stage.querySelector(`[data-item="${item}"]`);
  }

  private pictureWith(item: string): string | undefined {
    const all = document.querySelectorAll("template.picture-of");
    const found = [...all].find(
      (one) => one instanceof HTMLTemplateElement && one.content.querySelector(`[data-item="${item}"]`) !== null,
    );
    return found?.id;
  }

  private back(): void {
    this.trail.pop();
    this.show(this.trail.at(-1) ?? this.first);
  }

  private show(id: string): void {
    const template = document.getElementById(id);
    if (template instanceof HTMLTemplateElement) {
      this.stage.replaceChildren(template.content.cloneNode(true));
      this.shown();
    }
    if (this.tally !== undefined) {
      this.redraw(this.tally);
    }
  }

  private shown(): void {
    const kinds = new Map(this.data.items.map(({ id, kind }) => [id, kind]));
    for (const element of this.stage.querySelectorAll("[data-item]")) {
      makeChoosable(element, kinds.get(element.getAttribute("data-item") ?? "") ?? "");
    }
    const title = this.stage.querySelector("svg > title")?.textContent ?? "";
    byId("picture-title").replaceChildren(make("span", "", title));
    byId("back").hidden = this.trail.length < 2;
    this.zoom(0);
  }

  private chosen(target: EventTarget | null): void {
    const element = target instanceof Element ? target.closest("[data-item]") : null;
    const opens = element?.getAttribute("data-opens");
    const item = element?.getAttribute("data-item");
    if (opens) {
      this.open(opens);
    }
    if (item) {
      this.onChoose(item);
    }
  }

  /** @param factor 0: as wide as the page, and never larger than drawn */
  private zoom(factor: number): void {
    const svg = this.stage.querySelector("svg");
    const width = svg?.viewBox.baseVal.width ?? 0;
    this.isFitted = factor === 0;
    const fit = Math.min(1, (this.stage.clientWidth - 4) / width);
    this.scale = factor === 0 ? Math.max(fit, LEAST) : Math.min(4, Math.max(fit / 2, this.scale * factor));
    if (svg !== null) {
      svg.style.width = `${Math.round(width * this.scale)}px`;
    }
  }
}

/** Below this nobody reads a name any more: a small screen scrolls instead. */
const LEAST = 0.55;

const STATES: readonly State[] = ["encrypted", "clear", "undecided", "unprotected", "idle"];

/** A place that can be chosen says what it is: all that is seen of it, and its state. */
function makeChoosable(element: Element, kind: string): void {
  const seen = [...element.querySelectorAll("text")].map((text) => text.textContent ?? "");
  const opening = element.hasAttribute("data-opens") ? ", opens its picture" : "";
  const state = STATES.find((one) => element.classList.contains(one));
  const label = `${[kind, ...seen].join(" ").trim()}${opening}${state === undefined ? "" : `; ${WORDS[state]}`}`;
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", label);
}

function redrawElement(element: Element, tally: Tally): void {
  const ways = waysIn(element.getAttribute("data-ways") ?? "");
  const state = stateOfWays(ways, tally);
  element.classList.remove(...STATES);
  element.classList.add(state);
  const kind = element.getAttribute("data-kind");
  const words = kind === "tunnel" || kind === "circuit" ? labelOf(kind, ways, tally) : WORDS[state];
  element.querySelector(".sign")?.setAttribute("href", `#${signId(state)}`);
  const title = element.querySelector("title");
  if (title !== null) {
    title.textContent = `${(title.textContent ?? "").replace(/: [^:]*$/, "")}: ${words}`;
  }
  const label = element.getAttribute("aria-label");
  if (label !== null) {
    element.setAttribute("aria-label", label.replace(/; [^;]*$/, `; ${words}`));
  }
  relabel(element.querySelector(".label"), words);
}

function relabel(label: Element | null, words: string): void {
  const [text, frame] = [label?.querySelector("text"), label?.querySelector("rect")];
  if (text && frame) {
    text.textContent = words;
    frame.setAttribute("width", String(labelSize(words).width));
  }
}

/** `3 4?`: by number, and whether it is certain that they are there. */
function waysIn(written: string): Way[] {
  return written.split(" ").map((one) => ({ way: one.replace("?", ""), isDoubtful: one.endsWith("?") }));
}
