import type { EdgeTree } from "../../tree/device-tree";
import { textOfLines } from "./block";
import { comment, exactly, prefixList } from "./frr-lines";

/** What belongs into `frr/frr.conf` of the router at the customer's end of a circuit. */
export function edgeFrr(tree: EdgeTree): string {
  return textOfLines(
    ["frr defaults traditional", "log syslog informational", "service integrated-vtysh-config"],
    comment(
      tree.title,
      "What the router in front of ExpressRoute announces and accepts. Its own addresses there:",
      ...tree.sessions.map(({ own, length, title }) => `  ${own.text}/${length}, ${title}`),
    ),
    filterLines(tree),
    mapLines(tree),
    sessionLines(tree),
    ["!", "end"],
  );
}

function sessionLines({ asn, sessions, announces }: EdgeTree): string[] {
  return [
    "!",
    `router bgp ${asn}`,
    ...sessions.slice(0, 1).map(({ own }) => ` bgp router-id ${own.text}`),
    " no bgp default ipv4-unicast",
    " no bgp network import-check",
    " neighbor MICROSOFT peer-group",
    ...sessions.flatMap(({ peer, asn: remote, title }) => [
      ` neighbor ${peer.text} remote-as ${remote}`,
      ` neighbor ${peer.text} peer-group MICROSOFT`,
      ` neighbor ${peer.text} description ${title}`,
    ]),
    " !",
    " address-family ipv4 unicast",
    ...announces.map(({ text }) => `  network ${text}`),
    "  neighbor MICROSOFT activate",
    "  neighbor MICROSOFT soft-reconfiguration inbound",
    "  neighbor MICROSOFT route-map MICROSOFT-IN in",
    "  neighbor MICROSOFT route-map MICROSOFT-OUT out",
    "  maximum-paths 2",
    " exit-address-family",
    "exit",
  ];
}

function filterLines({ accepts, refuses, announces }: EdgeTree): string[] {
  return [
    ...comment("Learned over ExpressRoute: this, and nothing else."),
    ...prefixList("MICROSOFT-ACCEPTED", "permit", accepts),
    ...(refuses.length === 0
      ? []
      : [
          "! Not learned, so that packets to these never go outside of a tunnel:",
          ...refuses.map(({ text }) => `!   ${text}`),
        ]),
    ...(accepts.length === 0 ? ["ip prefix-list MICROSOFT-ACCEPTED seq 10 deny any"] : []),
    ...comment("Announced over ExpressRoute: exactly this."),
    ...(announces.length === 0
      ? ["ip prefix-list MICROSOFT-ANNOUNCED seq 10 deny any"]
      : prefixList("MICROSOFT-ANNOUNCED", "permit", exactly(announces))),
  ];
}

function mapLines({ preference }: EdgeTree): string[] {
  return [
    "!",
    "route-map MICROSOFT-IN permit 10",
    " match ip address prefix-list MICROSOFT-ACCEPTED",
    ` set local-preference ${preference}`,
    "exit",
    "!",
    "route-map MICROSOFT-OUT permit 10",
    " match ip address prefix-list MICROSOFT-ANNOUNCED",
    "exit",
  ];
}
