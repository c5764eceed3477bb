import type { PrefixRoutes } from "./decision";
import { PairNumbers } from "./pair-numbers";
import type { RouteSource } from "./source";

/**
 * Chains of prefixes by number, from the shortest prefix to the longest. Two chains whose prefixes have the same lengths
 * and the same sources are one, wherever they are: what is decided for one is decided for all. Chain 0 is empty.
 */
export class Chains {
  private readonly sets = new PairNumbers();
  private readonly prefixes = new PairNumbers();
  private readonly chains = new PairNumbers();
  private readonly routes: PrefixRoutes[] = [];
  private readonly remainders: number[] = [];

  /** @param sources by number */
  constructor(private readonly sources: readonly (RouteSource | undefined)[]) {}

  /** The number of a set of sources with one more. Set 0 is empty. */
  setWith(set: number, source: number): number {
    return this.sets.of(set, source);
  }

  /** The number of a chain with a longer prefix added; a prefix without sources adds nothing. */
  longer(chain: number, length: number, set: number): number {
    return set === 0 ? chain : this.chains.of(chain, this.prefixes.of(set, length));
  }

  /** The prefixes of a chain. */
  of(chain: number): PrefixRoutes[] {
    const found: PrefixRoutes[] = [];
    for (let left = chain; left > 0; left = this.chains.leftOf(left)) {
      found.push(this.routesOf(this.chains.rightOf(left)));
    }
    return found.reverse();
  }

  /** What is left of a chain without the tunnels on the private path. */
  withoutTunnels(chain: number): number {
    if (chain === 0) {
      return 0;
    }
    const found = this.remainders[chain] ?? this.remainderOf(chain);
    this.remainders[chain] = found;
    return found;
  }

  private remainderOf(chain: number): number {
    const prefix = this.chains.rightOf(chain);
    const set = this.prefixes.leftOf(prefix);
    const left = this.withoutTunnels(this.chains.leftOf(chain));
    return this.longer(left, this.prefixes.rightOf(prefix), this.setWithoutTunnels(set));
  }

  private setWithoutTunnels(set: number): number {
    return this.membersOf(set)
      .filter((number) => this.sources[number]?.carriage !== "private-tunnel")
      .reduce((kept, number) => this.setWith(kept, number), 0);
  }

  private routesOf(prefix: number): PrefixRoutes {
    const found = this.routes[prefix] ?? this.routesIn(prefix);
    this.routes[prefix] = found;
    return found;
  }

  private routesIn(prefix: number): PrefixRoutes {
    const numbers = new Set(this.membersOf(this.prefixes.leftOf(prefix)));
    const sources = [...numbers].flatMap((number) => this.sources[number] ?? []);
    return { length: this.prefixes.rightOf(prefix), sources };
  }

  private membersOf(set: number): number[] {
    const numbers: number[] = [];
    for (let left = set; left > 0; left = this.sets.leftOf(left)) {
      numbers.push(this.sets.rightOf(left));
    }
    return numbers.reverse();
  }
}
