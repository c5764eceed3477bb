import { prefixOf } from "../../../address/prefix";
import { listed, phrase } from "../../../network/facts/called/phrase";
import { expressRouteOf } from "../../../network/facts/private-path";
import { targetOf, type Unknown } from "../../../network/field";
import type { ExpressRouteConnection } from "../../../network/network";
import { UNTOLD_PATH } from "../../../routes/as-path";
import { maximalPrefixes, type Range } from "../../../routes/covering";
import type { HubGroup } from "../../../routes/hub-groups";
import { throughMap } from "../../../routes/route-map";
import { at, undecided } from "../judgement";
import type { Judgement } from "../rule";
import type { WantedAtHubs } from "./wanted-on-loss";

/**
 * Spokes that are kept off ExpressRoute may still be reached over it: by the 0.0.0.0/0 that Azure announces there where the
 * connection says so. Whether routers on premises follow it is in no input.
 */
export function* defaultOnLoss(
  { hubs }: HubGroup,
  keptOff: readonly Range[],
  wanted: WantedAtHubs,
): Iterable<Judgement> {
  const prefixes = maximalPrefixes(keptOff);
  for (const hub of prefixes.length === 0 ? [] : hubs) {
    for (const connection of expressRouteOf(hub)) {
      const unknowns = announced(connection);
      if (unknowns.length > 0) {
        const message = phrase`whether on-premises routers send traffic for ${listed(prefixes)} unencrypted when tunnels are lost can't be told: Azure may announce 0.0.0.0/0 over ${connection}`;
        const { level } = wanted.of([hub]);
        yield undecided(at(connection, connection.announcesDefault.path), unknowns, {
          message,
          remedy:
            "Set internet_security_enabled of the ExpressRoute connection to false, or let its outbound route map drop 0.0.0.0/0.",
          level,
          evidence: { direction: "to-azure", prefixes },
        });
      }
    }
  }
}

/** What would tell whether 0.0.0.0/0 is announced over a connection; nothing where it surely isn't. */
function announced({ resource, announcesDefault: flag, routing }: ExpressRouteConnection): readonly Unknown[] {
  if (flag.state !== "unknown" && !(flag.state === "known" && flag.value)) {
    return [];
  }
  const map = targetOf(routing.outboundRouteMap);
  const isDropped = map !== undefined && throughMap(map, DEFAULT_ROUTE) === "dropped";
  const own = flag.state === "unknown" ? flag.unknown : { decidedBy: [`${resource.address}.${flag.path}`] };
  return isDropped ? [] : [own];
}

const DEFAULT_ROUTE = { prefix: prefixOf({ family: 4, value: 0 }, 0), asPath: UNTOLD_PATH };
