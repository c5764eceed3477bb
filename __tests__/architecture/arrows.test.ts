import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ringsIn, wayTo } from "./graph";
import { UNTOLD } from "./imports";
import { faultsOfRooms, forbiddenArrows, roomsIn } from "./rooms";
import { graphOf, ROOT } from "./source-files";

// Who may import whom is in the table of docs/architecture.md, and nowhere else.
const ROOMS = roomsIn(readFileSync(join(ROOT, "docs", "architecture.md"), "utf8"));
const FOLDERS = [...new Set(ROOMS.map(({ folder }) => folder.split("/")[0] ?? ""))];
const GRAPH = graphOf(FOLDERS);

const GATE = ["address", "text", "network", "routes", "paths", "test-files", "policies", "device", "lab", "view"];
const PEERS: ReadonlySet<string> = new Set(["cdktf", "constructs", "@cdktf/provider-azurerm"]);

const below = (...folders: readonly string[]) =>
  [...GRAPH.keys()].filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));
const drawn = (ways: readonly (readonly string[] | undefined)[]) => ways.flatMap((way) => way?.join(" -> ") ?? []);

test("the table has a row for every folder that holds sources, ground floor first", () => {
  expect(FOLDERS).toEqual([
    "address",
    "text",
    "network",
    "routes",
    "paths",
    "test-files",
    "policies",
    "device",
    "lab",
    "view",
    "lib",
    "stacks",
    "jest",
    "cli",
  ]);
  expect(faultsOfRooms(ROOMS)).toEqual([]);
  expect(ROOMS.filter(({ folder }) => below(folder.slice(0, -1)).length === 0)).toEqual([]);
});

test("every import can be told from the source", () => {
  expect([...GRAPH].flatMap(([file, arrows]) => (arrows.some(({ to }) => to === UNTOLD) ? [file] : []))).toEqual([]);
});

test("arrows run downward only, as the table says", () => {
  expect(forbiddenArrows(GRAPH, ROOMS)).toEqual([]);
});

test("no files form a ring", () => {
  expect(drawn(ringsIn(GRAPH))).toEqual([]);
});

test("nothing that judges needs cdktf, constructs or a provider, not even their types", () => {
  const commands = below("cli").filter((file) => !/^cli\/(?:main|wanproof|synth|run\/synth)/.test(file));
  const ways = [...below(...GATE), ...commands].map((file) => wayTo(GRAPH, file, (name) => PEERS.has(name)));
  expect(drawn(ways)).toEqual([]);
});

test("the command starts without any of them", () => {
  expect(wayTo(GRAPH, "cli/wanproof.ts", (name) => PEERS.has(name), ["at once"])).toBeUndefined();
});

test("a check loads zod and yaml only where something has to be read with them", () => {
  const slow = (name: string) => name === "zod" || name === "yaml";
  const loaded = ["cli/wanproof.ts", "cli/run/check.ts", "cli/run/routes.ts", "cli/run/network.ts"];
  expect(drawn(loaded.map((file) => wayTo(GRAPH, file, slow, ["at once"])))).toEqual([]);
});
