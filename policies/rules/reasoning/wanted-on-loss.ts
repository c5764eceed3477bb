import { tunnelLossAt } from "../../../network/facts/tunnel-loss";
import type { Field, Unknown } from "../../../network/field";
import type { TunnelLoss } from "../../../network/intent";
import type { Network, VirtualHub } from "../../../network/network";
import type { AfterLoss } from "../../../routes/to-onprem";
import type { Level } from "../rule";

/** How grave it is that protected traffic goes on in the clear when tunnels are lost. */
export interface Wanted {
  readonly level: Level;
  /** Why it can't be told what is wanted. */
  readonly unknowns: readonly Unknown[];
}

/** What is wanted at hubs of one WAN: the strictest where they differ. */
export class WantedAtHubs {
  private readonly losses: ReadonlyMap<VirtualHub, Field<TunnelLoss> | undefined>;

  constructor(
    network: Network,
    private readonly hubs: readonly VirtualHub[],
  ) {
    this.losses = new Map(hubs.map((hub) => [hub, tunnelLossAt(network, hub)]));
  }

  of(hubs: readonly VirtualHub[] = this.hubs): Wanted {
    const losses = hubs.map((hub) => this.losses.get(hub));
    if (losses.some((loss) => loss?.state === "known" && loss.value === "drop")) {
      return { level: "error", unknowns: [] };
    }
    const unknowns = new Set(losses.flatMap((loss) => (loss?.state === "unknown" ? [loss.unknown] : [])));
    const isAccepted = losses.every((loss) => loss?.state === "known" && loss.value === "cleartext");
    return { level: unknowns.size > 0 ? "error" : isAccepted ? "note" : "warning", unknowns: [...unknowns] };
  }

  after(loss: AfterLoss): Wanted {
    return this.of(this.hubsOf(loss));
  }

  /** A hub may stand for others that do the same. */
  hubsOf({ hub, stands }: AfterLoss): readonly VirtualHub[] {
    return stands ? this.hubs : [hub];
  }
}

/** Equal where one finding may speak of both. */
export function likenessOf({ level, unknowns }: Wanted): string {
  return unknowns.length > 0 ? `${level}, undecided` : level;
}
