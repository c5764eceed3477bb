/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/**
 * Reads a small part of XML 1.0: elements, attributes and character references.
 * @throws Error where the text isn't well-formed, or holds a character that XML forbids
 */
export function readXml(text: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) {
    throw new Error("a character that XML forbids");
  }
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  let at = 0;
  for (const tag of body.matchAll(/<[^>]*>/g)) {
    const parent = top(open);
    parent.text += unescaped(body.slice(at, tag.index));
    at = tag.index + tag[0].length;
    enter(open, tag[0]);
  }
  const [element, ...more] = root.children;
  if (element === undefined || more.length > 0 || open.length !== 1 || body.slice(at).trim() !== "") {
    throw new Error("not one element that is closed");
  }
  return element;
}

/** All elements of a name, wherever they are. */
export function elementsNamed(element: Element, name: string): Element[] {
  const inner = element.children.flatMap((child) => elementsNamed(child, name));
  return element.name === name ? [element, ...inner] : inner;
}

function enter(open: Element[], tag: string): void {
  const close = /^<\/([a-z-]+)>$/.exec(tag);
  if (close !== null) {
    if (open.pop()?.name !== close[1]) {
      throw new Error(`${tag} closes nothing`);
    }
    return;
  }
  const start = /^<([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/.exec(tag);
  if (start === null) {
    throw new Error(`${tag} is no tag`);
  }
  const [, name = "", attributes = "", end] = start;
  const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
    key,
    unescaped(value),
  ]);
  const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
  top(open).children.push(element);
  if (end === "") {
    open.push(element);
  }
}

function top(open: readonly Element[]): Element {
  const last = open.at(-1);
  if (last === undefined) {
    throw new Error("more is closed than was opened");
  }
  return last;
}

function unescaped(text: string): string {
  if (/[<>]|&(?!#\d+;)/.test(text)) {
    throw new Error(`${text} is no character data`);
  }
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
