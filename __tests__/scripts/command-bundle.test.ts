import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCommand } from "../../scripts/command-bundle";

const folder = mkdtempSync(join(tmpdir(), "wanproof-bundle-"));
beforeAll(() => writeCommand(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each file may take, in kB. The command starts as fast as its files are small; CHANGELOG.md says when one is raised. */
const MOST: Readonly<Record<string, number>> = {
  "main.js": 2,
  "wanproof.js": 60,
  "run/check.js": 685,
  "run/device.js": 380,
  "run/explain.js": 450,
  "run/formats.js": 160,
  "run/graphviz.js": 830,
  "run/intent.js": 420,
  "run/ip-num.js": 50,
  "run/lab.js": 560,
  "run/network.js": 250,
  "run/routes.js": 460,
  "run/synth.js": 870,
  "run/test-files.js": 420,
  "run/verify.js": 690,
  "run/view.js": 800,
  "run/yaml.js": 130,
  "run/zod.js": 500,
  "third-party.txt": 18,
};

test("the command is a file that starts it, one for all options, one for each command and each package, and keeps to its budget", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  const sizes = files.map((name): [string, number] => [name, statSync(join(folder, name)).size / 1000]);
  expect(files.sort()).toEqual(Object.keys(MOST).sort());
  expect(sizes.filter(([name, size]) => size > (MOST[name] ?? 0))).toEqual([]);
});

test("it is plain ASCII, which Node.js reads faster than anything else", () => {
  const files = Object.keys(MOST).filter((name) => name.endsWith(".js"));
  expect(files.filter((name) => /[^\0-\x7f]/.test(readFileSync(join(folder, name), "utf8")))).toEqual([]);
});

test("a check has no examples of rules, and no format but text", () => {
  const check = readFileSync(join(folder, "run/check.js"), "utf8");
  const formats = readFileSync(join(folder, "run/formats.js"), "utf8");
  for (const words of ["The wrong form can't be written.", "semanticVersion"]) {
    expect([words, check.includes(words), formats.includes(words)]).toEqual([words, false, true]);
  }
});
