import { Construct } from "constructs";
import { ExpressRouteGateway } from "../lib/express-route/express-route-gateway";
import { VirtualHub } from "../lib/hub/virtual-hub";
import type { IVirtualHub } from "../lib/hub/virtual-hub-base";
import type { ConnectionRouting } from "../lib/routing/connection-routing";
import { NextHop } from "../lib/routing/next-hop";
import { type IRouteMap, RouteMap } from "../lib/routing/route-map";
import { type IRouteTable, RouteTable } from "../lib/routing/route-table";
import type { SpokeNetwork } from "../lib/spoke/spoke-network";
import { given } from "../lib/terraform/given";
import { ownId } from "../lib/terraform/names";
import type { Tags } from "../lib/terraform/or-token";
import { type INatRule, NatRule, type NatRuleOptions } from "../lib/vpn/nat-rule";
import { VpnGateway } from "../lib/vpn/vpn-gateway";
import type { IVpnGateway } from "../lib/vpn/vpn-gateway-base";
import type { NetworkStack } from "./network-stack";
import { ruleFrom } from "./route-map-parts";
import type { ExpressRouteGatewayDescription, NatRuleDescription, VpnGatewayDescription } from "./schema/gateway";
import type { HubDescription } from "./schema/hub";
import type {
  NextHopDescription,
  RouteMapDescription,
  RouteTableDescription,
  RoutingDescription,
} from "./schema/routing";

/** A hub of the file with what is in it, for connections to find by name. */
export class HubParts {
  readonly hub: IVirtualHub;
  private readonly tables: ReadonlyMap<string, IRouteTable>;
  private readonly maps: ReadonlyMap<string, IRouteMap>;
  private readonly natRules = new Map<string, INatRule>();

  /** @param location the hub's region */
  constructor(
    private readonly stack: NetworkStack,
    readonly key: string,
    private readonly entry: HubDescription,
    readonly location: string,
  ) {
    this.hub = stack.make(this.path(), () => this.hubFrom(entry));
    if (entry.vpnGateway !== undefined) {
      this.addVpnGateway(entry.vpnGateway, entry.tags);
    }
    if (entry.expressRouteGateway !== undefined) {
      this.addExpressRouteGateway(entry.expressRouteGateway, entry.tags);
    }
    this.tables = new Map(Object.entries(entry.routeTables ?? {}).map((table) => [table[0], this.tableFrom(...table)]));
    this.maps = new Map(Object.entries(entry.routeMaps ?? {}).map((map) => [map[0], this.mapFrom(...map)]));
  }

  /** A NAT rule of the gateway, by its name in the file. */
  natRule(name: string): INatRule {
    return found(this.natRules, name);
  }

  /** The routing of a connection to this hub. */
  routing({
    associatedRouteTable,
    propagateTo,
    inboundRouteMap,
    outboundRouteMap,
  }: RoutingDescription): ConnectionRouting {
    const map = (name: string | undefined) => (name === undefined ? undefined : found(this.maps, name));
    return given({
      associatedRouteTable: associatedRouteTable === undefined ? undefined : this.table(associatedRouteTable),
      propagateTo: propagateTo && {
        routeTables: propagateTo.routeTables.map((name) => this.table(name)),
        ...given({ labels: propagateTo.labels }),
      },
      inboundRouteMap: map(inboundRouteMap),
      outboundRouteMap: map(outboundRouteMap),
    });
  }

