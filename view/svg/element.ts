import { xmlText } from "../../text/xml";

/** An element. Whatever its attributes hold is text, and never markup. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number | undefined },
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${inAttribute(String(value))}"`],
  );
  const inner = content.join("");
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

/** Whoever reads an attribute takes a bare line break in it for a space. */
function inAttribute(text: string): string {
  return xmlText(text).replaceAll("\n", "&#10;");
}

/** A text at a place. */
export function textAt(x: number, y: number, text: string, className?: string): string {
  return element("text", { x, y, class: className }, xmlText(text));
}
