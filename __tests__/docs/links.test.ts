import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { anchorsIn, linksIn, pathsNamedIn } from "./markdown-links";

const ROOT = join(__dirname, "..", "..");
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...["docs", "examples", "ci"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => posix.join(folder, name.split(sep).join("/"))),
  ),
].sort();
const SOURCES = [
  ...["address", "text", "network", "routes", "paths", "policies", "device", "lib", "stacks", "jest", "cli"],
  ...["__tests__", "bench", "docs", "schema", "scripts"],
];

const pageAt = (page: string) => readFileSync(join(ROOT, page), "utf8");

/** What is wrong with a link that leads to a place of this repository; undefined where nothing is. */
function faultOf(page: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return undefined;
  }
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
  if (file.startsWith("..") || path.startsWith("/")) {
    return "leads out of the repository";
  }
  if (!existsSync(join(ROOT, file))) {
    return `there is no ${file}`;
  }
  if (anchor === undefined) {
    return undefined;
  }
  const isPage = file.endsWith(".md") && statSync(join(ROOT, file)).isFile();
  return isPage && anchorsIn(pageAt(file)).has(decodeURIComponent(anchor)) ? undefined : `${file} has no #${anchor}`;
}

test("there are pages to look at", () => {
  expect(PAGES).toEqual(
    expect.arrayContaining([
      "CONTRIBUTING.md",
      "README.md",
      "SECURITY.md",
      "docs/architecture.md",
      "docs/rules/README.md",
    ]),
  );
});

test.each(PAGES)("every link in %s that stays in the repository leads to something", (page) => {
  const faults = linksIn(pageAt(page)).flatMap(({ target, line }) => {
    const fault = faultOf(page, target);
    return fault === undefined ? [] : [`${page}:${line}: ${target}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test.each(PAGES)("every file and folder of the sources that %s names is there", (page) => {
  const missing = pathsNamedIn(pageAt(page), SOURCES)
    .filter(({ target }) => !existsSync(join(ROOT, target)))
    .map(({ target, line }) => `${page}:${line}: there is no ${target}`);
  expect(missing).toEqual([]);
});

describe("anchors are GitHub's", () => {
  test.each([
    ["## Rooms, ground floor first", "rooms-ground-floor-first"],
    ["# What `wanproof check` says: `--fail-on`", "what-wanproof-check-says---fail-on"],
    ["### Where would I add ...?", "where-would-i-add-"],
    ["## [Inputs](inputs.md) & more ##", "inputs--more"],
    ["#### Größe_1 in km²", "größe_1-in-km"],
    ['<a id="own"></a>', "own"],
  ])("%s", (line, anchor) => {
    expect([...anchorsIn(line)]).toEqual([anchor]);
  });

  test("a heading that comes again has a number, and code has no headings", () => {
    expect([...anchorsIn("# A\n## a\n```\n# B\n```\n~~~~md\n# C\n~~~\n# D\n~~~~\n# A\n#no heading\n")]).toEqual([
      "a",
      "a-1",
      "a-2",
    ]);
  });
});

describe("links are found", () => {
  test.each<[string, readonly string[]]>([
    ['[a](a.md), [b](b.md#c "title") and ![c](<d e.png>)', ["a.md", "b.md#c", "d e.png"]],
    ["[![badge](a.svg)](b.md)", ["a.svg", "b.md"]],
    ["[a]: a.md", ["a.md"]],
    ['<a href="a.md"><img src="b.png"></a>', ["a.md", "b.png"]],
    ["`[a](a.md)` and ``[b](`b.md`)``", []],
    ["```\n[a](a.md)\n```", []],
  ])("%s", (markdown, targets) => {
    expect(linksIn(markdown).map(({ target }) => target)).toEqual(targets);
  });

  test("one that leads nowhere is told", () => {
    expect(faultOf("docs/inputs.md", "#saved-networks")).toBeUndefined();
    expect(faultOf("docs/inputs.md", "../README.md")).toBeUndefined();
    expect(faultOf("docs/inputs.md", "https://example.com/#x")).toBeUndefined();
    expect(faultOf("docs/inputs.md", "none.md")).toBe("there is no docs/none.md");
    expect(faultOf("docs/inputs.md", "report.md#none")).toBe("docs/report.md has no #none");
    expect(faultOf("docs/inputs.md", "../LICENSE#L1")).toBe("LICENSE has no #L1");
    expect(faultOf("README.md", "../README.md")).toBe("leads out of the repository");
  });
});
