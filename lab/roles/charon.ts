import { proposalsOf } from "../../device/platforms/strongswan-frr/proposals";
import type { Tunnel } from "../../device/tree/device-tree";
import { LAB_DPD_SECONDS } from "../changes/changes";
import type { TunnelsBy } from "../system/doctor";
import { LabError } from "../system/lab-error";

const CRYPTO = "random nonce aes sha1 sha2 hmac kdf gcm gmp openssl vici";

/** The table for routes that kernel-libipsec makes; after all others, so that none of them is ever taken. */
const UNUSED_TABLE = { table: 220, priority: 40000 };

/** Main configuration of a charon, with what a device's own file says of it. */
export function mainConfiguration(folder: string, own: string, tunnelsBy: TunnelsBy): string {
  const isInUserSpace = tunnelsBy === "kernel-libipsec";
  // The first that can do ESP does it.
  return `${own}
charon-systemd {
    load = ${CRYPTO}${isInUserSpace ? " kernel-libipsec" : ""} kernel-netlink socket-default
    retransmit_timeout = 1
    retransmit_base = 1
    retransmit_tries = 4
    routing_table = ${UNUSED_TABLE.table}
    routing_table_prio = ${UNUSED_TABLE.priority}
    filelog {
        lab {
            path = ${folder}/charon.log
            default = 1
            flush_line = yes
        }
    }
    plugins {
        vici {
            socket = unix://${folder}/charon.vici
        }
        kernel-libipsec {
            allow_peer_ts = yes
        }
    }
}
swanctl {
    load = random nonce sha1 sha2 openssl
}
`;
}

/** What the gateway's end of a tunnel is told: a model of Azure, which takes what the device offers. */
export function gatewayConnection(
  { local, remote, negotiation, initiates }: Tunnel,
  number: number,
  key: string,
): string {
  const offer = proposalsOf(negotiation);
  if ("fault" in offer) {
    throw new LabError([offer.fault]);
  }
  return `connections {
    azure${number} {
        version = 2
        local_addrs = ${remote.text}
        remote_addrs = ${local.text}
        proposals = ${offer.ike}
        dpd_delay = ${LAB_DPD_SECONDS}s
        encap = yes
        mobike = no
        local {
            auth = psk
            id = ${remote.text}
        }
        remote {
            auth = psk
            id = ${local.text}
        }
        children {
            azure${number} {
                local_ts = 0.0.0.0/0
                remote_ts = 0.0.0.0/0
                esp_proposals = ${offer.esp}
                start_action = ${initiates ? "none" : "start"}
                dpd_action = clear
            }
        }
    }
}
secrets {
    ike-device {
        id-local = ${remote.text}
        id-remote = ${local.text}
        secret = "${key}"
    }
}
`;
}
