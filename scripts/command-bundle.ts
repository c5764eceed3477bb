import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const ROOT = join(__dirname, "..");
const CLI = join(ROOT, "cli");

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
    entryPoints: ["main", "wanproof", ...commands()].map((name) => join(CLI, `${name}.ts`)),
    outbase: CLI,
    outdir: folder,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: OUTSIDE,
    logLevel: "warning",
  });
  writeFileSync(
    join(folder, "third-party.txt"),
    `${BUNDLED}\n\n${readFileSync(join(ROOT, "node_modules", BUNDLED, "LICENSE"), "utf8")}`,
  );
}

/** Loaded where it is needed, from another file of the command or from a package beside it. */
const OUTSIDE = [
  "./wanproof",
  "./run/*",
  "wanproof/package.json",
  "ip-num",
  "yaml",
  "zod",
  "cdktf",
  "constructs",
  "@cdktf/*",
];

/** A command is a file in `run/` that has the name of one beside `wanproof.ts`. */
function commands(): string[] {
  const beside = new Set(readdirSync(CLI));
  return readdirSync(join(CLI, "run"))
    .filter((name) => beside.has(name))
    .map((name) => join("run", name.replace(/\.ts$/, "")));
}
