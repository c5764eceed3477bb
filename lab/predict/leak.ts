import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { containsAddress, type Prefix, prefixOf } from "../../address/prefix";
import { knownValue, knownValues } from "../../network/field";
import type { Network } from "../../network/network";
import { readNetwork } from "../../network/read/read-network";
import { readDocument } from "../../text/document";
import { isJsonObject, type Json } from "../../text/json";
import { textOfFile } from "../../text/text-file";
import type { LabCircuit, LabHost, LabPlan } from "../plan/lab-plan";

/** A prefix that a router announces over ExpressRoute although nobody wants it to. */
export interface Leak {
  readonly circuit: number;
  readonly host: LabHost;
  readonly prefix: Prefix;
}

/** A prefix longer than all that holds the first host, over the first circuit; undefined where there is no longer one. */
export function leakIn({ hosts, devices, circuits }: LabPlan): Leak | undefined {
  const [host] = hosts;
  const announced = [...devices.map(({ bgp }) => bgp), ...circuits.map(({ tree }) => tree)].flatMap(
    (one) => one.announces,
  );
  const lengths = announced.filter((prefix) => host !== undefined && containsAddress(prefix, host.address));
  const length = Math.max(0, ...lengths.map((prefix) => prefix.length)) + 1;
  return host === undefined || lengths.length === 0 || length > 32
    ? undefined
    : { circuit: 0, host, prefix: prefixOf(host.address, length) };
}

/** What a lab is made of: what was handed over to be read as one network. */
export interface Inputs {
  readonly paths: readonly string[];
  /** A file that states intent. */
  readonly intent: string | undefined;
}

/** The network with the leak in what its circuit announces, as if intent had it. */
export function withLeak({ paths, intent }: Inputs, circuit: LabCircuit, { prefix }: Leak, folder: string): Network {
  const { connection } = circuit;
  const own = stated(intent);
  const { advertised } = connection;
  const asPath = advertised === undefined ? undefined : knownValue(advertised.asPath);
  const announces = [...(advertised === undefined ? [] : knownValues(advertised.prefixes)), prefix.text];
  const before = isJsonObject(own.expressRoute) ? own.expressRoute : {};
  // In what is read from several inputs, only some addresses need to say of which input they are: those already stated.
  const key = Object.keys(before).find((address) => address.endsWith(`#${connection.resource.address}`));
  const file = join(folder, "intent-with-leak.json");
  const expressRoute = {
    ...before,
    [key ?? connection.resource.address]: { advertises: announces, ...(asPath === undefined ? {} : { asPath }) },
  };
  writeFileSync(file, JSON.stringify({ version: 1, ...own, expressRoute }));
  return readNetwork(paths, { intent: file });
}

function stated(intent: string | undefined): { readonly [key: string]: Json } {
  if (intent === undefined) {
    return {};
  }
  const text = textOfFile(intent, { noun: "intent file", insteadOfFolder: "name a file" });
  const value: unknown = readDocument(intent, text, "intent file").value;
  const json: Json = JSON.parse(JSON.stringify(value));
  return isJsonObject(json) ? json : {};
}
