import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AS_PLANNED, OVER_EXPRESSROUTE, ROUTES } from "../device/verify/observed";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { WanproofHere } from "./wanproof-here";

let wanproof: WanproofHere;
beforeAll(() => {
  wanproof = new WanproofHere();
  wanproof.write("sound.tf.json", SOUND);
  wanproof.write("off.tf.json", changed(SOUND, { "azurerm_virtual_wan.wan.disable_vpn_encryption": true }));
});
afterAll(() => wanproof.remove());

test("a picture goes to stdout, or to a file and nothing beside it", async () => {
  const shown = await wanproof.run(["view", "sound.tf.json", "--format", "svg"]);
  const written = await wanproof.run(["view", "sound.tf.json", "-o", "a.svg"]);

  expect([shown.code, shown.err, written]).toEqual([0, "", { code: 0, out: "", err: "" }]);
  expect(readFileSync(join(wanproof.folder, "a.svg"), "utf8")).toBe(shown.out);
  expect(readdirSync(wanproof.folder).sort()).toEqual(["a.svg", "off.tf.json", "sound.tf.json"]);
});

test("a network that is wrong is drawn all the same", async () => {
  const { code, out } = await wanproof.run(["view", "off.tf.json", "--format", "svg"]);
  expect([code, out.startsWith("<svg")]).toEqual([0, true]);
});

test.each([
  ["an input is not overwritten", ["-o", "sound.tf.json"], "is an input, which a picture would overwrite"],
  ["a folder that isn't there is said", ["-o", "no/a.svg"], "there is no folder no"],
])("%s", async (_case, args, words) => {
  const { code, out, err } = await wanproof.run(["view", "sound.tf.json", ...args]);
  expect([code, out, err.includes(words)]).toEqual([2, "", true]);
});

test("an input that can't be read ends with 2 and draws nothing", async () => {
  const { code, out } = await wanproof.run(["view", "nowhere.tf.json", "-o", "b.svg"]);
  expect([code, out, readdirSync(wanproof.folder).includes("b.svg")]).toEqual([2, "", false]);
});

test.each([
  ["a.html", "<!doctype html>"],
  ["a.drawio", "<mxfile"],
  ["a.mmd", "flowchart LR"],
])("a file called %s begins with %s", async (file, start) => {
  const { code } = await wanproof.run(["view", "sound.tf.json", "-o", file]);
  expect([code, readFileSync(join(wanproof.folder, file), "utf8").slice(0, start.length)]).toEqual([0, start]);
});

test("one hub is drawn alone, and one that isn't there is told with near names", async () => {
  const { code, out } = await wanproof.run(["view", "sound.tf.json", "--hub", "hub-sdc", "--format", "mermaid"]);
  const other = await wanproof.run(["view", "sound.tf.json", "--hub", "hub-sd"]);
  expect([code, out.includes("vpngw-sdc")]).toEqual([0, true]);
  expect(other).toEqual({
    code: 2,
    out: "",
    err: "wanproof: --hub hub-sd: there is no such hub; did you mean hub-sdc?\n",
  });
});

describe("what Azure runs, beside what is planned", () => {
  const LEAK = { addressPrefixes: ["10.31.20.0/24"], ...OVER_EXPRESSROUTE };
  const files = Object.keys(AS_PLANNED);
  const headings = (html: string) =>
    [...html.matchAll(/<h2 id="(?:findings|observed)">([^<]*)</g)].map(([, text]) => text);
  const badges = (html: string) => [...html.matchAll(/<span class="verdict \w+">([^<]*)</g)].map(([, text]) => text);
  beforeAll(() => {
    for (const [name, content] of Object.entries(AS_PLANNED)) {
      wanproof.write(name, JSON.stringify(content));
    }
    wanproof.write("leak.json", { value: [...ROUTES, LEAK] });
  });

  test("is told by the page where it is alike", async () => {
    const { code, out } = await wanproof.run(["view", "sound.tf.json", "--azure", ...files]);
    expect([code, badges(out), headings(out)]).toEqual([
      0,
      ["pass", "Azure: pass"],
      ["Findings of what is planned: 7", "What Azure runs (pass): 0"],
    ]);
  });

  test("is told by the page where it differs", async () => {
    const others = files.filter((name) => AS_PLANNED[name] !== undefined && !/route/i.test(name));
    const { code, out } = await wanproof.run(["view", "sound.tf.json", "--azure", ...others, "hub-sdc=leak.json"]);
    expect([code, badges(out)[0], badges(out)[1] === "Azure: pass"]).toEqual([0, "pass", false]);
    expect(out).toContain("10.31.20.0/24");
  });

  test("needs inputs that can be read twice", async () => {
    const { code, err } = await wanproof.run(["view", "-", "--azure", ...files]);
    expect([code, err]).toEqual([2, "wanproof: -: can be read once only: beside --azure, name a file\n"]);
  });
});
