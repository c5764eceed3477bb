import { createHash } from "node:crypto";
import { routeChanges } from "../../../paths/changes";
import { routeTable } from "../../../paths/table";
import { pageScriptModule } from "../../../scripts/page-script";
import { type PageData, unpacked } from "../../../view/page/page-data";
import { viewOf } from "../../../view/view";
import { HOSTILE, namedAll, seen } from "../seen";

const page = async (...args: Parameters<typeof seen>) => viewOf(seen(...args), "html");

function dataIn(html: string): PageData {
  const [, json = ""] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html) ?? [];
  return JSON.parse(json);
}

const hashOf = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

test("the page asks nobody for anything, and runs nothing but its own script", async () => {
  const html = await page();
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const [, style = ""] = /<style>([^<]*)<\/style>/.exec(html) ?? [];
  const [, script = ""] = /<script>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/.exec(html) ?? [];

  expect(policy.replaceAll("&#39;", "'").split("; ")).toEqual([
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html).not.toMatch(/ (?:src|style|on\w+)=|url\(|@import/);
});

test("its script is made of its sources as they are", () => {
  const committed = jest.requireActual<{ PAGE_SCRIPT: string }>("../../../view/page/page-script").PAGE_SCRIPT;
  expect(pageScriptModule()).toContain(JSON.stringify(committed));
});

test("the page holds the engine's answers with what becomes of them when something is lost", async () => {
  const { rows, ways, places, texts, losses, items, origins, besides } = dataIn(await page());
  const [row] = rows.map(unpacked).filter(({ isGuarded, isBack }) => isGuarded && !isBack);
  const wayNames = (numbers: readonly number[]) => numbers.map((way) => ways[way]?.name);

  expect({
    from: origins[row?.from ?? -1]?.map((place) => places[place]?.name),
    to: row?.to,
    outcome: row?.outcome,
    over: wayNames(row?.over ?? []),
    at: items[ways[row?.over[0] ?? -1]?.item ?? -1]?.title,
    text: texts[row?.text ?? -1],
    lost: besides[row?.beside ?? -1]?.lost.map(([loss, outcome, over]) => [losses[loss], outcome, ...wayNames(over)]),
  }).toEqual({
    from: ["hub hub-sdc", "spoke vnet-app"],
    to: ["10.31.16.0/20"],
    outcome: "encrypted",
    over: ["site bergen, link a"],
    at: "bergen",
    text: "The tunnel has a longer prefix than ExpressRoute.",
    lost: [
      ["site bergen, link a", "clear", "circuit erc-stockholm at hub-sdc"],
      ["the connection of site bergen at hub-sdc", "clear", "circuit erc-stockholm at hub-sdc"],
      ["all tunnels of site bergen", "clear", "circuit erc-stockholm at hub-sdc"],
      ["the connection of circuit erc-stockholm at hub-sdc", "dropped"],
      ["circuit erc-stockholm", "dropped"],
      ["all tunnels", "clear", "circuit erc-stockholm at hub-sdc"],
    ],
  });
});

test("a finding stands at its place", async () => {
  const { findings, items } = dataIn(
    await page({ "azurerm_vpn_gateway_connection.bergen.vpn_link[0].protocol": "IKEv1" }),
  );
  expect(findings.map(({ rule, item }) => [rule, items[item]?.title])).toContainEqual([
    "error ike-version-2",
    "bergen",
  ]);
});

test.each(HOSTILE)("names of %s end no element and are no markup", async (_case, name) => {
  const html = await viewOf(namedAll(name), "html");
  const [head = "", ...others] = html.split("<body>");
  const markup = others.join("").replace(/<script[^>]*>.*?<\/script>/gs, "");
  const count = (tag: string) => html.split(tag).length - 1;

  expect([head.includes("<img"), markup.includes("<img"), markup.includes("<B>")]).toEqual([false, false, false]);
  expect([count("</script>"), count("<style>"), count("</svg>")]).toEqual([2, 1, 2]);
  expect(markup).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(dataIn(html).items.length).toBeGreaterThan(5);
});

test("of a change the page has what takes another path, what is no longer encrypted first, and the picture of before", async () => {
  const advertised = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
  const { after: before } = seen();
  const { after, report } = seen({ [advertised]: ["10.31.0.0/16", "10.31.16.0/20"] });
  const pathChanges = () => routeChanges(routeTable(before), routeTable(after));
  const html = await viewOf({ after, before, report: { ...report, pathChanges } }, "html");
  const [, first = ""] = /What changes path: \d+<\/h2>.*?<tbody>(<tr>.*?<\/tr>)/s.exec(html) ?? [];

  expect(
    first
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ).toBe(
    "▲ no longer encrypted 10.31.16.0/20 hub hub-sdc (azurerm_virtual_hub.sdc) encrypted over site bergen, link a " +
      "(azurerm_vpn_gateway_connection.bergen) (more-specific-on-vpn), then clear over circuit erc-stockholm at hub-sdc " +
      "(azurerm_express_route_connection.stockholm) (equal-prefix)",
  );
  expect(html).toContain('<option value="q0">before the change</option>');
  expect(html.match(/<template id="q0"/g)).toHaveLength(1);
});
