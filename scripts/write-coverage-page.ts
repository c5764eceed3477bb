import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { coveragePage } from "./coverage-page";

// The page is made from the ledger; a test says when it is stale.
writeFileSync(join(__dirname, "..", "docs", "coverage.md"), coveragePage());
