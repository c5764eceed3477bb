import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "./rule-pages";

// Pages are made from the metadata of the rules; a test says when they are stale.
const folder = join(__dirname, "..", "docs", "rules");
const pages = rulePages();
mkdirSync(folder, { recursive: true });
for (const stale of readdirSync(folder).filter((name) => name.endsWith(".md") && !pages.has(name))) {
  rmSync(join(folder, stale));
}
for (const [name, text] of pages) {
  writeFileSync(join(folder, name), text);
}
