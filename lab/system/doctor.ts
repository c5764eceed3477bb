import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./command";
import { leftBehind, namespacesHere } from "./run-id";

/** How the tunnels of devices are made: interfaces of the kernel, as the files say, or charon's own ESP. */
export type TunnelsBy = "kernel" | "kernel-libipsec";

/** What a machine has that the lab needs. */
export interface Diagnosis {
  /** What is missing, and how to get it. Empty: the lab can run. */
  readonly missing: readonly string[];
  /** What else one should know. */
  readonly notes: readonly string[];
  readonly tunnelsBy: TunnelsBy;
}

/** Debian's packages, each with the programs that the lab takes from it. */
export const PROGRAMS: readonly { readonly package: string; readonly programs: readonly string[] }[] = [
  { package: "iproute2", programs: ["ip"] },
  { package: "util-linux", programs: ["nsenter", "setpriv", "unshare"] },
  { package: "procps", programs: ["sysctl"] },
  { package: "bash", programs: ["bash"] },
  { package: "nftables", programs: ["nft"] },
  { package: "tcpdump", programs: ["tcpdump"] },
  { package: "charon-systemd", programs: ["charon-systemd"] },
  { package: "strongswan-swanctl", programs: ["swanctl"] },
  { package: "frr", programs: ["vtysh", "/usr/lib/frr/zebra", "/usr/lib/frr/bgpd", "/usr/lib/frr/staticd"] },
];

/** Plugins of strongSwan that Debian has in packages of their own. */
export const PLUGINS: readonly { readonly package: string; readonly plugin: string }[] = [
  { package: "libcharon-extra-plugins", plugin: "kernel-libipsec" },
  { package: "libstrongswan-standard-plugins", plugin: "openssl" },
];

const PLUGIN_FOLDERS = ["/usr/lib/ipsec/plugins", "/usr/lib64/ipsec/plugins", "/usr/lib/strongswan/plugins"];

/** Looks at this machine, and changes nothing of it. */
export async function diagnose(): Promise<Diagnosis> {
  const isRoot = process.getuid?.() === 0;
  const packages = missingPackages();
  const missing = [
    ...(process.platform === "linux" ? [] : [`this is ${process.platform}; the lab needs Linux`]),
    ...(isRoot ? [] : ["not root, who alone may make network namespaces: use sudo"]),
    ...(packages.length === 0 ? [] : [`packages: sudo apt-get install ${packages.join(" ")}`]),
    ...(existsSync("/dev/net/tun") ? [] : ["the kernel has no TUN devices (/dev/net/tun): modprobe tun"]),
  ];
  if (missing.length > 0) {
    return { missing, notes: [], tunnelsBy: "kernel-libipsec" };
  }
  const kernel = await kernelLacks();
  const tunnelsBy = await tunnelsOfKernel();
  return { missing: kernel, notes: [...notesOn(tunnelsBy), ...confined(), ...leftovers()], tunnelsBy };
}

function missingPackages(): string[] {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  const isThere = (program: string) =>
    program.startsWith("/") ? isRunnable(program) : folders.some((folder) => isRunnable(join(folder, program)));
  const programs = PROGRAMS.filter((one) => !one.programs.every(isThere)).map((one) => one.package);
  const plugins = PLUGINS.filter(
    ({ plugin }) => !PLUGIN_FOLDERS.some((folder) => existsSync(join(folder, `libstrongswan-${plugin}.so`))),
  ).map((one) => one.package);
  return [...programs, ...plugins];
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Each is tried in a namespace that is gone with the shell.
async function kernelLacks(): Promise<string[]> {
  const lacks: string[] = [];
  if (!(await worksInside("true"))) {
    return ["the kernel, or what confines this process, allows no network namespaces: unshare --net fails"];
  }
  if (!(await worksInside("ip link add veth0 type veth peer name veth1"))) {
    lacks.push("the kernel has no veth interfaces: modprobe veth");
  }
  if (!(await worksInside("ip rule add from 192.0.2.1 lookup 100"))) {
    lacks.push("the kernel has no policy routing (CONFIG_IP_MULTIPLE_TABLES)");
  }
  if (!(await worksInside("nft add table inet t && nft add chain inet t c '{ type filter hook input priority 0; }'"))) {
    lacks.push("the kernel has no nftables: modprobe nf_tables");
  }
  return lacks;
}

const XFRM_INTERFACE = "ip link add xfrm0 type xfrm if_id 1";
const ESP_STATE =
  "ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode tunnel aead 'rfc4106(gcm(aes))' " +
  "0x000102030405060708090a0b0c0d0e0f10111213 128 if_id 1";

async function tunnelsOfKernel(): Promise<TunnelsBy> {
  return (await worksInside(`${XFRM_INTERFACE} && ${ESP_STATE}`)) ? "kernel" : "kernel-libipsec";
}

async function worksInside(shell: string): Promise<boolean> {
  const { code } = await run("unshare", ["--net", "--", "sh", "-c", shell]);
  return code === 0;
}

function notesOn(tunnelsBy: TunnelsBy): string[] {
  return [
    tunnelsBy === "kernel"
      ? "The kernel has XFRM interfaces and ESP: a device's files run whole."
      : "The kernel has no XFRM interfaces or no ESP: charon does ESP itself (kernel-libipsec), with a charon for each tunnel.",
  ];
}

// A profile lets a daemon read its own folders only, and the lab's files are in a temporary one.
function confined(): string[] {
  try {
    const profiles = readFileSync("/sys/kernel/security/apparmor/profiles", "utf8");
    const enforced = /^(\S*(?:charon-systemd|swanctl|tcpdump)\S*) \(enforce\)$/gm;
    const names = [...profiles.matchAll(enforced)].map(([, name]) => name);
    return names.length === 0
      ? []
      : [
          `AppArmor confines ${names.join(", ")}, which may keep it from the lab's files: sudo aa-complain ${names.join(" ")}`,
        ];
  } catch {
    // No AppArmor here.
    return [];
  }
}

function leftovers(): string[] {
  const names = leftBehind(namespacesHere());
  return names.length === 0
    ? []
    : [`${names.length} namespaces of runs that were killed: the next run takes them away.`];
}
