import type { Address } from "../../address/address";
import { containsPrefix, literalPrefix, type Prefix, prefixOf } from "../../address/prefix";
import type { DeviceConfiguration, HubEnd } from "../configuration/device-configuration";
import type {
  BgpSession,
  DeviceRoute,
  DeviceTree,
  FilterLine,
  RouteGroup,
  Tunnel,
  TunnelBgp,
  TunnelKey,
} from "./device-tree";

// Both ends clamp TCP to this, or packets that say "don't fragment" are lost on the way back.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices
const MTU = 1400;
const MSS = 1350;

// Fixed at Azure's end, which has no BFD either. https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq
const KEEPALIVE_SECONDS = 60;
const HOLD_SECONDS = 180;
/** The session begins at a loopback, one hop behind the tunnel. */
const MULTIHOP = 2;

/** Azure's IKE lifetime is 28,800 seconds; with what strongSwan and others add to it, this is still before that. */
const IKE_REKEY_SECONDS = 25_200;
/** How much of Azure's lifetimes of a child is used before the device makes new keys. */
const REKEY_SHARE = 0.8;

/** Local preference of routes through tunnels; those over ExpressRoute have 100. */
const TUNNEL_PREFERENCE = 200;
const OTHER_PREFERENCE = 90;

/** The tree of a device. */
export function plantDevice(device: DeviceConfiguration, name: string, nextHop: Address): DeviceTree {
  const title = `Site ${device.site}, link ${device.link}`;
  const ends = numbered(device);
  return {
    name,
    title,
    address: device.address,
    tunnels: ends.map((end) => tunnelOf(device, end)),
    keys: device.hubs.map((hub, index) => keyOf(device, hub, index + 1)),
    loopback: device.bgp?.address,
    routes: routesOf(device, ends, nextHop).filter(({ routes }) => routes.length > 0),
    bgp: bgpOf(device, ends),
    mtu: MTU,
    mss: MSS,
  };
}

interface End {
  readonly number: number;
  readonly hub: HubEnd;
  readonly instance: HubEnd["instances"][number];
}

function numbered({ hubs }: DeviceConfiguration): End[] {
  const ends = hubs.flatMap((hub) => hub.instances.map((instance) => ({ hub, instance })));
  return ends.map((end, index) => ({ number: index + 1, ...end }));
}

function titleOf({ hub, instance }: End): string {
  return `Hub ${hub.hub}, ${instance.name}`;
}

function tunnelOf({ address }: DeviceConfiguration, end: End): Tunnel {
  const { negotiation, dpdTimeoutSeconds, initiates } = end.hub;
  return {
    number: end.number,
    title: titleOf(end),
    local: address,
    remote: end.instance.tunnelAddress,
    negotiation,
    // Three unanswered questions within the time after which Azure gives up, too.
    dpdSeconds: Math.max(3, Math.floor(dpdTimeoutSeconds / 3)),
    ikeRekeySeconds: IKE_REKEY_SECONDS,
    rekeySeconds: Math.floor(negotiation.saLifetimeSeconds * REKEY_SHARE),
    rekeyBytes: Math.floor(negotiation.saDataSizeKilobytes * 1024 * REKEY_SHARE),
    initiates,
  };
}

function keyOf({ address }: DeviceConfiguration, { hub, instances, key }: HubEnd, number: number): TunnelKey {
  return { title: `Hub ${hub}`, number, local: address, remotes: instances.map((one) => one.tunnelAddress), key };
}

function routesOf(device: DeviceConfiguration, ends: readonly End[], nextHop: Address): RouteGroup[] {
  const peers = ends.flatMap((end) =>
    end.instance.bgpAddress === undefined ? [] : [{ end, peer: end.instance.bgpAddress }],
  );
  const silent = ends.filter(({ instance }) => instance.bgpAddress === undefined);
  return [
    {
      why: [
        "Where the tunnels end is always reached over ExpressRoute, whatever BGP says of the",
        "prefix that holds it: a tunnel never goes through itself.",
      ],
      routes: ends.map(({ instance }) => ({
        prefix: host(instance.tunnelAddress),
        via: { kind: "next hop", address: nextHop },
      })),
    },
    {
      why: ["Each BGP peer is reached through its own tunnel, and through no other one."],
      routes: peers.map(
        ({ end, peer }): DeviceRoute => ({ prefix: host(peer), via: { kind: "tunnel", tunnel: end.number } }),
      ),
    },
    {
      why: ["No BGP here: the spokes, through both tunnels. A tunnel that is down drops its packets."],
      routes: silent.flatMap(({ hub, number }) =>
        hub.spokes.map((prefix): DeviceRoute => ({ prefix, via: { kind: "tunnel", tunnel: number } })),
      ),
    },
    {
      why: [
        "When the tunnels are lost, packets to the spokes are dropped, not sent in the clear over",
        "ExpressRoute. Every other route of the same prefix comes before these.",
      ],
      routes: device.dropped.map((prefix) => ({ prefix, via: { kind: "discard" } })),
    },
  ];
}

function bgpOf(device: DeviceConfiguration, ends: readonly End[]): TunnelBgp | undefined {
  if (device.bgp === undefined) {
    return undefined;
  }
  const sessions = ends.flatMap((end): BgpSession[] => {
    const peer = end.instance.bgpAddress;
    return peer === undefined ? [] : [{ peer, asn: end.hub.azureAsn, title: titleOf(end) }];
  });
  return {
    asn: device.bgp.asn,
    source: device.bgp.address,
    keepaliveSeconds: KEEPALIVE_SECONDS,
    holdSeconds: HOLD_SECONDS,
    multihop: MULTIHOP,
    sessions,
    announces: device.announces ?? [],
    refuses: refusedFromAzure(device),
    prefers: device.prefers,
    preference: TUNNEL_PREFERENCE,
    otherPreference: OTHER_PREFERENCE,
  };
}

/** What must not be learned through a tunnel. Whatever else Azure has, new spokes too, is: they would go in the clear else. */
function refusedFromAzure({ hubs, announces, overExpressRoute, prefers }: DeviceConfiguration): FilterLine[] {
  const own = (announces ?? []).map((prefix) => prefix.text);
  // Who lists it wants it in the tunnel; the tunnels' ends have routes of their own.
  const isListed = (hub: Prefix) => prefers !== "all" && prefers.some((prefix) => containsPrefix(prefix, hub));
  return [
    ...hubs
      .filter(({ prefix }) => !isListed(prefix))
      .map(({ hub, prefix }) => ({ prefix, orLonger: true, why: `Hub ${hub}: the tunnels end in it.` })),
    ...(announces ?? []).map((prefix) => ({
      prefix,
      // A larger range that holds spokes may be announced; the spokes are learned all the same.
      orLonger: !hubs.some(({ spokes }) => spokes.some((spoke) => containsPrefix(prefix, spoke))),
      why: "Announced by this device itself.",
    })),
    ...overExpressRoute
      .filter(({ text }) => !own.includes(text))
      .map((prefix) => ({ prefix, orLonger: false, why: "On premises, announced over ExpressRoute." })),
    { prefix: literalPrefix("0.0.0.0/0"), orLonger: false, why: "No default route through Azure." },
  ];
}

function host(address: Address): Prefix {
  return prefixOf(address, 32);
}
