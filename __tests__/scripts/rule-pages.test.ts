import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "../../scripts/rule-pages";

const folder = join(__dirname, "../../docs/rules");

test("docs/rules holds the pages that the rules' metadata makes (npx tsx scripts/write-rule-pages.ts writes them)", () => {
  const written = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), "utf8")]);
  expect(new Map(written.sort())).toEqual(new Map([...rulePages()].sort()));
});

test("the table of rules leads to a page of each", () => {
  const pages = rulePages();
  const links = [...(pages.get("README.md") ?? "").matchAll(/\]\((.+?)\)/g)].map(([, link]) => link);
  expect(links.sort()).toEqual([...pages.keys()].filter((name) => name !== "README.md").sort());
});
