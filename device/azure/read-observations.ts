import { InputError } from "../../text/complaint";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json";
import type { Problem } from "../../text/problem";
import { textOfFile } from "../../text/text-file";
import type { Observation, ObservedRoutes } from "./observations";
import { connectionIn, gatewayIn } from "./observed-gateway";
import { connectionRoutesIn, edgeRoutesIn, effectiveRoutesIn } from "./observed-routes";
import { complaintsOf, isVpnDownload, jsonOf } from "./read-azure-file";
import { Spot } from "./spot";
import { vpnDownloadIn } from "./vpn-download";

/** A file of Azure's as a person names it: `FILE`, `NAME=FILE`, `inbound:NAME=FILE` or `outbound:NAME=FILE`. */
export interface NamedFile {
  readonly path: string;
  /** The hub, circuit or connection that its routes are of. */
  readonly of: string | undefined;
  readonly direction: "inbound" | "outbound" | undefined;
}

export function namedFile(text: string): NamedFile {
  const [, direction, of, path] = /^(?:(inbound|outbound):)?(?:([^=]+)=)?(.+)$/.exec(text) ?? [];
  return {
    path: path ?? text,
    of,
    direction: direction === "inbound" || direction === "outbound" ? direction : undefined,
  };
}

/**
 * Reads files of what Azure runs, each by its content.
 * @throws InputError with every complaint about all of them
 */
export function readObservations(given: readonly string[]): Observation[] {
  const complaints: InputError["complaints"][number][] = [];
  const observations = given.flatMap((text) => {
    try {
      const file = namedFile(text);
      return observationsOf(
        file,
        textOfFile(file.path, { noun: "file of Azure's", insteadOfFolder: "name a file in it" }),
      );
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      complaints.push(...error.complaints);
      return [];
    }
  });
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return observations;
}

/**
 * What the text of a file tells: one thing, or each of a list.
 * @throws InputError with every complaint
 */
export function observationsOf(file: NamedFile, written: string): Observation[] {
  const text = written.replace(/^\ufeff/, "");
  const json = jsonOf(file.path, text);
  const problems: Problem[] = [];
  const found = observedIn(file, json, new Spot(json, [], problems));
  if (problems.length > 0) {
    throw new InputError(complaintsOf(file.path, text, problems));
  }
  if (found === undefined) {
    throw new InputError([{ path: file.path, message: UNKNOWN }]);
  }
  return found;
}

function observedIn(file: NamedFile, json: Json, spot: Spot): Observation[] | undefined {
  const { path } = file;
  if (isVpnDownload(json)) {
    return [{ kind: "download", path, links: vpnDownloadIn(spot) }];
  }
  const things = isJsonArray(json) && json.every(isThing) && json.length > 0 ? spot.items() : [spot];
  const resources = isJsonArray(json) ? json : [json];
  if (resources.every(isThing) && resources.length > 0) {
    return things.flatMap((one, index) => thingIn(path, resources[index] ?? null, one) ?? []);
  }
  return routesIn(file, json, spot);
}

function isThing(json: Json): json is JsonObject {
  return isJsonObject(json) && (isGateway(json) || isConnection(json));
}

function thingIn(path: string, json: Json, spot: Spot): Observation | undefined {
  return isJsonObject(json) && isGateway(json) ? gatewayIn(path, spot) : connectionIn(path, spot);
}

function isGateway(json: JsonObject): boolean {
  return has(json, "bgpSettings") && (has(json, "ipConfigurations") || has(json, "vpnGatewayScaleUnit"));
}

function isConnection(json: JsonObject): boolean {
  return has(json, "vpnLinkConnections") || (has(json, "remoteVpnSite") && has(json, "connectionStatus"));
}

function has(json: JsonObject, name: string): boolean {
  const { properties } = json;
  return Object.hasOwn(json, name) || (isJsonObject(properties) && Object.hasOwn(properties, name));
}

/** Routes, in a list or below `value`. Empty lists tell only by the name they are given what they are of. */
function routesIn({ path, of, direction }: NamedFile, json: Json, spot: Spot): ObservedRoutes[] | undefined {
  const isListed = isJsonArray(json);
  const list = isListed ? json : isJsonObject(json) ? json.value : undefined;
  const at = isListed ? spot : spot.at("value");
  if (!isJsonArray(list)) {
    return undefined;
  }
  const holds = (name: string) => list.length > 0 && list.some((one) => isJsonObject(one) && Object.hasOwn(one, name));
  if (holds("addressPrefixes")) {
    return [{ kind: "effective", path, of, routes: effectiveRoutesIn(at) }];
  }
  if (holds("network")) {
    return [{ kind: "circuit", path, of, routes: edgeRoutesIn(at) }];
  }
  if (holds("prefix") || (direction !== undefined && list.length === 0)) {
    if (direction === undefined || of === undefined) {
      spot.complain(
        "holds what a connection hears or tells, and not which: name it inbound:CONNECTION=FILE or outbound:CONNECTION=FILE",
      );
      return [];
    }
    return [{ kind: direction, path, of, routes: connectionRoutesIn(at) }];
  }
  return undefined;
}

const UNKNOWN =
  'is nothing that Azure tells of a VPN gateway: take the file of "Download VPN Config", or what az network vpn-gateway show, ' +
  "vpn-gateway connection show, vhub get-effective-routes or express-route list-route-tables print with -o json";
