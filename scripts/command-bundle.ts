import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const ROOT = join(__dirname, "..");
const CLI = join(ROOT, "cli");

const FILES = [
  "main",
  "wanproof",
  "run/check",
  "run/device",
  "run/explain",
  "run/formats",
  "run/intent",
  "run/lab",
  "run/network",
  "run/routes",
  "run/synth",
  "run/test-files",
  "run/verify",
  "run/view",
];

/** A file each, beside the commands: one that needs none of them doesn't read them. */
const PACKAGES = ["ip-num", "yaml", "zod"];

/** Graphviz is a module, which only `import()` brings into a command, and that wants the whole name of a file. */
const GRAPHVIZ = "@hpcc-js/wasm-graphviz";
const GRAPHVIZ_FILE = "graphviz";

/** Go into the command, which needs no installed package; their licences go along. */
const BUNDLED = ["commander", ...PACKAGES, GRAPHVIZ];

/**
 * Writes the command as it is installed, minified: `main.js`, which starts it, `wanproof.js` with the options of all
 * commands, and in `run/` a file for each command that has all that this one needs.
 *
 * @param folder `dist/cli` of the package
 */
export function writeCommand(folder: string): void {
  buildSync({
    ...OPTIONS,
    entryPoints: FILES.map((name) => join(CLI, `${name}.ts`)),
    outbase: CLI,
    outdir: folder,
    external: [
      "./wanproof",
      "./run/*",
      "./formats",
      ...PACKAGES.map(besideCommands),
      `./${GRAPHVIZ_FILE}.js`,
      "cdktf",
      "constructs",
      "@cdktf/*",
      "@cdktn/hcl2json",
    ],
    alias: {
      ...Object.fromEntries(PACKAGES.map((name) => [name, besideCommands(name)])),
      [GRAPHVIZ]: `./${GRAPHVIZ_FILE}.js`,
      ...VERSION,
    },
  });
  buildSync({
    ...OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: [...PACKAGES.map((name) => ({ in: name, out: name })), { in: GRAPHVIZ, out: GRAPHVIZ_FILE }],
    outdir: join(folder, "run"),
  });
  writeFileSync(join(folder, "third-party.txt"), BUNDLED.map(licenceOf).join("\n"));
}

const OPTIONS = {
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
} as const;

function besideCommands(name: string): string {
  return `./${name}`;
}

/** The version is written into the command: looking for it takes as long as reading all options. */
const VERSION = { "wanproof/package.json": join(ROOT, "package.json") };

function licenceOf(name: string): string {
  const folder = join(ROOT, "node_modules", name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) {
    throw new Error(`${name} has no file with its licence`);
  }
  return `${name}\n\n${readFileSync(join(folder, file), "utf8")}`;
}
