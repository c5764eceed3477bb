import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { viewExample } from "./view-example";

// Makes the pictures of docs/view.md. Debian's chromium draws them, so that they come out alike everywhere.

const TO = join(__dirname, "../docs/pictures");
const folder = mkdtempSync(join(tmpdir(), "wanproof-pictures-"));

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const file = join(folder, "forty.html");
  writeFileSync(file, await viewExample({ hubs: 3, sites: 40 }, "html"));
  const open = async (width: number, height: number, colorScheme: "light" | "dark") => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    return page;
  };

  const picture = join(folder, "forty.svg");
  writeFileSync(picture, await viewExample({ hubs: 3, sites: 40 }, "svg"));
  const whole = await open(1800, 1700, "light");
  await whole.goto(`file://${picture}`);
  await whole.locator("svg").screenshot({ path: join(TO, "network.png") });

  const lost = await open(1440, 900, "dark");
  await lost.selectOption("#loss", { label: "all tunnels" });
  await lost.locator("#stage .cell.circuit").nth(1).focus();
  await lost.keyboard.press("Enter");
  await lost.evaluate("window.scrollTo(0, 60)");
  await lost.screenshot({ path: join(TO, "all-tunnels-lost.png") });

  const paths = await open(1440, 760, "light");
  await paths.fill("#search", "10.1.16.1");
  await paths.locator("#rows summary").first().click();
  await paths.locator("section[aria-labelledby=paths]").screenshot({ path: join(TO, "where-packets-go.png") });
  await browser.close();
}

main().finally(() => rmSync(folder, { recursive: true }));
