import { mkdirSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reading } from "../../../../network/input/reading";
import { readBothTimes } from "../../../../network/read/read-inputs";
import { saveNetwork } from "../../../../network/read/save-network";
import { checkNetwork } from "../../../../policies/gate";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../../../../stacks";
import { folderOfItsOwn } from "../../../stacks/terraform";
import { WRITTEN_NETWORK } from "../../../support/written-network";
import { hubPlan, regionHcl, regionPlan } from "./region-plans";

const folder = folderOfItsOwn();

/** Saves each of these inputs in a file of its own. */
function savedEach(inputs: readonly string[]): readonly string[] {
  return inputs.map((input, index) => {
    const file = join(folder, `saved-${index}.json`);
    writeFileSync(file, saveNetwork([input]).text);
    return file;
  });
}

function written(files: Readonly<Record<string, object>>): readonly string[] {
  return Object.entries(files).map(([name, content]) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
    return file;
  });
}

/** All that judging says, but for what kind of input it was. */
function judged(inputs: readonly string[]): object {
  const { inputs: read, pathChanges, ...rest } = checkNetwork(inputs);
  return { ...rest, pathChanges: pathChanges?.(), inputs: read.map(({ kind: _, ...input }) => input) };
}

/** A reading, with the lines that are asked for instead of where they are looked up. */
function inOrder({ savedIn: _, ...reading }: Reading): object {
  const resources = reading.resources.map(({ lines, ...resource }) => ({
    ...resource,
    lines: PATHS.map((path) => lines?.lineOf(resource, path)),
  }));
  return { ...reading, resources: resources.sort((a, b) => (a.address < b.address ? -1 : 1)) };
}

const PATHS = [
  "",
  "name",
  "address_prefix",
  "link",
  "link[0]",
  "link[0].bgp[0].asn",
  "link[1].fqdn",
  "vpn_link[0].mode",
  // What intent states of a part is no attribute of it: it is on the line of the block.
  'expressRoute["azurerm_express_route_connection.ams"].advertises[0]',
  'vpn["azurerm_vpn_site.hq"]["over \\"a.b[0]\\""].advertises[0]',
  "tags[0",
];

function bothTimes(inputs: readonly string[]): object {
  const { after, before } = readBothTimes(inputs);
  return {
    after: after.map(inOrder),
    before: before?.map(inOrder),
  };
}

describe("a saved network is what it was made of", () => {
  it.each<readonly [string, Readonly<Record<string, object>>]>([
    ["one plan of a region", { "weu.json": regionPlan(1) }],
    ["plans of two regions in one WAN", { "weu.json": regionPlan(1), "neu.json": regionPlan(2) }],
    ["regions that overlap", { "weu.json": regionPlan(1), "neu.json": regionPlan(1) }],
    ["a hub in one state and what is connected to it in another", { "hub.json": hubPlan(), "weu.json": regionPlan(1) }],
    ["configuration", { "all.tf.json": WRITTEN_NETWORK }],
    ["configuration beside a plan", { "all.tf.json": WRITTEN_NETWORK, "weu.json": regionPlan(3) }],
  ])("%s", (_, files) => {
    const inputs = written(files);
    const saved = savedEach(inputs);
    expect(judged(saved)).toEqual(judged(inputs));
    expect(bothTimes(saved)).toEqual(bothTimes(inputs));
  });

  it.each(["encrypted", "fail-closed", "two-regions", "brownfield"])("examples/%s", (example) => {
    const outdir = join(folder, example);
    const app = new NetworkApp({ outdir, onReport: () => undefined });
    addNetworkStacks(app, readNetworkFile(join(__dirname, "../../../../examples", example, "network.yaml")));
    app.synth();
    const saved = savedEach([outdir]);
    expect(judged(saved)).toEqual(judged([outdir]));
    expect(bothTimes(saved)).toEqual(bothTimes([outdir]));
  });

  test("the lines of a person's own files, which are not at hand any more", () => {
    const inputs = written({ "lined/weu.json": regionPlan(1) });
    const hcl = regionHcl();
    const main = join(folder, "lined", "main.tf");
    writeFileSync(main, hcl);
    const before = bothTimes(inputs);
    const saved = savedEach(inputs);
    unlinkSync(main);
    expect(bothTimes(saved)).toEqual(before);
    const site = readBothTimes(saved).after.flatMap(({ resources }) =>
      resources.filter(({ address }) => address === "azurerm_vpn_site.hq"),
    );
    const lines = site.map((resource) => PATHS.map((path) => resource.lines?.lineOf(resource, path)?.line));
    expect(lines).toEqual([[13, 14, 13, 16, 16, 20, 16, 13, 13, 13, 13]]);
  });

  test("the same inputs give the same bytes, and a saved network saved again does too", () => {
    const inputs = written({ "weu.json": regionPlan(1), "neu.json": regionPlan(2) });
    const { text } = saveNetwork(inputs);
    expect(saveNetwork(inputs).text).toBe(text);
    const file = join(folder, "again.json");
    writeFileSync(file, text);
    expect(saveNetwork([file]).text).toBe(text);
  });

  test("plans that are all called plan.json are told apart by the saved networks they are in", () => {
    const files = ["weu", "neu"].map((region, index) => {
      const [plan = ""] = written({ "plan.json": regionPlan(index + 1) });
      const file = join(folder, `${region}.json`);
      writeFileSync(file, saveNetwork([plan]).text);
      return file;
    });
    const { inputs, findings } = checkNetwork(files);
    const plan = join(folder, "plan.json");
    expect(inputs.map(({ path, kind }) => [path, kind])).toEqual(files.map((file) => [`${file}:${plan}`, "network"]));
    expect(findings.every(({ input }) => files.some((file) => input === `${file}:${plan}`))).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
  });

  test("nothing of what other types of resources hold is saved, and no secret", () => {
    const [plan = ""] = written({ "weu.json": regionPlan(1) });
    const { text, inputs } = saveNetwork([plan]);
    expect(text).not.toMatch(/correct horse|not-for-anyone|azurerm_storage_account/);
    expect(inputs).toEqual([{ path: plan, kind: "plan", resources: 7, total: 8 }]);
  });
});
