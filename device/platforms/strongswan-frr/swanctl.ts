import type { DeviceTree, Tunnel, TunnelKey } from "../../tree/device-tree";
import { block, textOfLines } from "./block";
import { interfaceOf } from "./interfaces";
import type { Proposals } from "./proposals";

/** What both ends of a tunnel are offered. */
export type Offer = Extract<Proposals, { readonly ike: string }>;

/** `swanctl/conf.d/azure.conf`: the tunnels. */
export function connectionsFile({ title, tunnels }: DeviceTree, offerOf: (tunnel: Tunnel) => Offer): string {
  const connections = tunnels.flatMap((tunnel) => ["", ...connection(tunnel, offerOf(tunnel))]);
  return textOfLines(
    [
      `# ${title}`,
      "# Tunnels to Azure over ExpressRoute, one for each instance of the hub's gateway. Their keys",
      "# are in azure-keys.conf. Routing decides what enters a tunnel, so the selectors are open.",
      "",
    ],
    block("connections", connections.slice(1)),
  );
}

function connection(tunnel: Tunnel, { ike, esp }: Offer): string[] {
  const { local, remote, negotiation, number, initiates } = tunnel;
  const name = interfaceOf(tunnel);
  const child = block(
    name,
    "local_ts = 0.0.0.0/0",
    "remote_ts = 0.0.0.0/0",
    `if_id_in = ${number}`,
    `if_id_out = ${number}`,
    ...(negotiation.pfsGroup === "None"
      ? []
      : ["# A wrong group shows only when keys are made anew: try swanctl --rekey --child once."]),
    `esp_proposals = ${esp}`,
    `# Before Azure's ${negotiation.saLifetimeSeconds} s and ${negotiation.saDataSizeKilobytes} KB.`,
    `rekey_time = ${tunnel.rekeySeconds}s`,
    `rekey_bytes = ${tunnel.rekeyBytes}`,
    ...(initiates
      ? ["start_action = start", "close_action = start", "dpd_action = restart"]
      : ["# Azure begins.", "start_action = none", "dpd_action = clear"]),
  );
  return [
    `# ${tunnel.title}`,
    ...block(
      name,
      "version = 2",
      `local_addrs = ${local.text}`,
      `remote_addrs = ${remote.text}`,
      ...(negotiation.isExplicit ? [] : ["# No policy is set at Azure's end: one of its default offers."]),
      `proposals = ${ike}`,
      "# Before Azure's 28800 s.",
      `rekey_time = ${tunnel.ikeRekeySeconds}s`,
      `dpd_delay = ${tunnel.dpdSeconds}s`,
      "keyingtries = 0",
      "mobike = no",
      ...block("local", "auth = psk", `id = ${local.text}`),
      ...block("remote", "auth = psk", `id = ${remote.text}`),
      ...block("children", child),
    ),
  ];
}

/** `swanctl/conf.d/azure-keys.conf`: the keys, or what stands for them. */
export function keysFile({ title, keys }: DeviceTree, withSecrets: boolean): string {
  const secrets = keys.flatMap((key) => ["", `# ${key.title}, both instances`, ...secret(key, withSecrets)]);
  return textOfLines(
    [`# ${title}`, "# The pre-shared keys of the tunnels, for root's eyes only (mode 0600)."],
    keys.some((key) => !isShown(key, withSecrets)) ? [`# Put each key in the place of ${KEY_PLACEHOLDER}.`] : [],
    "",
    block("secrets", secrets.slice(1)),
  );
}

/** Stands for a key. */
export const KEY_PLACEHOLDER = "REPLACE-WITH-PRE-SHARED-KEY";

function secret(key: TunnelKey, withSecrets: boolean): string[] {
  const { number, local, remotes } = key;
  return block(
    `ike-azure-hub${number}`,
    `id-local = ${local.text}`,
    ...remotes.map((remote, index) => `id-instance${index} = ${remote.text}`),
    `secret = ${isShown(key, withSecrets) ? inBase64(key) : `"${KEY_PLACEHOLDER}"`}`,
  );
}

function isShown({ key }: TunnelKey, withSecrets: boolean): boolean {
  return withSecrets && key !== undefined;
}

// In base64 no character of a key can end the statement.
function inBase64({ key }: TunnelKey): string {
  return `0s${Buffer.from(key?.open() ?? "", "utf8").toString("base64")}`;
}

/** `strongswan.d/azure.conf` */
export function charonFile({ title }: DeviceTree): string {
  return textOfLines(
    [`# ${title}`, "# FRR and the kernel's routing table decide what enters a tunnel, not charon."],
    block("charon", "install_routes = no", "install_virtual_ip = no"),
  );
}
