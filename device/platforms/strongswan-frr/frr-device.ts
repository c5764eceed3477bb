import type { DeviceRoute, DeviceTree, RouteGroup, TunnelBgp } from "../../tree/device-tree";
import { textOfLines } from "./block";
import { comment, exactly, prefixList } from "./frr-lines";
import { interfaceOf } from "./interfaces";

/** Below every routing protocol's own distance. */
const LAST_DISTANCE = 254;

/** `frr/frr.conf` of a VPN device. */
export function deviceFrr(tree: DeviceTree): string {
  const { title, routes, bgp } = tree;
  const daemons = bgp === undefined ? "zebra and staticd" : "zebra, staticd and bgpd";
  return textOfLines(
    ["frr defaults traditional", "log syslog informational", "service integrated-vtysh-config"],
    comment(title, `What reaches Azure, and which way. ${daemons} have to run.`),
    routes.flatMap(routeLines),
    bgp === undefined ? [] : bgpLines(bgp),
    ["!", "end"],
  );
}

function routeLines({ why, routes }: RouteGroup): string[] {
  return [...comment(...why), ...routes.map(routeLine)];
}

function routeLine({ prefix, via }: DeviceRoute): string {
  switch (via.kind) {
    case "next hop":
      return `ip route ${prefix.text} ${via.address.text}`;
    case "tunnel":
      return `ip route ${prefix.text} ${interfaceOf({ number: via.tunnel })}`;
    default:
      return `ip route ${prefix.text} blackhole ${LAST_DISTANCE}`;
  }
}

function bgpLines(bgp: TunnelBgp): string[] {
  // Filters first: FRR warns of a session that names one that isn't there yet.
  return [...filterLines(bgp), ...mapLines(bgp), ...sessionLines(bgp)];
}

function sessionLines(bgp: TunnelBgp): string[] {
  const { asn, source, sessions, announces, keepaliveSeconds, holdSeconds, multihop } = bgp;
  return [
    ...comment("One session with each instance, from the loopback. Azure's timers are fixed."),
    `router bgp ${asn}`,
    ` bgp router-id ${source.text}`,
    " no bgp default ipv4-unicast",
    // Announced whether or not the routing table has them: a discard route of the same prefix would draw packets that
    // only a default route takes on.
    " no bgp network import-check",
    " neighbor AZURE peer-group",
    ` neighbor AZURE update-source ${source.text}`,
    ` neighbor AZURE ebgp-multihop ${multihop}`,
    ` neighbor AZURE timers ${keepaliveSeconds} ${holdSeconds}`,
    ...sessions.flatMap(({ peer, asn: remote, title }) => [
      ` neighbor ${peer.text} remote-as ${remote}`,
      ` neighbor ${peer.text} peer-group AZURE`,
      ` neighbor ${peer.text} description ${title}`,
    ]),
    " !",
    " address-family ipv4 unicast",
    ...announces.map(({ text }) => `  network ${text}`),
    "  neighbor AZURE activate",
    "  neighbor AZURE soft-reconfiguration inbound",
    "  neighbor AZURE route-map AZURE-IN in",
    "  neighbor AZURE route-map AZURE-OUT out",
    "  maximum-paths 2",
    " exit-address-family",
    "exit",
  ];
}

function filterLines({ refuses, prefers, announces }: TunnelBgp): string[] {
  return [
    ...comment("Never learned through a tunnel."),
    ...prefixList("AZURE-REFUSED", "permit", refuses),
    ...(prefers === "all"
      ? []
      : [
          ...comment("Reached through the tunnels first."),
          ...prefixList(
            "TUNNEL-FIRST",
            "permit",
            prefers.map((prefix) => ({ prefix, orLonger: true, why: "" })),
          ),
        ]),
    ...comment("Announced to Azure: exactly this, and nothing that Azure has announced itself."),
    ...(announces.length === 0
      ? ["ip prefix-list AZURE-ANNOUNCED seq 10 deny any"]
      : prefixList("AZURE-ANNOUNCED", "permit", exactly(announces))),
  ];
}

function mapLines({ prefers, preference, otherPreference }: TunnelBgp): string[] {
  return [
    ...comment("Routes through the tunnels are preferred to those over ExpressRoute, which have 100."),
    "route-map AZURE-IN deny 10",
    " match ip address prefix-list AZURE-REFUSED",
    "exit",
    "!",
    "route-map AZURE-IN permit 20",
    ...(prefers === "all" ? [] : [" match ip address prefix-list TUNNEL-FIRST"]),
    ` set local-preference ${preference}`,
    "exit",
    ...(prefers === "all"
      ? []
      : ["!", "route-map AZURE-IN permit 30", ` set local-preference ${otherPreference}`, "exit"]),
    "!",
    "route-map AZURE-OUT permit 10",
    " match ip address prefix-list AZURE-ANNOUNCED",
    "exit",
  ];
}
