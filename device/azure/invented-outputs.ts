import { addressText } from "../../address/address";
import { prefixOfField } from "../../network/facts/prefixes";
import { targetOf } from "../../network/field";
import type { Network } from "../../network/network";
import { ADDRESSES_OUTPUT } from "./gateway-outputs";

/**
 * What `terraform output -json` would write of a network once it is applied, with addresses that Azure might give its gateways.
 * Only Azure tells the real ones: this is for examples and for the lab.
 */
export function inventedOutputs({ vpnGateways }: Network): object {
  const gateways = vpnGateways.flatMap(({ hub, resource }) => {
    const prefix = prefixOfField(targetOf(hub)?.addressPrefix ?? { state: "absent", path: "" })?.prefix;
    return prefix === undefined ? [] : [{ name: resource.address.split(".").at(-1), first: Number(prefix.first) }];
  });
  return Object.fromEntries(
    gateways.map(({ name, first }) => {
      const at = (offset: number) => addressText(4, first + offset);
      const instance = (tunnel: number, bgp: number) => ({ privateAddress: at(tunnel), bgpAddress: at(bgp) });
      const value = { instance0: instance(5, 13), instance1: instance(4, 12) };
      return [`${ADDRESSES_OUTPUT}${name}`, { sensitive: false, value }];
    }),
  );
}
