import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageScriptModule } from "./page-script";

writeFileSync(join(__dirname, "../view/page/page-script.ts"), pageScriptModule());
