import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { workbookViews } from "../../lib/monitoring/workbook-queries";
import { MONITORED, type Monitored } from "../../network/facts/monitored";
import { objectOf } from "../../scripts/azurerm-schema";
import { monitoring } from "../../stacks/schema/monitoring";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "monitoring.md"), "utf8");
const ALL: readonly Monitored[] = Object.values(MONITORED);

/** The cells of every row of the page's tables. */
const ROWS = PAGE.split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** What a JSON Schema has under a key, in itself or in one of its alternatives. */
function propertiesOf(schema: unknown): [string, unknown][] {
  const { properties, anyOf } = objectOf(schema);
  const alternatives = Array.isArray(anyOf) ? anyOf : [];
  return [...Object.entries(objectOf(properties)), ...alternatives.flatMap(propertiesOf)];
}

/** `circuit.bgpAvailabilityPercent: 90` for every threshold that a network file can have. */
function thresholdsOfSchema(): string[] {
  const { thresholds } = Object.fromEntries(propertiesOf(z.toJSONSchema(monitoring, { io: "input" })));
  return propertiesOf(thresholds).flatMap(([of, group]) =>
    propertiesOf(group).map(([name, threshold]) => {
      const { description } = objectOf(threshold);
      return `${of}.${name}: ${/Default: ([\d.]+)\.$/.exec(String(description))?.[1]}`;
    }),
  );
}

test("the page has every threshold of a network file with its default", () => {
  const rows = ROWS.flatMap(([key = "", value]) => (/^`\w+\.\w+`$/.test(key) ? [`${key.slice(1, -1)}: ${value}`] : []));
  expect(rows).toEqual(thresholdsOfSchema());
});

test("each metric that the page names is one of Azure's", () => {
  const rows = ROWS.filter(([key = ""]) => /^`\w+\.\w+`$/.test(key));
  const named = rows.flatMap(([, , , , metrics = ""]) => metrics.match(/\w+(?=`)/g) ?? []);
  expect(named.filter((metric) => !ALL.some(({ metrics }) => metric in metrics))).toEqual([]);
  expect(named.length).toBeGreaterThan(15);
});

test("the page has the views of the workbook, with their columns", () => {
  const views = workbookViews("id").map(({ title, from, query }) => {
    const last = query.split("\n").findLast((line) => line.startsWith("| project ")) ?? "";
    const columns = last.slice("| project ".length).match(/(?:^|(?<=, ))\w+(?= =|,|$)/g) ?? [];
    return [title, from, columns.join(", ")];
  });
  const titles = views.map(([title]) => title);
  expect(ROWS.filter(([title]) => titles.includes(title)).map(([a, b, c]) => [a, b?.toLowerCase(), c])).toEqual(views);
});
