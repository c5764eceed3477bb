import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

test("every code that a route can have in JSON has a row in docs/routing.md, and no other has", () => {
  const schema = JSON.parse(readFileSync(join(ROOT, "schema/routes.schema.json"), "utf8"));
  const docs = readFileSync(join(ROOT, "docs/routing.md"), "utf8");
  const [, section = ""] = /### Codes\n([\s\S]*?)\n## /.exec(docs) ?? [];

  expect([...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code)).toEqual(schema.$defs.reason.enum);
});
