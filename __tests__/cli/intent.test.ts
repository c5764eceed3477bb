import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { BuiltCommand } from "./built-command";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("plain.tf.json", changed(SOUND, { network_intent: undefined }));
  wanproof.write("edge.json", { value: [{ network: "10.31.0.0/16", path: "65020" }] });
  wanproof.write("heard.json", { value: [{ prefix: "10.31.16.0/20", asPath: "65032" }] });
});
afterAll(() => wanproof.remove());

const OBSERVE = ["intent", "observe", "plain.tf.json", "--azure", "edge.json", "inbound:con-bergen=heard.json"];
const fileOf = (name: string) => readFileSync(join(wanproof.folder, name), "utf8");

describe("wanproof intent", () => {
  test("begins a file that check takes, and never replaces one", () => {
    const { code, out, err } = wanproof.run(["intent", "init", "plain.tf.json", "-o", "begun.yaml"]);
    expect([code, out, err]).toEqual([0, "Intent is in begun.yaml\n", ""]);
    expect(fileOf("begun.yaml")).toBe(wanproof.run(["intent", "init", "plain.tf.json"]).out);
    expect(wanproof.run(["check", "plain.tf.json", "--intent", "begun.yaml"]).code).toBe(3);
    expect(wanproof.run(["intent", "init", "plain.tf.json", "-o", "begun.yaml"])).toEqual({
      code: 2,
      out: "",
      err: "wanproof: begun.yaml: is there already, and a skeleton would replace it: name another file\n",
    });
  });

  test("fills in a file that was begun, with its comments, so that check can decide", () => {
    wanproof.run(["intent", "init", "plain.tf.json", "-o", "filled.yaml"]);
    const { code, out, err } = wanproof.run([...OBSERVE, "-o", "filled.yaml"]);
    expect([code, out]).toEqual([0, "Intent is in filled.yaml\n"]);
    expect(err).toMatch(/^Azure doesn't know what on-premises routers prefer/);
    const text = fileOf("filled.yaml");
    expect(text).toContain("# What is advertised over each ExpressRoute connection, exactly.");
    expect(text).toContain("advertises: [10.31.0.0/16]");
    expect(text).toContain("advertises: [10.31.16.0/20]");
    const checked = wanproof.run(["check", "plain.tf.json", "--intent", "filled.yaml", "--format", "json"]);
    const { findings } = JSON.parse(checked.out);
    expect(findings.filter(({ rule }: { rule: string }) => rule === "encrypted-to-onprem")).toEqual([]);
  });

  test("says in a line what is wrong", () => {
    wanproof.write("broken.yaml", "version: [");
    const { code, out, err } = wanproof.run([...OBSERVE, "-o", "broken.yaml"]);
    expect([code, out, err.startsWith("wanproof: broken.yaml:1:"), fileOf("broken.yaml")]).toEqual([
      2,
      "",
      true,
      "version: [",
    ]);
    expect(wanproof.run(["intent", "observe", "plain.tf.json"])).toEqual({
      code: 2,
      out: "",
      err: expect.stringContaining(
        "wanproof: required option '--azure <file...>' not specified. Usage: wanproof intent",
      ),
    });
  });
});