  /** What can be made once the spokes are there: static routes, which may lead to them, and routing intent. */
  finish(spokes: ReadonlyMap<string, SpokeNetwork>): void {
    const { routeTables = {}, defaultRouteTable, routingIntent } = this.entry;
    for (const [name, { routes = {} }] of Object.entries(routeTables)) {
      this.addRoutes(found(this.tables, name), ["routeTables", name, "routes"], routes, spokes);
    }
    const routes = defaultRouteTable?.routes ?? {};
    this.addRoutes(this.hub.defaultRouteTable, ["defaultRouteTable", "routes"], routes, spokes);
    if (routingIntent !== undefined) {
      const { name, internetTraffic, privateTraffic } = routingIntent;
      const options = given({
        internetTraffic: internetTraffic && nextHopFrom(internetTraffic, spokes),
        privateTraffic: privateTraffic && nextHopFrom(privateTraffic, spokes),
      });
      this.stack.make(this.path("routingIntent"), () =>
        this.hub.addRoutingIntent("routing-intent", { name: name ?? "routing-intent", ...options }),
      );
    }
  }

  private hubFrom(entry: HubDescription): IVirtualHub {
    const id = ownId(this.stack, `hub-${this.key}`, this.key);
    if ("existing" in entry) {
      const { existing } = entry;
      const stated = given({ complete: existing.complete });
      return "id" in existing
        ? VirtualHub.fromAttributes(this.stack, id, { virtualHubId: existing.id, ...stated })
        : VirtualHub.fromAttributes(this.stack, id, {
            name: existing.name,
            resourceGroupName: existing.resourceGroup,
            wan: this.stack.wan,
            ...given({ addressPrefix: existing.addressPrefix }),
            ...stated,
          });
    }
    const { addressPrefix, routingPreference, minimumCapacity, branchToBranch } = entry;
    return new VirtualHub(this.stack, id, {
      wan: this.stack.wan,
      name: entry.name ?? `vhub-${this.stack.network.name}-${this.key}`,
      resourceGroupName: entry.resourceGroup ?? this.stack.resourceGroupName,
      location: this.location,
      addressPrefix,
      ...given({ routingPreference, minimumCapacity, branchToBranch }),
      ...this.stack.tags(entry.tags),
    });
  }

  private addVpnGateway(entry: VpnGatewayDescription, tags: Tags | undefined): void {
    const gateway = this.stack.make(this.path("vpnGateway"), () => this.vpnGatewayFrom(entry, tags));
    for (const [name, rule] of Object.entries(entry.natRules ?? {})) {
      const made = this.stack.make(this.path("vpnGateway", "natRules", name), () => natRuleFrom(gateway, name, rule));
      this.natRules.set(name, made);
    }
  }

  private vpnGatewayFrom(entry: VpnGatewayDescription, tags: Tags | undefined): IVpnGateway {
    const { hub, location } = this;
    if ("existing" in entry) {
      const { existing } = entry;
      const stated = given({ complete: existing.complete });
      const id = ownId(this.stack, `vpn-gateway-${this.key}`, this.key);
      return "id" in existing
        ? VpnGateway.fromAttributes(this.stack, id, { vpnGatewayId: existing.id, hub, ...stated })
        : VpnGateway.fromAttributes(this.stack, id, {
            name: existing.name,
            hub,
            ...given({ resourceGroupName: existing.resourceGroup, scaleUnits: existing.scaleUnits }),
            ...stated,
          });
    }
    const { name, natRules: _made, ...options } = entry;
    return hub.addVpnGateway("vpn-gateway", {
      name: name ?? `vpng-${this.stack.network.name}-${this.key}`,
      location,
      ...given(options),
      ...this.stack.tags(tags),
    });
  }

  private addExpressRouteGateway(entry: ExpressRouteGatewayDescription, tags: Tags | undefined): void {
    const { hub, location } = this;
    this.stack.make(this.path("expressRouteGateway"), () => {
      if ("existing" in entry) {
        const { id: expressRouteGatewayId, complete } = entry.existing;
        const id = `express-route-gateway-${this.key}`;
        return ExpressRouteGateway.fromAttributes(this.stack, id, {
          expressRouteGatewayId,
          hub,
          ...given({ complete }),
        });
      }
      const { name, ...options } = entry;
      return hub.addExpressRouteGateway("express-route-gateway", {
        name: name ?? `ergw-${this.stack.network.name}-${this.key}`,
        location,
        ...given(options),
        ...this.stack.tags(tags),
      });
    });
  }

