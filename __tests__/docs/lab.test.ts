import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHANGES } from "../../lab/changes/changes";
import { PLUGINS, PROGRAMS } from "../../lab/system/doctor";

const ROOT = join(__dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/lab.md"), "utf8");
const SCRIPT = readFileSync(join(ROOT, "scripts/check-lab.sh"), "utf8");

/** The networks that the script runs, and what must have been seen in each. */
const NETWORKS = [...SCRIPT.matchAll(/^([\w-]+) \S+network.yaml|^([\w-]+) scripts\S+ /gm)].map(([line, a, b]) => ({
  name: a ?? b ?? "",
  line,
}));

/** What the page says of a network, up to the next one. */
function tableOf(name: string): string {
  const [, after = ""] = PAGE.split(`\n### ${name}\n`);
  return after.split(/\n(?:### |<!-- end)/)[0] ?? "";
}

test("the page has a table for every network that the script runs, and all in it is as predicted", () => {
  expect(NETWORKS.map(({ name }) => name)).toEqual(["encrypted", "fail-closed", "equal-prefixes", "leak"]);
  for (const { name } of NETWORKS) {
    const rows = tableOf(name)
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| scenario"));

    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !row.endsWith("| as predicted |"))).toEqual([]);
  }
});

test("packets in the clear were seen where they are predicted, and dropped ones where they must be", () => {
  expect(NETWORKS.map(({ name }) => [name, / \| clear \| clear \| /.test(tableOf(name))])).toEqual([
    ["encrypted", true],
    ["fail-closed", false],
    ["equal-prefixes", true],
    ["leak", true],
  ]);
  expect(tableOf("fail-closed")).toMatch(/^\| All tunnels lost \| [^|]+ \| dropped \| dropped \| as predicted \|$/m);
});

test("the page names every change of a rendered file", () => {
  const [, after = ""] = PAGE.split("\n## What differs from the rendered files\n");
  const section = after.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));

  expect(rows).toHaveLength(CHANGES.length);
  for (const [index, { file, onlyLibipsec }] of CHANGES.entries()) {
    expect(rows[index]).toContain(file.slice(file.lastIndexOf("/") + 1));
    expect(rows[index]).toContain(onlyLibipsec === undefined ? "| always |" : "| kernel-libipsec |");
  }
});

test("the page and the script install what the doctor asks for, but for what every Debian has", () => {
  const wanted = [...PROGRAMS, ...PLUGINS].map((one) => one.package);
  const everywhere = ["iproute2", "util-linux", "procps", "bash"];
  for (const text of [PAGE, SCRIPT]) {
    const missing = wanted.filter((name) => !everywhere.includes(name) && !text.includes(name));
    expect(missing).toEqual([]);
  }
});
