import type { App } from "cdktf";
import type { IExpressRouteCircuit } from "../lib/express-route/circuit-base";
import { NetworkIntent } from "../lib/intent/network-intent";
import { given } from "../lib/terraform/given";
import { type CircuitInStack, circuitIn, connectCircuit } from "./circuit-parts";
import { GlobalStack, isShared } from "./global-stack";
import { HubParts } from "./hub-parts";
import { MonitoringParts } from "./monitoring-parts";
import type { NetworkFile } from "./network-file/read";
import { NetworkStack } from "./network-stack";
import { regionOfHub } from "./regions";
import type { NetworkDescription } from "./schema/network";
import { connectSite, siteIn } from "./site-parts";
import { connectSpoke } from "./spoke-parts";

/** The stacks of a network. */
export interface NetworkStacks {
  /** What no single region holds; undefined where there is nothing of that to make. */
  readonly global: NetworkStack | undefined;
  /** By Azure region. */
  readonly regions: ReadonlyMap<string, NetworkStack>;
}

/**
 * Makes the stacks that a network file describes: a global one, and one for each region.
 * @throws InputError for what only a construct can tell to be wrong, with its line
 */
export function addNetworkStacks(app: App, file: NetworkFile): NetworkStacks {
  const { network } = file;
  const name = (suffix: string) => `${network.name}-${suffix}`;
  const global = GlobalStack.isNeededBy(network) ? new GlobalStack(app, name("global"), file) : undefined;
  const hubs = Object.keys(network.hubs);
  const regions = new Map(
    [...new Set(hubs.map((hub) => regionOf(network, hub)))].map((region) => [
      region,
      new NetworkStack(app, name(region), file, global?.madeWan),
    ]),
  );
  for (const stack of global === undefined ? [] : regions.values()) {
    // Everything is in its resource group, also where nothing refers to it.
    stack.addDependency(global ?? stack);
  }
  new NetworkBuild(network, global, regions).build();
  return { global, regions };
}

function regionOf(network: NetworkDescription, hub: string): string {
  return regionOfHub(network, hub) ?? hub;
}

/** Fills the stacks of a network. */
class NetworkBuild {
  private readonly hubs: ReadonlyMap<string, HubParts>;
  /** The circuits of each hub that are more than a peering's id. */
  private readonly circuits = new Map<string, IExpressRouteCircuit[]>();
  private readonly monitoring: MonitoringParts | undefined;

  constructor(
    private readonly network: NetworkDescription,
    private readonly global: GlobalStack | undefined,
    private readonly regions: ReadonlyMap<string, NetworkStack>,
  ) {
    const { monitoring } = network;
    this.monitoring = monitoring && global && new MonitoringParts(global, monitoring);
    this.hubs = new Map(
      Object.entries(network.hubs).map(([key, hub]) => {
        const region = regionOf(network, key);
        return [key, new HubParts(this.stackOf(region), key, hub, region)];
      }),
    );
  }

  build(): void {
    const { circuits = {}, sites = {}, spokes = {} } = this.network;
    const connectedSpokes = new Map(
      Object.entries(spokes).map(([key, spoke]) => {
        const parts = this.hub(spoke.hub);
        return [key, connectSpoke(this.stackOf(parts.location), parts, key, spoke)];
      }),
    );
    for (const key of Object.keys(circuits)) {
      this.addCircuit(key);
    }
    for (const key of Object.keys(sites)) {
      this.addSite(key);
    }
    for (const parts of this.hubs.values()) {
      parts.finish(connectedSpokes);
      this.monitoring?.watchHub(this.stackOf(parts.location), parts, this.circuits.get(parts.key) ?? []);
    }
    for (const stack of this.regions.values()) {
      this.stateIntent(stack);
    }
  }

  private addCircuit(key: string): void {
    const entry = this.network.circuits?.[key];
    if (entry === undefined) {
      return;
    }
    let first: CircuitInStack | undefined;
    const inStack = this.once(entry, (stack, location) => {
      const known = circuitIn(stack, key, entry, location);
      first ??= known;
      return known;
    });
    for (const [hub, connection] of Object.entries(entry.connections ?? {})) {
      const parts = this.hub(hub);
      const stack = this.stackOf(parts.location);
      const known = inStack(stack);
      connectCircuit(stack, parts, key, known, connection);
      this.circuits.set(hub, [
        ...(this.circuits.get(hub) ?? []),
        ...(known.circuit === undefined ? [] : [known.circuit]),
      ]);
    }
    if (first !== undefined) {
      this.monitoring?.watchCircuit(key, first);
    }
  }

  private addSite(key: string): void {
    const entry = this.network.sites?.[key];
    if (entry === undefined) {
      return;
    }
    const inStack = this.once(entry, (stack, location) => siteIn(stack, key, entry, location));
    for (const [hub, connection] of Object.entries(entry.connections ?? {})) {
      const parts = this.hub(hub);
      const stack = this.stackOf(parts.location);
      connectSite(stack, parts, key, inStack(stack), entry, connection);
    }
  }

  /**
   * A circuit or site for the stacks that connect it: made once, in its home; known in each of them where it exists.
   */
  private once<T>(
    entry: {
      readonly connections?: Readonly<Record<string, unknown>> | undefined;
      readonly location?: string | undefined;
    },
    make: (stack: NetworkStack, location: string) => T,
  ): (stack: NetworkStack) => T {
    if ("existing" in entry) {
      const known = new Map<NetworkStack, T>();
      return (stack) => {
        const made = known.get(stack) ?? make(stack, stack.recordLocation);
        known.set(stack, made);
        return made;
      };
    }
    const [firstHub] = Object.keys(entry.connections ?? {});
    const region = firstHub === undefined ? this.nearestRegion(entry.location) : this.hub(firstHub).location;
    const shared = isShared(entry) ? this.global : undefined;
    const made = shared === undefined ? make(this.stackOf(region), region) : make(shared, shared.recordLocation);
    return () => made;
  }

  /** The region of what isn't connected yet: its own where there is a hub, else the first. */
  private nearestRegion(location: string | undefined): string {
    const [first = ""] = this.regions.keys();
    return location !== undefined && this.regions.has(location) ? location : first;
  }

  /** What the file states about on-premises routers. Every region says it, so that its plan can be judged alone. */
  private stateIntent(stack: NetworkStack): void {
    const { protectedPrefixes = [], onPremises = {}, onTunnelLoss } = this.network;
    const intent = NetworkIntent.of(stack);
    intent.protects(protectedPrefixes);
    intent.onPremises(given(onPremises));
    if (onTunnelLoss !== undefined) {
      intent.onTunnelLoss(onTunnelLoss);
    }
  }

  private hub(key: string): HubParts {
    const parts = this.hubs.get(key);
    if (parts === undefined) {
      throw new Error(`hub ${key} is used and not declared, which the reader of the file should have said`);
    }
    return parts;
  }

  private stackOf(region: string): NetworkStack {
    const stack = this.regions.get(region);
    if (stack === undefined) {
      throw new Error(`region ${region} has no stack, though a hub is in it`);
    }
    return stack;
  }
}