  private tableFrom(name: string, entry: RouteTableDescription): IRouteTable {
    const { hub } = this;
    const id = ownId(hub, `route-table-${name}`, name);
    return this.stack.make(this.path("routeTables", name), () => {
      if (!("existing" in entry)) {
        return hub.addRouteTable(id, { name: entry.name ?? name, ...given({ labels: entry.labels }) });
      }
      const { existing } = entry;
      return "id" in existing
        ? RouteTable.fromAttributes(hub, id, { routeTableId: existing.id, hub })
        : RouteTable.fromAttributes(hub, id, { name: existing.name, hub });
    });
  }

  private mapFrom(name: string, entry: RouteMapDescription): IRouteMap {
    const id = ownId(this.hub, `route-map-${name}`, name);
    return this.stack.make(this.path("routeMaps", name), () =>
      "existing" in entry
        ? RouteMap.fromAttributes(this.hub, id, { routeMapId: entry.existing.id })
        : this.hub.addRouteMap(id, { name: entry.name ?? name, rules: entry.rules.map(ruleFrom) }),
    );
  }

  private addRoutes(
    table: IRouteTable,
    path: readonly string[],
    routes: NonNullable<RouteTableDescription["routes"]>,
    spokes: ReadonlyMap<string, SpokeNetwork>,
  ): void {
    // Routes of a table that every hub has are the hub's.
    const scope = Construct.isConstruct(table) ? table : this.hub;
    for (const [name, { destinations, nextHop }] of Object.entries(routes)) {
      const options = { name, destinations, nextHop: nextHopFrom(nextHop, spokes) };
      const id = ownId(scope, `static-route-${name}`, name);
      this.stack.make(this.path(...path, name), () => table.addRoute(id, options));
    }
  }

  private table(name: string): IRouteTable {
    if (name === "default") {
      return this.hub.defaultRouteTable;
    }
    return name === "none" ? this.hub.noneRouteTable : found(this.tables, name);
  }

  private path(...below: readonly string[]): string[] {
    return ["hubs", this.key, ...below];
  }
}

function natRuleFrom(gateway: IVpnGateway, key: string, entry: NatRuleDescription): INatRule {
  const id = ownId(gateway, `nat-rule-${key}`, key);
  if ("existing" in entry) {
    return NatRule.fromAttributes(gateway, id, { natRuleId: entry.existing.id });
  }
  const { internalMappings, externalMappings, mode } = entry;
  const common = {
    name: entry.name ?? key,
    internalMappings: internalMappings.map((mapping) => ({ addressSpace: mapping.addressSpace, ...given(mapping) })),
    externalMappings: externalMappings.map((mapping) => ({ addressSpace: mapping.addressSpace, ...given(mapping) })),
    ...given({ mode }),
  };
  const options: NatRuleOptions =
    "instance" in entry ? { ...common, type: "Dynamic", instance: entry.instance } : common;
  return gateway.addNatRule(id, options);
}

function nextHopFrom(nextHop: NextHopDescription, spokes: ReadonlyMap<string, SpokeNetwork>): NextHop {
  if ("azureFirewall" in nextHop) {
    return NextHop.azureFirewall(nextHop.azureFirewall);
  }
  if ("networkVirtualAppliance" in nextHop) {
    return NextHop.networkVirtualAppliance(nextHop.networkVirtualAppliance);
  }
  return NextHop.spokeConnection(
    "spoke" in nextHop ? found(spokes, nextHop.spoke).connectionId : nextHop.spokeConnection,
  );
}

// The reader has made sure that every name is there.
function found<T>(things: ReadonlyMap<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) {
    throw new Error(`${name} is used and not declared, which the reader of the file should have said`);
  }
  return thing;
}
