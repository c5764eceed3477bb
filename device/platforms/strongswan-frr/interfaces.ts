import type { DeviceTree, Tunnel } from "../../tree/device-tree";
import { textOfLines } from "./block";

/** The interface of a tunnel. */
export function interfaceOf({ number }: Pick<Tunnel, "number">): string {
  return `azure${number}`;
}

/** Where the script goes that makes the interfaces. */
export const INTERFACES_SCRIPT = "/usr/local/sbin/azure-tunnels";

/** The script that makes the tunnels' interfaces. It can be run again. */
export function interfacesFile({ title, tunnels, loopback, mtu }: DeviceTree): string {
  return textOfLines(
    [
      "#!/bin/sh",
      `# ${title}`,
      "# The interfaces of the tunnels, before strongSwan and FRR start.",
      "set -eu",
      "",
      "sysctl -q -w net.ipv4.ip_forward=1",
    ],
    loopback === undefined ? [] : ["", "# BGP sessions begin here.", `ip address replace ${loopback.text}/32 dev lo`],
    tunnels.flatMap((tunnel) => interfaceLines(tunnel, mtu)),
  );
}

function interfaceLines(tunnel: Tunnel, mtu: number): string[] {
  const name = interfaceOf(tunnel);
  return [
    "",
    `# ${tunnel.title}`,
    `ip link show ${name} >/dev/null 2>&1 || ip link add ${name} type xfrm if_id ${tunnel.number}`,
    // Packets to one prefix may go out by one tunnel and come back by the other one.
    `sysctl -q -w net.ipv4.conf.${name}.rp_filter=2 net.ipv4.conf.${name}.disable_policy=1`,
    `ip link set ${name} mtu ${mtu} up`,
  ];
}

/** The unit that runs the script in time. */
export function interfacesUnit({ title }: DeviceTree): string {
  return textOfLines([
    "[Unit]",
    `Description=Tunnel interfaces to Azure: ${title}`,
    "After=network-pre.target",
    "Before=strongswan.service frr.service",
    "",
    "[Service]",
    "Type=oneshot",
    "RemainAfterExit=yes",
    `ExecStart=${INTERFACES_SCRIPT}`,
    "",
    "[Install]",
    "WantedBy=multi-user.target",
  ]);
}

/** `nftables.d/azure.nft`: TCP's segment size on the tunnels, both ways. */
export function clampFile({ title, mss }: DeviceTree): string {
  return textOfLines([
    `# ${title}`,
    "# Larger TCP segments than Azure takes are cut to size, in both directions.",
    "table inet azure",
    "delete table inet azure",
    "table inet azure {",
    "    chain clamp {",
    "        type filter hook forward priority mangle; policy accept;",
    `        iifname "azure*" tcp flags syn tcp option maxseg size set ${mss}`,
    `        oifname "azure*" tcp flags syn tcp option maxseg size set ${mss}`,
    "    }",
    "}",
  ]);
}
