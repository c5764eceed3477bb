/** An element of the page that is surely there. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}

/** A new element with texts or elements in it. What is given as text stays text. */
export function make(name: string, className: string, ...content: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") {
    element.className = className;
  }
  element.append(...content);
  return element;
}

/** The value of a field of a form. */
export function fieldValue(id: string): string {
  const field = byId(id);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : "";
}

/** The sign and the word of a state or an outcome. */
export function signed(state: string, word: string): HTMLElement {
  const sign = make("span", `sign ${state}`, SIGNS[state] ?? "");
  sign.setAttribute("aria-hidden", "true");
  return make("span", `state ${state}`, sign, ` ${word}`);
}

const SIGNS: { readonly [state: string]: string } = {
  encrypted: "\u25a0",
  clear: "\u25b2",
  undecided: "?",
  unprotected: "\u25cb",
  dropped: "\u00d7",
  inside: "\u2022",
  idle: "\u2013",
};
