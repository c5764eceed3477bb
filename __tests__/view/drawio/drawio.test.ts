import { manyHubs } from "../../../bench/routes/configurations";
import { reportOf } from "../../../policies/report/report";
import { viewOf } from "../../../view/view";
import { networkOf } from "../../support/network";
import { HOSTILE, namedAll, seen } from "../seen";
import { faultsOfXml } from "../xml";

const attributes = (xml: string, element: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?\\s${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");

function cellsIn(xml: string) {
  const ids = new Set([...attributes(xml, "mxCell", "id"), ...attributes(xml, "UserObject", "id")]);
  const ends = ["source", "target", "parent"].flatMap((name) => attributes(xml, "mxCell", name));
  return { ids, dangling: ends.filter((end) => !ids.has(end)) };
}

test("every place is a vertex, every line an edge whose ends are there, and Azure's shapes are used", async () => {
  const xml = await viewOf(seen(), "drawio");

  expect(faultsOfXml(xml)).toEqual([]);
  expect(cellsIn(xml).dangling).toEqual([]);
  expect(attributes(xml, "mxCell", "value").map((value) => value.split("&#10;")[0])).toEqual([
    "Virtual WAN wan-nordics",
    "swedencentral",
    "hub hub-sdc",
    "bergen",
    "erc-stockholm",
    "hub router",
    "vpngw-sdc",
    "ergw-sdc",
    "app",
    "",
    "",
    "",
    "nothing protected",
    "encrypted",
    "encrypted",
  ]);
  expect(new Set(xml.match(/azure2\/networking\/\w+/g))).toEqual(
    new Set(
      [
        "Local_Network_Gateways",
        "ExpressRoute_Circuits",
        "Virtual_Router",
        "Virtual_Network_Gateways",
        "Virtual_Networks",
      ].map((name) => `azure2/networking/${name}`),
    ),
  );
});

test("of many hubs each has a page, to which its place in the summary leads", async () => {
  const after = networkOf(manyHubs(7, 2));
  const xml = await viewOf(
    { after, before: undefined, report: reportOf({ network: after, rules: [], findings: [] }) },
    "drawio",
  );
  const pages = attributes(xml, "diagram", "id");
  const links = attributes(xml, "UserObject", "link").map((link) => link.replace("data:page/id,", ""));

  expect([faultsOfXml(xml), cellsIn(xml).dangling, pages.length]).toEqual([[], [], 8]);
  expect(new Set(links)).toEqual(new Set(pages.slice(1)));
});

test.each(HOSTILE)("names of %s are texts", async (_case, name) => {
  const xml = await viewOf(namedAll(name), "drawio");
  expect(faultsOfXml(xml)).toEqual([]);
  expect(xml).not.toMatch(/<img|<B>|html=1|[^\P{Cc}\n]|\u202e/u);
});
