import type { TunnelsBy } from "../system/doctor";

/** What becomes of a line of a rendered file that the lab doesn't run as it is, or what is beside the files. */
export interface Change {
  readonly file: string;
  readonly rendered: string;
  readonly inLab: string;
  readonly why: string;
  /** Where charon does ESP itself; the kernel's own tunnels need none of these. */
  readonly onlyLibipsec?: true;
}

/** How often a device asks whether the other end lives, in the lab. */
export const LAB_DPD_SECONDS = 2;
/** BGP timers that the lab's end of Azure offers. Both ends take the shorter ones. */
export const LAB_TIMERS = { keepalive: 2, hold: 6 } as const;

/** Everything in which the lab differs from the rendered files. What isn't here runs as it is rendered. */
export const CHANGES: readonly Change[] = [
  {
    file: "etc/swanctl/conf.d/azure-keys.conf",
    rendered: "secret = the placeholder",
    inLab: "a key made for this run",
    why: "nobody's key goes into a lab",
  },
  {
    file: "etc/swanctl/conf.d/azure.conf",
    rendered: "dpd_delay",
    inLab: `dpd_delay = ${LAB_DPD_SECONDS}s`,
    why: "a lost tunnel is to be noticed in seconds",
  },
  {
    file: "etc/swanctl/conf.d/azure.conf",
    rendered: "all tunnels in one charon",
    inLab: "a charon for each tunnel, with that connection alone",
    why: "kernel-libipsec has one interface a charon, for all that any selector holds",
    onlyLibipsec: true,
  },
  {
    file: "etc/swanctl/conf.d/azure.conf",
    rendered: "if_id_in, if_id_out",
    inLab: "left out",
    why: "they name XFRM interfaces, which this kernel doesn't have",
    onlyLibipsec: true,
  },
  {
    file: "usr/local/sbin/azure-tunnels",
    rendered: "ip link add azureN type xfrm",
    inLab: "not reached, for charon's interface is there under that name",
    why: "this kernel has no XFRM interfaces; the script itself is run whole",
    onlyLibipsec: true,
  },
  {
    file: "etc/systemd/system/azure-tunnels.service",
    rendered: "all of it",
    inLab: "not run: the lab starts the script",
    why: "a namespace has no systemd",
  },
];

/** What the lab has beside the files. */
export const BESIDE: readonly string[] = [
  "strongSwan's main configuration is the lab's: which plugins are loaded, and four repetitions a second apart before an end is given up.",
  "Azure's end asks for ESP in UDP (encap = yes), which the device's files take.",
  `Azure's end offers BGP timers of ${LAB_TIMERS.keepalive} and ${LAB_TIMERS.hold} seconds; the files' own timers stay, and both ends take the shorter ones.`,
  "FRR on devices and ExpressRoute-facing routers has one session more, with the router that stands for the network on premises: a community carries the local preference that the files set.",
  "No node sends ICMP errors.",
];

/** Those that were made in a run. */
export function changesMade(tunnelsBy: TunnelsBy): readonly Change[] {
  return CHANGES.filter(({ onlyLibipsec }) => onlyLibipsec === undefined || tunnelsBy === "kernel-libipsec");
}
