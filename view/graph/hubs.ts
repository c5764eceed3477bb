import { regionName } from "../../network/facts/regions";
import { knownValue, knownValues, targetOf } from "../../network/field";
import type {
  ExpressRouteGateway,
  Network,
  PointToSiteGateway,
  SpokeConnection,
  VirtualHub,
  VpnGateway,
} from "../../network/network";
import type { HubPlace, Item } from "./estate";
import { detail, listDetail, NOT_KNOWN } from "./field-text";
import type { Items } from "./items";

/** The hubs with what is in them and behind them; last one for what ends at no hub that can be told. */
export class Hubs {
  private readonly known: ReadonlyMap<VirtualHub, HubPlace>;
  private stray: HubPlace | undefined;

  constructor(
    private readonly network: Network,
    private readonly items: Items,
  ) {
    this.known = new Map(network.hubs.map((hub) => [hub, this.placeOf(hub)]));
    if (this.hasStrays()) {
      this.unseen();
    }
  }

  /** All that was asked for so far. */
  get places(): readonly HubPlace[] {
    return [...this.known.values(), ...(this.stray === undefined ? [] : [this.stray])];
  }

  /** The place of a hub; what stands for one that can't be told where it is undefined. */
  of(hub: VirtualHub | undefined): HubPlace {
    return (hub === undefined ? undefined : this.known.get(hub)) ?? this.unseen();
  }

  private hasStrays(): boolean {
    const { vpnGateways, expressRouteGateways, spokeConnections, vpnConnections, expressRouteConnections } =
      this.network;
    const atNoHub = [...vpnGateways, ...expressRouteGateways, ...spokeConnections].some(
      ({ hub }) => hub.state !== "resolved",
    );
    const atNoGateway = [...vpnConnections, ...expressRouteConnections].some(
      ({ gateway }) => gateway.state !== "resolved",
    );
    return atNoHub || atNoGateway;
  }

  private placeOf(hub: VirtualHub): HubPlace {
    const { network, items } = this;
    const item = items.of(hub, "hub", [...detail("", hub.addressPrefix), ...detail("prefers ", hub.routingPreference)]);
    const users = network.pointToSiteGateways.filter((one) => targetOf(one.hub) === hub);
    const firewalls = network.firewalls.filter((one) => targetOf(one.hub) === hub);
    const [firewall] = firewalls.map((one) => items.of(one, "firewall", ["inspects traffic of the hub"]));
    const location = knownValue(hub.location);
    const wan = targetOf(hub.wan) ?? (network.wans.length === 1 ? network.wans[0] : undefined);
    return {
      item,
      region: location === undefined ? undefined : regionName(location),
      wan: wan === undefined ? undefined : items.of(wan, "wan"),
      gateways: [
        ...hub.vpnGateways.map((one) => this.vpnGateway(one)),
        ...hub.expressRouteGateways.map((one) => this.expressRouteGateway(one)),
        ...users.map((one) => this.userGateway(one)),
      ],
      core: firewall ?? items.place("router", "hub router", knownValues({ path: "", items: [hub.addressPrefix] })),
      spokes: hub.spokeConnections.map((one) => this.spoke(one)),
    };
  }

  /** Everything of which can't be told at which hub it is stands here. */
  private unseen(): HubPlace {
    this.stray ??= this.unseenPlace();
    return this.stray;
  }

  private unseenPlace(): HubPlace {
    const { network, items } = this;
    const strays = <T extends { readonly hub: VpnGateway["hub"] }>(parts: readonly T[]) =>
      parts.filter(({ hub }) => hub.state !== "resolved");
    return {
      item: items.place("unseen", "a hub that can't be told", ["which one, only apply or another input tells"]),
      region: undefined,
      wan: undefined,
      gateways: [
        ...strays(network.vpnGateways).map((one) => this.vpnGateway(one)),
        ...strays(network.expressRouteGateways).map((one) => this.expressRouteGateway(one)),
      ],
      core: items.place("unseen", "hub not told"),
      spokes: strays(network.spokeConnections).map((one) => this.spoke(one)),
    };
  }

  vpnGateway(gateway: VpnGateway): Item {
    const addresses = knownValues({ path: "", items: gateway.privateAddresses });
    return this.items.of(gateway, "vpn-gateway", [
      ...detail("AS ", gateway.asn),
      ...detail("scale units ", gateway.scaleUnit),
      ...(addresses.length === 0 ? [`tunnel ends ${NOT_KNOWN}`] : addresses),
    ]);
  }

  expressRouteGateway(gateway: ExpressRouteGateway): Item {
    return this.items.of(gateway, "expressroute-gateway", detail("scale units ", gateway.scaleUnits));
  }

  private userGateway(gateway: PointToSiteGateway): Item {
    const pools = gateway.configurations.items.flatMap(({ pool }) => listDetail(pool));
    return this.items.of(gateway, "user-gateway", pools);
  }

  private spoke(connection: SpokeConnection): Item {
    const space = targetOf(connection.virtualNetwork)?.addressSpace;
    return this.items.of(connection, "spoke", space === undefined ? [`addresses ${NOT_KNOWN}`] : listDetail(space));
  }
}
