import type { Address } from "../../address/address";
import type { Tunnel } from "../../device/tree/device-tree";
import type { TunnelsBy } from "../system/doctor";
import type { LabPlan } from "./lab-plan";
import { deviceName, gatewayName } from "./names";

/**
 * Where one end of a tunnel is encrypted: a namespace with a charon, which sees encrypted packets only. The tunnel's
 * interface is in the namespace of the router that uses it.
 */
export interface Crypt {
  /** Its namespace. */
  readonly node: string;
  /** The router that it works for: a device or an instance of the gateway. */
  readonly host: string;
  /** The router's interface towards it. */
  readonly name: string;
  /** The tunnel's interface in the router. */
  readonly tunnel: string;
  /** Counts from 1, at each router. */
  readonly number: number;
  readonly local: Address;
  readonly remote: Address;
  /** Which tunnel of which device it is. */
  readonly device: number;
  readonly of: Tunnel;
  readonly side: "device" | "gateway";
}

/** All ends of tunnels that have a charon of their own: the gateway's always, the device's where the kernel does no ESP. */
export function cryptsOf({ devices, hub }: LabPlan, tunnelsBy: TunnelsBy): Crypt[] {
  return devices.flatMap(({ tree }, device) =>
    tree.tunnels.flatMap((of): Crypt[] => {
      const instance = hub.instances.findIndex(({ tunnelAddress }) => tunnelAddress.text === of.remote.text);
      const at = (side: Crypt["side"], host: string, number: number, local: Address, remote: Address): Crypt => ({
        node: `${host}-crypt${number}`,
        host,
        name: `crypt${number}`,
        tunnel: `azure${number}`,
        number,
        local,
        remote,
        device,
        of,
        side,
      });
      return [
        ...(tunnelsBy === "kernel" ? [] : [at("device", deviceName(device), of.number, of.local, of.remote)]),
        at("gateway", gatewayName(instance), device + 1, of.remote, of.local),
      ];
    }),
  );
}
