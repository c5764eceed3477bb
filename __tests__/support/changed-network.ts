import { assemble } from "../../network/assemble/assemble";
import { parseIntent } from "../../network/intent/read-intent-file";
import type { Network } from "../../network/network";
import { changeIn } from "../../network/readers/plan/resource-change";
import type { Resource } from "../../network/resource";
import type { JsonObject } from "../../text/json";
import { type Configuration, readingsOf, type Tree } from "./network";

/** How a network comes to be another one. */
export interface Change {
  readonly before: Configuration;
  readonly after: Configuration;
  /** Resources that are made anew, by address, with the attributes that force it. */
  readonly replaced?: { readonly [address: string]: readonly string[] };
  readonly intent?: string | object;
}

/** The network of a configuration, with what a plan would tell of the change from another one. */
export function changedNetwork({ before, after, ...rest }: Change): Network {
  return changedNetworkOfInputs({ "cdk.tf.json": before }, { "cdk.tf.json": after }, rest);
}

/** The same of several configurations, by their paths. */
export function changedNetworkOfInputs(
  before: { readonly [path: string]: Configuration },
  after: { readonly [path: string]: Configuration },
  { replaced = {}, intent }: Pick<Change, "replaced" | "intent"> = {},
): Network {
  const withChange = (resource: Resource): Resource => {
    const { input, address } = resource;
    const change = changeIn(entryOf(address, before[input] ?? {}, after[input] ?? {}, replaced[address]));
    return change === undefined ? resource : { ...resource, change };
  };
  const readings = readingsOf(after).map((reading) => ({ ...reading, resources: reading.resources.map(withChange) }));
  const text = typeof intent === "object" ? JSON.stringify(intent) : intent;
  return assemble(readings, text === undefined ? undefined : parseIntent("intent.yaml", text));
}

function entryOf(
  address: string,
  before: Configuration,
  after: Configuration,
  forcedBy: readonly string[] | undefined,
): JsonObject {
  const [was, is] = [bodyOf(before, address), bodyOf(after, address)];
  const isSame = JSON.stringify(was) === JSON.stringify(is);
  const replaced = forcedBy === undefined ? undefined : ["delete", "create"];
  const actions = replaced ?? (was === undefined ? ["create"] : isSame ? ["no-op"] : ["update"]);
  const change = {
    actions,
    before: was ?? null,
    after: is ?? null,
    replace_paths: (forcedBy ?? []).map((one) => [one]),
  };
  const entry: JsonObject = JSON.parse(JSON.stringify({ address, change }));
  return entry;
}

function bodyOf({ resource = {} }: Configuration, address: string): unknown {
  const [type = "", name = ""] = address.split(".");
  const named = resource[type];
  return isTree(named) ? named[name] : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
