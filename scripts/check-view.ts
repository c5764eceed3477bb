import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { viewExample } from "./view-example";

// Opens the page that `wanproof view` writes in Debian's chromium, and does what a person does with it.

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1440, 390];
const folder = mkdtempSync(join(tmpdir(), "wanproof-view-"));
const faults: string[] = [];

function insist(holds: boolean, what: string): void {
  if (!holds) {
    faults.push(what);
  }
}

/** Whatever the page says that it shouldn't: errors, and requests beyond its own file. */
function listen(page: Page, where: string): void {
  page.on("console", (message) => insist(message.type() !== "error", `${where}: console: ${message.text()}`));
  page.on("pageerror", (error) => insist(false, `${where}: ${error.message}`));
  page.on("request", (request) => insist(request.url().startsWith("file:"), `${where}: request ${request.url()}`));
}

async function accessible(page: Page, where: string): Promise<void> {
  // The page's own policy lets nothing else run: the checker is run from outside, in the page's world.
  await page.evaluate(AXE);
  const violations = await page.evaluate<string[]>(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))`,
  );
  for (const violation of violations) {
    insist(false, `${where}: ${violation}`);
  }
}

async function use(page: Page, where: string): Promise<void> {
  const rows = page.locator("#rows tr");
  insist((await rows.count()) > 3, `${where}: the table of paths is empty`);
  await page.fill("#search", "10.2.0.1");
  insist((await rows.first().textContent())?.includes("10.2.0.0/16") === true, `${where}: the search finds no prefix`);
  await page.fill("#search", "203.0.113.1");
  insist(
    (await page.textContent("#found"))?.includes("wanproof routes --to") === true,
    `${where}: nothing found isn't said`,
  );
  await page.fill("#search", "");

  const before = await page.locator("#stage .line.tunnel.encrypted").count();
  await page.selectOption("#loss", { label: "all tunnels" });
  const after = await page.locator("#stage .line.tunnel.encrypted").count();
  insist(before > 0 && after === 0, `${where}: a loss doesn't redraw the picture (${before}, ${after})`);
  insist((await page.textContent("#told"))?.startsWith("all tunnels lost:") === true, `${where}: a loss isn't told`);
  await page.selectOption("#loss", "");
  insist((await page.locator("#stage .line.tunnel.encrypted").count()) === before, `${where}: a loss isn't taken back`);

  await page.locator("#stage .cell.site").first().focus();
  await page.keyboard.press("Enter");
  insist(await page.isVisible("#details"), `${where}: a place chosen with the keyboard shows nothing`);
  insist((await page.locator("#stage .lit").count()) === 1, `${where}: the place that is chosen isn't marked`);
  await page.locator("[data-shows]").first().click();
  insist(
    (await page.textContent("#details"))?.includes("Findings") === true,
    `${where}: a finding doesn't lead to its place`,
  );
  const theme = await page.evaluate("document.documentElement.className");
  await page.click("#theme");
  insist((await page.evaluate("document.documentElement.className")) !== theme, `${where}: the theme doesn't change`);
  await page.click("#theme");
}

async function openEach(page: Page, where: string): Promise<void> {
  await page.locator("#stage [data-opens]").first().click();
  insist(await page.isVisible("#back"), `${where}: a hub doesn't open`);
  insist((await page.locator("#stage .cell.site").count()) > 2, `${where}: an opened hub shows no sites`);
  await page.click("#back");
  insist((await page.locator("#stage [data-opens]").count()) > 2, `${where}: there is no way back`);
}

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const files = { forty: join(folder, "forty.html"), many: join(folder, "many.html") };
  writeFileSync(files.forty, await viewExample({ hubs: 3, sites: 40 }, "html"));
  writeFileSync(files.many, await viewExample({ hubs: 8, sites: 90 }, "html"));
  for (const width of WIDTHS) {
    for (const colorScheme of ["light", "dark"] as const) {
      const where = `${width} ${colorScheme}`;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      listen(page, where);
      await page.goto(`file://${files.forty}`);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      insist(wide <= width, `${where}: the page is ${wide} wide`);
      await accessible(page, where);
      await use(page, where);
      await accessible(page, `${where}, used`);
      await page.goto(`file://${files.many}`);
      await openEach(page, `${where}, many hubs`);
      await context.close();
    }
  }
  await browser.close();
}

main()
  .catch((error: unknown) => faults.push(String(error)))
  .finally(() => {
    rmSync(folder, { recursive: true });
    for (const fault of faults) {
      process.stderr.write(`not so: ${fault}\n`);
    }
    process.stdout.write(faults.length === 0 ? "proved: the page works at both widths, light and dark\n" : "");
    process.exitCode = faults.length === 0 ? 0 : 1;
  });
