import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt, stringAt } from "../../../text/json";
import { isOurType } from "../../ledger/kept";
import type { Unread } from "../../network";

/**
 * What a state doesn't show though a state of Terraform always does, so that nothing may be judged as absent that could
 * be in such a gap: lists that are none, and entries that don't tell what they are.
 */
export function gapsOfState(values: JsonObject): Unread[] {
  const seen = new Set<string>();
  return gapsOfModule(objectAt(values, "root_module"), "root_module", seen);
}

function gapsOfModule(module: JsonObject, place: string, seen: Set<string>): Unread[] {
  return [
    ...eachOf(module, "resources", place, (entry, at) => gapsOfResource(entry, at, seen)),
    ...eachOf(module, "child_modules", place, (child, at) =>
      isJsonObject(child) ? gapsOfModule(child, at, seen) : [unread(at, "is no module")],
    ),
  ];
}

function eachOf(
  module: JsonObject,
  name: string,
  place: string,
  gapsIn: (entry: Json, at: string) => Unread[],
): Unread[] {
  const at = `${place}.${name}`;
  const entries = module[name] ?? [];
  return isJsonArray(entries)
    ? entries.flatMap((entry, index) => gapsIn(entry, `${at}[${index}]`))
    : [unread(at, "is no list, so it doesn't tell what exists")];
}

function gapsOfResource(entry: Json, at: string, seen: Set<string>): Unread[] {
  if (!isJsonObject(entry)) {
    return [unread(at, "is no resource")];
  }
  const type = stringAt(entry, "type");
  if (type !== undefined && !isOurType(type)) {
    return [];
  }
  const address = stringAt(entry, "address");
  const isNamed = address !== undefined && type !== undefined && stringAt(entry, "name") !== undefined;
  if (!isNamed || (entry.mode !== "managed" && entry.mode !== "data")) {
    return [unread(address ?? at, "doesn't tell its address, mode, type and name")];
  }
  if (entry.deposed_key !== undefined) {
    // Reading it as the state of a plan tells that.
    return [];
  }
  if (!isJsonObject(entry.values)) {
    return [unread(address, "doesn't tell what it is")];
  }
  const isTwice = seen.has(address);
  seen.add(address);
  return isTwice ? [unread(address, "is in the state twice")] : [];
}

function unread(address: string, reason: string): Unread {
  return { address, reason, unknown: { decidedBy: [address] } };
}
