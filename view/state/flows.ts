import { isSiteOverExpressRoute, linksOverExpressRoute } from "../../network/facts/link-path";
import type { Network } from "../../network/network";
import { type ReadTogether, readTogether } from "../../paths/grouped";
import type { RoutesReport } from "../../paths/report";
import type { Flow } from "./state";

/** An answer of the engine that many packets share, with whether any of it must be encrypted. */
export interface GuardedRow extends ReadTogether {
  readonly isGuarded: boolean;
}

/** The rows of the table as a person reads them, those that must be encrypted told apart both ways. */
export function guardedRows(network: Network, report: RoutesReport): GuardedRow[] {
  const isOver = linksOverExpressRoute(network);
  const sites = new Set(
    network.sites
      .filter((site) => isSiteOverExpressRoute(site, isOver) !== "no")
      .map(({ resource }) => resource.address),
  );
  return readTogether(report).map((row) => {
    const { direction, from, reason, outcome } = row.route;
    // Tunnels themselves end in a hub's own prefix, and go there in the clear.
    const isBack = direction === "to-azure" && sites.has(from) && reason !== "hub-prefix";
    // Where nobody knows what must be encrypted, what can't be told may be of it.
    const mayBe = report.protected.length === 0 && outcome === "undecided";
    return { ...row, isGuarded: row.guarded !== "none" || isBack || mayBe };
  });
}

/** The answers as the state of ways needs them. */
export function flowsOf(rows: readonly GuardedRow[]): Flow[] {
  return rows.map(({ route: { outcome, over }, isGuarded }) => ({
    outcome,
    over: over.map(({ plain }) => plain),
    isGuarded,
  }));
}
