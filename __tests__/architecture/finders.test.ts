import { type Graph, ringsIn, wayTo } from "./graph";
import { importsIn, type Way } from "./imports";
import { faultsOfRooms, forbiddenArrows, roomsIn } from "./rooms";

/** A graph as pairs of a file and what it needs: `"a b c"` for a file that needs two at once. */
function graphFrom(...lines: readonly string[]): Graph {
  return new Map(
    lines.map((line) => {
      const [file = "", ...needs] = line.split(" ");
      return [file, needs.map((need) => arrowFrom(need))];
    }),
  );
}

/** `x:types` is needed for its types alone, `x:later` when it is asked for. */
function arrowFrom(need: string): { readonly to: string; readonly way: Way } {
  const [to = "", way] = need.split(":");
  return { to, way: way === "types" || way === "later" ? way : "at once" };
}

describe("imports are found however they are written", () => {
  test.each<[string, readonly [string, Way][]]>([
    ['import { a } from "./a";', [["./a", "at once"]]],
    ['import a from "./a";', [["./a", "at once"]]],
    ['import "./a";', [["./a", "at once"]]],
    ['import a = require("./a");', [["./a", "at once"]]],
    ['import type { A } from "./a";', [["./a", "types"]]],
    ['import type * as A from "./a";', [["./a", "types"]]],
    ['import { type A, type B } from "./a";', [["./a", "types"]]],
    ['import { type A, b } from "./a";', [["./a", "at once"]]],
    ['export { a } from "./a";', [["./a", "at once"]]],
    ['export * from "./a";', [["./a", "at once"]]],
    ['export * as a from "./a";', [["./a", "at once"]]],
    ['export type * from "./a";', [["./a", "types"]]],
    ['export type { A } from "./a";', [["./a", "types"]]],
    ['type A = typeof import("./a");', [["./a", "types"]]],
    ['type A = import("./a").A;', [["./a", "types"]]],
    ['const a = (): typeof A => require("./a");', [["./a", "later"]]],
    ['const a = async () => await import("./a");', [["./a", "later"]]],
    ["const a = require(name);", [["?", "later"]]],
    ['const { version } = require("wanproof/package.json");', []],
    ["const { version } = require(`${name}/package.json`);", []],
    ["const a = import(`./${name}`);", [["?", "later"]]],
    ['const a = "import b from \'./b\'"; // import "./c"', []],
    ["export const a = 1; export { a as b };", []],
  ])("%s", (source, imports) => {
    expect(importsIn(source).map(({ specifier, way }) => [specifier, way])).toEqual(imports);
  });
});

describe("rings are found", () => {
  test.each<[string, Graph, readonly (readonly string[])[]]>([
    ["none among files that only share what they need", graphFrom("a b c", "b d", "c d", "d"), []],
    ["a file that needs itself", graphFrom("a a"), [["a", "a"]]],
    ["two files", graphFrom("a b", "b a"), [["a", "b", "a"]]],
    ["with types, and with what is loaded later", graphFrom("a b:types", "b c:later", "c a"), [["a", "b", "c", "a"]]],
    [
      "the shortest one of a file",
      graphFrom("a b", "b c d", "c d", "d a"),
      [
        ["a", "b", "d", "a"],
        ["c", "d", "a", "b", "c"],
      ],
    ],
    ["behind files that are in none", graphFrom("a b", "b c", "c b", "d c"), [["b", "c", "b"]]],
    [
      "each of several",
      graphFrom("a b", "b a", "c d", "d c"),
      [
        ["a", "b", "a"],
        ["c", "d", "c"],
      ],
    ],
  ])("%s", (_, graph, rings) => {
    expect(ringsIn(graph)).toEqual(rings);
  });
});

test("the way to something is the shortest one, along the arrows that count", () => {
  const graph = graphFrom("a b c:types", "b d", "c cdktf", "d cdktf:later");
  const isPeer = (name: string) => name === "cdktf";
  expect(wayTo(graph, "a", isPeer)).toEqual(["a", "c", "cdktf"]);
  expect(wayTo(graph, "a", isPeer, ["at once", "later"])).toEqual(["a", "b", "d", "cdktf"]);
  expect(wayTo(graph, "a", isPeer, ["at once"])).toBeUndefined();
});

describe("the table of rooms", () => {
  const PAGE = `# House

| folder | what lives there | may import |
|---|---|---|
| \`ground/\` | \`things\` | \`ip-num\` |
| \`net/\` | the model | \`ground/\`, types of \`zod\` |
| \`net/facts/\` | facts | \`net/\` |
| \`top/\` | all | \`net/facts/\`, \`net/read.ts\`, types of \`ground/\` |

| folder | other |
`;
  const rooms = roomsIn(PAGE);

  test("is read from Markdown", () => {
    expect(rooms.map(({ folder, mayImport }) => [folder, ...mayImport.map(({ of }) => of)])).toEqual([
      ["ground/", "ip-num"],
      ["net/", "ground/", "zod"],
      ["net/facts/", "net/"],
      ["top/", "net/facts/", "net/read.ts", "ground/"],
    ]);
    expect(roomsIn("# Nothing")).toEqual([]);
    expect(faultsOfRooms(rooms)).toEqual([]);
  });

  test("may not point upward, to itself, or to a room that isn't there", () => {
    const leave = (of: string) => ({ of, onlyTypes: false });
    expect(
      faultsOfRooms([
        { folder: "a/", mayImport: [leave("b/"), leave("a/")] },
        { folder: "b/", mayImport: [leave("a/x.ts"), leave("c/"), leave("b/x.ts"), leave("zod")] },
      ]),
    ).toEqual([
      "a/ names b/, which is no room above it",
      "a/ names a/, which is no room above it",
      "b/ names c/, which is no room above it",
      "b/ names b/x.ts, which is no room above it",
    ]);
  });

  test.each([
    ["within a room, and as the row says", "top/x.ts top/y.ts net/facts/a.ts net/read.ts ground/a.ts:types", []],
    ["upward", "ground/a.ts net/a.ts", ["ground/a.ts -> net/a.ts: ground/ may not import net/"]],
    [
      "upward for types",
      "net/a.ts net/facts/a.ts:types",
      ["net/a.ts -> net/facts/a.ts: net/ may not import types of net/facts/"],
    ],
    ["upward when it is asked for", "net/a.ts top/a.ts:later", ["net/a.ts -> top/a.ts: net/ may not import top/"]],
    [
      "another file of a room than the one that is named",
      "top/a.ts net/a.ts",
      ["top/a.ts -> net/a.ts: top/ may not import net/"],
    ],
    ["more than types", "net/a.ts zod", ["net/a.ts -> zod: net/ may not import zod"]],
    ["a package", "net/facts/a.ts cdktf", ["net/facts/a.ts -> cdktf: net/facts/ may not import cdktf"]],
    ["a file outside of all rooms", "net/a.ts bench/a.ts", ["net/a.ts -> bench/a.ts: net/ may not import bench/a.ts"]],
    ["a file in no room", "attic/a.ts", ["attic/a.ts is in no room of the table"]],
  ])("an arrow %s", (_, line, faults) => {
    expect(forbiddenArrows(graphFrom(line), rooms)).toEqual(faults);
  });
});
