import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { textOfFile } from "../../text/text-file";
import { complaintsOf } from "../support/complaints";

const KIND = { noun: "configuration", insteadOfFolder: "name the wanproof.yaml in it" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-text-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("the text of a file is read as it is", () => {
  expect(textOfFile(written("a.yaml", "größe: 1\r\n"), KIND)).toBe("größe: 1\r\n");
});

test.each<[string, () => string, string]>([
  ["no file", () => join(folder, "none.yaml"), "there is no such file"],
  ["a file below a file", () => join(written("b.yaml", ""), "c.yaml"), "there is no such file"],
  ["a folder", () => folder, "is a folder; name the wanproof.yaml in it"],
  ["Latin-1", () => written("d.yaml", Buffer.from([0x67, 0xf6])), "is no UTF-8 text; save it as UTF-8"],
  [
    "far more than anybody writes",
    () => {
      const path = written("e.yaml", "");
      truncateSync(path, 65 * 2 ** 20);
      return path;
    },
    "is 65 MB large, so it is no configuration",
  ],
])("%s is refused, by the name that people gave", (_, path, message) => {
  expect(complaintsOf(() => textOfFile(path(), KIND, "here.yaml"))).toEqual([`here.yaml: ${message}`]);
});
