import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressText } from "../../address/address";
import { ADDRESSES_OUTPUT } from "../../device/azure/gateway-outputs";
import { prefixOfField } from "../../network/facts/prefixes";
import { targetOf } from "../../network/field";
import { readNetwork } from "../../network/read/read-network";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../../stacks";

/** An example, synthesized, with what `terraform output -json` would write of it once it is applied. */
export interface SynthesizedExample {
  readonly stacks: string;
  readonly outputs: string;
}

/** Synthesizes an example into a folder of its own, which goes after the tests. */
export function synthesizedExample(name: string): SynthesizedExample {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-example-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const stacks = join(folder, "stacks");
  const app = new NetworkApp({ outdir: stacks, onReport: () => undefined });
  addNetworkStacks(app, readNetworkFile(join(__dirname, "../../examples", name, "network.yaml")));
  app.synth();
  const outputs = join(folder, "outputs.json");
  writeFileSync(outputs, JSON.stringify(outputsOf(stacks)));
  return { stacks, outputs };
}

function outputsOf(stacks: string): object {
  const gateways = readNetwork([stacks]).vpnGateways.flatMap(({ hub, resource }) => {
    const prefix = prefixOfField(targetOf(hub)?.addressPrefix ?? { state: "absent", path: "" })?.prefix;
    return prefix === undefined ? [] : [{ name: resource.address.split(".").at(-1), first: Number(prefix.first) }];
  });
  return Object.fromEntries(
    gateways.map(({ name, first }) => {
      const at = (offset: number) => addressText(4, first + offset);
      const instance = (tunnel: number, bgp: number) => ({ privateAddress: at(tunnel), bgpAddress: at(bgp) });
      return [`${ADDRESSES_OUTPUT}${name}`, { value: { instance0: instance(5, 13), instance1: instance(4, 12) } }];
    }),
  );
}
