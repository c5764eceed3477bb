import { addressText } from "../address/address";
import { ADDRESSES_OUTPUT } from "../device/azure/gateway-outputs";
import { prefixOfField } from "../network/facts/prefixes";
import { targetOf } from "../network/field";
import { readNetwork } from "../network/read/read-network";

// What `terraform output -json` would write of an example's stacks once they are applied, with addresses that Azure might
// give its gateways. Usage: example-outputs.ts FOLDER

const gateways = readNetwork(process.argv.slice(2)).vpnGateways.flatMap(({ hub, resource }) => {
  const prefix = prefixOfField(targetOf(hub)?.addressPrefix ?? { state: "absent", path: "" })?.prefix;
  return prefix === undefined ? [] : [{ name: resource.address.split(".").at(-1), first: Number(prefix.first) }];
});
const outputs = gateways.map(({ name, first }) => {
  const at = (offset: number) => addressText(4, first + offset);
  const value = {
    instance0: { privateAddress: at(5), bgpAddress: at(13) },
    instance1: { privateAddress: at(4), bgpAddress: at(12) },
  };
  return [`${ADDRESSES_OUTPUT}${name}`, { sensitive: false, value }];
});
process.stdout.write(`${JSON.stringify(Object.fromEntries(outputs), undefined, 2)}\n`);
