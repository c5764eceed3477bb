/** A block of strongSwan's configuration, printed: its lines, a level further in, between braces. */
export function block(name: string, ...lines: readonly (string | readonly string[])[]): string[] {
  return [`${name} {`, ...lines.flat().map((line) => (line === "" ? "" : `    ${line}`)), "}"];
}

/** Lines as a text that ends with a line break. */
export function textOfLines(...lines: readonly (string | readonly string[])[]): string {
  return `${lines.flat().join("\n")}\n`;
}
