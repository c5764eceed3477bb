import { readFileSync, writeFileSync } from "node:fs";
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
  "run/network",
  "run/routes",
  "run/synth",
];

/** Goes into the bundle, so that nobody has to install it; its licence goes along. */
const BUNDLED = "commander";

/**
 * Writes the command as it is installed, minified: `main.js`, which starts it, `wanproof.js` with the options of all commands, and in
 * `run/` a file for each command that has all that this one needs.
 *
 * @param folder `dist/cli` of the package
 */
export function writeCommand(folder: string): void {
  buildSync({
    entryPoints: FILES.map((name) => join(CLI, `${name}.ts`)),
    outbase: CLI,
    outdir: folder,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: OUTSIDE,
    alias: INSTEAD,
    logLevel: "warning",
  });
  writeFileSync(
    join(folder, "third-party.txt"),
    `${BUNDLED}\n\n${readFileSync(join(ROOT, "node_modules", BUNDLED, "LICENSE"), "utf8")}`,
  );
}

/** Loaded where it is needed, from another file of the command or from a package beside it. */
const OUTSIDE = ["./wanproof", "./run/*", "./formats", "ip-num", "yaml", "zod", "cdktf", "constructs", "@cdktf/*"];

/** The version is written into the bundle: looking for it takes as long as reading all options. */
const INSTEAD = { "wanproof/package.json": join(ROOT, "package.json") };
