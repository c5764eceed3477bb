import { isNoLongerEncrypted, routeChanges, type Way } from "../../paths/changes";
import { changesSection } from "../../paths/markdown";
import type { PathRoute, RoutesReport } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_LINK, SECOND_VPN_LINK, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";
import { reportOf, row } from "./rows";

const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const SITE = "azurerm_vpn_site.bergen";
const TUNNEL = "azurerm_vpn_gateway_connection.bergen#a";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const ADVERTISED = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;

function tableOf(changes: Changes): RoutesReport {
  return routeTable(networkOf(changed(SOUND, changes)));
}

function summaries(routes: readonly PathRoute[]): string[] {
  return routes.map(({ from, destination, outcome, via, reason }) =>
    [from, destination, outcome, via.join(" "), reason].join(" | "),
  );
}

describe("the table of a network", () => {
  test("holds what tunnels carry and what ExpressRoute carries beside it, from hub, spoke and site", () => {
    const rows = summaries(tableOf({}).routes);

    expect(rows.filter((row) => row.includes("| encrypted |"))).toEqual([
      `${HUB} | 10.31.16.0/20 | encrypted | ${TUNNEL} | more-specific-on-vpn`,
      `${SPOKE} | 10.31.16.0/20 | encrypted | ${TUNNEL} | more-specific-on-vpn`,
      `${SITE} | 10.110.0.0/22 | encrypted | ${TUNNEL} | preferred-on-premises`,
    ]);
    expect(rows.filter((row) => row.startsWith(HUB) && row.includes("| clear |"))).toEqual(
      ["10.31.0.0/20", "10.31.32.0/19", "10.31.64.0/18", "10.31.128.0/17"].map(
        (prefix) => `${HUB} | ${prefix} | clear | ${CIRCUIT} | not-advertised-over-vpn`,
      ),
    );
  });

  test("leaves a hub's own prefix on ExpressRoute where tunnels are preferred for all, unless a list holds it", () => {
    const own = (prefersTunnelFor: string | string[]) =>
      summaries(tableOf({ "network_intent.value.onPremises.prefersTunnelFor": prefersTunnelFor }).routes).filter(
        (row) => row.includes("10.100.0.0/23"),
      );
    expect(own("all")).toEqual([`${SITE} | 10.100.0.0/23 | clear | ${CIRCUIT} | hub-prefix`]);
    expect(own(["10.100.0.0/16"])).toEqual([`${SITE} | 10.100.0.0/23 | encrypted | ${TUNNEL} | preferred-on-premises`]);
  });

  test("says what happens when each thing is lost", () => {
    const row = tableOf({}).routes.find(({ from, outcome }) => from === HUB && outcome === "encrypted");
    const clear = { outcome: "clear", via: [CIRCUIT] };

    expect(row?.alternatives.map(({ via, whyNot }) => ({ via, whyNot }))).toEqual([
      { via: CIRCUIT, whyNot: "its prefix is shorter" },
    ]);
    expect(row?.whenLost.map(({ thing: _, over: __, ...loss }) => loss)).toEqual([
      { kind: "link", lost: `link ${TUNNEL}`, ...clear },
      { kind: "tunnel", lost: "connection azurerm_vpn_gateway_connection.bergen", ...clear },
      { kind: "tunnel", lost: `all tunnels of ${SITE}`, ...clear },
      { kind: "circuit", lost: `connection ${CIRCUIT}`, outcome: "dropped", via: [] },
      { kind: "circuit", lost: "circuit azurerm_express_route_circuit.stockholm", outcome: "dropped", via: [] },
      { kind: "tunnel", lost: "all tunnels", ...clear },
    ]);
  });

  test.each<[string, Changes, string]>([
    [
      "what on-premises routers prefer isn't stated",
      { "network_intent.value.onPremises": undefined },
      `${SITE} | 10.110.0.0/22 | undecided | ${CIRCUIT} ${TUNNEL} | not-stated`,
    ],
    [
      "they prefer the tunnel for something else",
      { "network_intent.value.onPremises.prefersTunnelFor": ["10.100.0.0/23"] },
      `${SITE} | 10.110.0.0/22 | clear | ${CIRCUIT} | equal-prefix`,
    ],
    [
      "they filter it",
      {
        "network_intent.value.onPremises": {
          filtersExpressRoute: ["10.110.0.0/22"],
          prefersTunnelFor: ["10.100.0.0/23"],
        },
      },
      `${SITE} | 10.110.0.0/22 | encrypted | ${TUNNEL} | filtered-on-premises`,
    ],
  ])("towards Azure where %s", (_case, changes, row) => {
    const { routes } = tableOf(changes);

    expect(summaries(routes).filter((one) => one.includes("10.110.0.0/22"))).toEqual([row]);
  });

  test("names the lines of intent that would tell, where nobody states any", () => {
    const { routes, notes } = tableOf({ network_intent: undefined });

    expect(routes.filter(({ outcome }) => outcome !== "undecided")).toEqual([]);
    expect(notes).toEqual([
      "Nothing is known to be protected.",
      "Nobody states what on-premises routers do. These lines of network_intent would tell more: what each ExpressRoute connection advertises (expressRoute); what each VPN link advertises (vpn); what must be encrypted (protected); what on-premises routers prefer (onPremises.prefersTunnelFor).",
    ]);
  });
});

