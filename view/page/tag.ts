import { xmlText } from "../../text/xml";

/** An element of HTML. What its attributes hold is text; its content is markup already. */
export function tag(
  name: string,
  attributes: { readonly [name: string]: string | number | true | undefined },
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [value === true ? ` ${key}` : ` ${key}="${xmlText(String(value))}"`],
  );
  const start = `<${name}${written.join("")}>`;
  return VOID.has(name) ? start : `${start}${content.join("")}</${name}>`;
}

const VOID = new Set(["meta", "input", "br"]);

/** A text as HTML holds it. */
export function text(value: string): string {
  return xmlText(value);
}
