import { join } from "node:path";
import { buildSync } from "esbuild";

/** The script of the page that `wanproof view` writes, in one piece, as a module that holds it as a text. */
export function pageScriptModule(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "../view/page/script/main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    charset: "ascii",
    logLevel: "warning",
  });
  const [file] = outputFiles;
  return `// Made by "npm run page-script" of view/page/script/: don't edit it here.\n/** The script of the page. */\nexport const PAGE_SCRIPT =\n  ${JSON.stringify(file?.text.trim() ?? "")};\n`;
}
