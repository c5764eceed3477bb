import { changesJson, routesJson } from "../../paths/json";
import type { PathRoute } from "../../paths/report";
import { called, reportOf } from "./rows";

const HUB = "azurerm_virtual_hub.hub";
const LINK = "azurerm_vpn_gateway_connection.hq#a";

function rowOf(index: number): PathRoute {
  return {
    direction: "to-onprem",
    from: HUB,
    place: called("hub weu", HUB),
    destination: `10.${index >> 8}.${index & 255}.0/24`,
    outcome: "encrypted",
    via: [LINK],
    over: [called("site hq, link a", LINK)],
    reason: "only-candidate",
    sentence: `Row ${index}.`,
    alternatives: [],
    whenLost: [],
  };
}

/** What the JSON holds of a row: addresses, and nothing of what people call them. */
function inJson({ place: _, over: __, ...row }: PathRoute): object {
  return row;
}

describe("the table as JSON", () => {
  test("comes in pieces that are one document together, so that no table is too large for it", () => {
    const routes = Array.from({ length: 20_000 }, (_, index) => rowOf(index));
    const pieces = [...routesJson(reportOf(routes))];

    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1_100_000);
    expect(JSON.parse(pieces.join(""))).toEqual({ version: 1, routes: routes.map(inJson) });
  });

  test("keeps the answers of rows apart that share only their losses", () => {
    const first = rowOf(0);
    const routes = [first, { ...first, destination: "10.9.0.0/16", sentence: "Another." }, first];

    expect(JSON.parse([...routesJson(reportOf(routes))].join(""))).toEqual({ version: 1, routes: routes.map(inJson) });
  });

  test.each<[string, Partial<PathRoute>]>([
    ["outcome", { outcome: "clear" }],
    ["routes", { via: ["azurerm_express_route_connection.ams"] }],
    ["reason", { reason: "shared" }],
    ["sentence", { sentence: "Another." }],
    ["alternatives", { alternatives: [{ via: "x", over: called("x", "x"), whyNot: "its prefix is shorter" }] }],
  ])("keeps rows apart that share their losses and have another %s", (_case, other) => {
    const first = rowOf(0);
    const second = { ...first, destination: "10.9.0.0/16", ...other };
    const written = JSON.parse([...routesJson(reportOf([first, second, first]))].join(""));
    const alternatives = second.alternatives.map(({ via, whyNot }) => ({ via, "why not": whyNot }));
    expect(written.routes).toEqual([inJson(first), { ...inJson(second), alternatives }, inJson(first)]);
  });

  test("is a document without a row too", () => {
    expect(JSON.parse([...routesJson(reportOf([]))].join(""))).toEqual({ version: 1, routes: [] });
  });
});

describe("what changes path, as JSON", () => {
  test("has null where nothing led there, and no names that people read", () => {
    const change = {
      direction: "to-onprem",
      from: HUB,
      destination: "10.0.0.0/24",
      place: called("hub weu", HUB),
    } as const;
    const way = {
      outcome: "clear",
      via: [LINK],
      over: [called("site hq, link a", LINK)],
      reason: "only-candidate",
    } as const;
    const plain = { outcome: "clear", via: [LINK], reason: "only-candidate" };
    const { place: _, ...row } = change;
    expect(JSON.parse(changesJson([]))).toEqual({ version: 1, changes: [] });
    expect(
      JSON.parse(
        changesJson([
          { ...change, before: null, after: way },
          { ...change, before: way, after: null },
        ]),
      ),
    ).toEqual({
      version: 1,
      changes: [
        { ...row, before: null, after: plain },
        { ...row, before: plain, after: null },
      ],
    });
  });
});
