import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { labPage } from "../lab/report/page";

// Usage: lab-page.ts check|write NAME=RESULT.json...: whether docs/lab.md has the tables that these runs saw; writes them.
const [mode = "check", ...given] = process.argv.slice(2);
const file = join(__dirname, "../docs/lab.md");
const runs = given.map((one) => {
  const at = one.indexOf("=");
  return { name: one.slice(0, at), result: readFileSync(one.slice(at + 1), "utf8") };
});
const before = readFileSync(file, "utf8");
const after = labPage(before, runs);
if (mode === "write") {
  writeFileSync(file, after);
  process.stdout.write("docs/lab.md has the tables of these runs\n");
} else if (before !== after) {
  process.stderr.write("docs/lab.md has other tables than these runs saw: sudo bash scripts/check-lab.sh write\n");
  process.exitCode = 1;
}