/** What changes, without what people call it. */
function changesBetween(before: Changes, after: Changes) {
  const way = (one: Way | null) => one && { outcome: one.outcome, via: one.via, reason: one.reason };
  return routeChanges(tableOf(before), tableOf(after)).map((change) => {
    const { direction, from, destination } = change;
    return { direction, from, destination, before: way(change.before), after: way(change.after) };
  });
}

describe("what changes path", () => {
  const leak = { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24"] };
  const before = { outcome: "encrypted", via: [TUNNEL], reason: "more-specific-on-vpn" };
  const after = { outcome: "clear", via: [CIRCUIT], reason: "more-specific-on-expressroute" };

  test("is nothing where nothing changes", () => {
    expect(routeChanges(tableOf({}), tableOf({}))).toEqual([]);
  });

  test("is what ExpressRoute takes from a tunnel, and back", () => {
    const place = { direction: "to-onprem", destination: "10.31.20.0/24" };

    expect(changesBetween({}, leak)).toEqual([
      { ...place, from: HUB, before, after },
      { ...place, from: SPOKE, before, after },
    ]);
    expect(changesBetween(leak, {})).toEqual([
      { ...place, from: HUB, before: after, after: before },
      { ...place, from: SPOKE, before: after, after: before },
    ]);
  });

  test("isn't no longer encrypted where another tunnel takes it, nor where it never was", () => {
    const second = {
      "azurerm_vpn_site.bergen.link[1]": SECOND_LINK,
      "azurerm_vpn_gateway_connection.bergen.vpn_link[1]": SECOND_VPN_LINK,
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].b': { advertises: ["10.31.16.0/20"] },
    };
    const told = (changes: Changes) =>
      routeChanges(tableOf({}), tableOf(changes)).map((change) => {
        const { from, before: was, after: is } = change;
        return [from, was?.outcome, is?.outcome, isNoLongerEncrypted(change)];
      });
    expect(told(second)).toContainEqual([HUB, "encrypted", "encrypted", false]);
    expect(told({ [ADVERTISED]: ["10.31.0.0/20"] })).toContainEqual([HUB, "clear", undefined, false]);
    expect(told(leak)).toContainEqual([HUB, "encrypted", "clear", true]);
  });

  test("begins with what is no longer encrypted, and says so in a section that keeps to its room", () => {
    const more = { [ADVERTISED]: ["10.31.20.0/24", "10.99.0.0/16"] };
    const changes = routeChanges(tableOf({}), tableOf(more));

    expect(changes.slice(0, 2).map(({ destination }) => destination)).toEqual(["10.31.20.0/24", "10.31.20.0/24"]);
    expect(changesSection(changes, 1500).length).toBeLessThanOrEqual(1500);
    expect(changesSection(changes, 1500).split("\n")[0]).toBe(
      `### Paths that change (${changes.length}, no longer encrypted: 2)`,
    );
  });

  test("is told in the fewest prefixes, to the address, of rows of before and after that begin and end elsewhere", () => {
    const clear = { outcome: "clear", via: [CIRCUIT], over: [], reason: "not-advertised-over-vpn" } as const;
    const at = (destination: string, other: Partial<PathRoute> = {}) => row(destination, other);
    const told = (before: readonly PathRoute[], after: readonly PathRoute[]) =>
      routeChanges(reportOf(before), reportOf(after)).map((change) => [
        change.destination,
        change.before?.outcome,
        change.after?.outcome,
      ]);
    expect(told([at("10.0.0.0/24")], [at("10.0.0.0/25"), at("10.0.0.128/25", clear)])).toEqual([
      ["10.0.0.128/25", "encrypted", "clear"],
    ]);
    expect(told([at("10.0.1.0/24"), at("10.0.0.0/24")], [at("10.0.0.0/23", clear)])).toEqual([
      ["10.0.0.0/23", "encrypted", "clear"],
    ]);
    expect(told([at("10.0.0.0/24")], [at("10.0.2.0/24")])).toEqual([
      ["10.0.0.0/24", "encrypted", undefined],
      ["10.0.2.0/24", undefined, "encrypted"],
    ]);
    expect(told([at("10.0.0.0/32")], [at("10.0.0.0/31")])).toEqual([["10.0.0.1/32", undefined, "encrypted"]]);
    expect(told([], [])).toEqual([]);
  });

  test("isn't a reason alone, nor the same row at another place", () => {
    const changes = routeChanges(reportOf([row("10.0.0.0/24")]), reportOf([row("10.0.0.0/24", { reason: "shared" })]));
    expect(changes).toEqual([]);
    const elsewhere = row("10.0.0.0/24", { from: "azurerm_virtual_hub.other" });
    const toAzure = row("10.0.0.0/24", { direction: "to-azure" });
    for (const other of [elsewhere, toAzure]) {
      expect(
        routeChanges(reportOf([row("10.0.0.0/24")]), reportOf([other])).map(
          (one) => [one.before, one.after].filter((way) => way === null).length,
        ),
      ).toEqual([1, 1]);
    }
  });
});
