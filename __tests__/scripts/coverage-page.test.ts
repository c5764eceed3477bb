import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LEDGER } from "../../network/ledger/ledger";
import { coveragePage } from "../../scripts/coverage-page";

const page = readFileSync(join(__dirname, "../../docs/coverage.md"), "utf8");

test("docs/coverage.md is what the ledger says now (npm run coverage-page writes it)", () => {
  expect(page).toBe(coveragePage());
});

test("it has a table of each type that is judged", () => {
  const titles = [...page.matchAll(/^### (\S+)$/gm)].map(([, type]) => type);
  expect(titles).toEqual(Object.keys(LEDGER).sort());
});
