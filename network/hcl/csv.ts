import type { Attribute } from "../resource";

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** What Terraform's `csvdecode` makes of a text: an object a line, named by the first. Undefined where lines differ in length. */
export function csvDecoded(text: string): readonly Attribute[] | undefined {
  const rows = rowsOf(text);
  const [names, ...lines] = rows ?? [];
  if (names === undefined || new Set(names).size < names.length || lines.some((line) => line.length !== names.length)) {
    return undefined;
  }
  return lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ""])));
}

function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const [whole, quoted, plain = "", end = ""] = FIELD.exec(text) ?? [];
    if (whole === undefined) {
      return undefined;
    }
    const isEmptyLine = row.length === 0 && quoted === undefined && plain === "" && end !== ",";
    if (!isEmptyLine) {
      row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    }
    if (end !== "," || FIELD.lastIndex >= text.length) {
      rows.push(...(row.length === 0 ? [] : [end === "," ? [...row, ""] : row]));
      row = [];
    }
  }
  return rows;
}
