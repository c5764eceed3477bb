import { type Problem, valueAt } from "../../text/problem";
import { regionOfHub } from "../regions";
import { checkHubParts, checkRoutingNames, checkTunnelNames } from "./hub-names";
import { entriesAt, namesAt, textAt, undeclared } from "./named-things";
import { checkVariables } from "./variables";
import { pathInFile } from "./wording";

/**
 * What is wrong between the parts of a network file: names that nothing has, gateways that are missing, things that no
 * one region holds. It looks at the file as it was written, so that all is said at once, whatever else is wrong with it.
 */
export function checkRelations(file: unknown): Problem[] {
  return [
    ...namesAt(file, ["hubs"]).flatMap((hub) => [...checkRegion(file, hub), ...checkHubParts(file, hub)]),
    ...namesAt(file, ["circuits"]).flatMap((circuit) => checkCircuit(file, circuit)),
    ...namesAt(file, ["sites"]).flatMap((site) => checkSite(file, site)),
    ...namesAt(file, ["spokes"]).flatMap((spoke) => checkSpoke(file, spoke)),
    ...namesAt(file, CONNECTION_MONITORS).flatMap((hub) => checkConnectionMonitor(file, hub)),
    ...checkVariables(file),
  ];
}

const CONNECTION_MONITORS = ["monitoring", "connectionMonitors"];

/** A hub whose sites are tested, and the sites whose addresses are named. */
function checkConnectionMonitor(file: unknown, hub: string): Problem[] {
  const path = [...CONNECTION_MONITORS, hub];
  const sites = namesAt(file, ["sites"]).filter((site) => namesAt(file, ["sites", site, "connections"]).includes(hub));
  const kind = `site of hub ${hub}`;
  const hubs = namesAt(file, ["hubs"]);
  if (!hubs.includes(hub)) {
    return undeclared({ path, at: "key", name: hub, kind: "hub", declared: hubs });
  }
  return namesAt(file, [...path, "addresses"]).flatMap((name) =>
    undeclared({ path: [...path, "addresses", name], at: "key", name, kind, declared: sites }),
  );
}

function checkRegion(file: unknown, hub: string): Problem[] {
  if (textAt(file, ["hubs", hub, "location"]) !== undefined || regionOfHub(file, hub) !== undefined) {
    return [];
  }
  const message = `hubs.${hub} has no location, and ${hub} is no Azure region known here; give location, such as westeurope`;
  return [{ path: ["hubs", hub], at: "key", message }];
}

function checkCircuit(file: unknown, circuit: string): Problem[] {
  const path = ["circuits", circuit];
  return [
    ...checkConnections(file, path, "expressRouteGateway"),
    ...checkStack(file, path),
    ...namesAt(file, [...path, "connections"]).flatMap((hub) =>
      checkRoutingNames(file, [...path, "connections", hub, "routing"], hub),
    ),
  ];
}

function checkSite(file: unknown, site: string): Problem[] {
  const path = ["sites", site];
  const links = namesAt(file, [...path, "links"]);
  const hubs = namesAt(file, [...path, "connections"]);
  return [
    ...checkConnections(file, path, "vpnGateway"),
    ...checkStack(file, path),
    ...links.flatMap((link) => checkLink(file, [...path, "links", link])),
    ...hubs.flatMap((hub) => {
      const connection = [...path, "connections", hub];
      return [
        ...checkRoutingNames(file, [...connection, "routing"], hub),
        ...namesAt(file, [...connection, "links"]).flatMap((name) => [
          ...undeclared({ path: [...connection, "links", name], at: "key", name, kind: "link", declared: links }),
          ...checkTunnelNames(file, [...connection, "links", name], [hub]),
        ]),
      ];
    }),
    ...checkTunnelNames(file, [...path, "tunnel"], hubs),
    ...links.flatMap((link) => checkTunnelNames(file, [...path, "links", link, "tunnel"], hubs)),
  ];
}

function checkSpoke(file: unknown, spoke: string): Problem[] {
  const hub = textAt(file, ["spokes", spoke, "hub"]);
  const declared = namesAt(file, ["hubs"]);
  return hub === undefined
    ? []
    : [
        ...undeclared({ path: ["spokes", spoke, "hub"], at: "value", name: hub, kind: "hub", declared }),
        ...checkRoutingNames(file, ["spokes", spoke, "routing"], hub),
      ];
}

/** The hubs that a circuit or site connects to, and the gateway that each must have for it. */
function checkConnections(file: unknown, path: readonly string[], gateway: string): Problem[] {
  const declared = namesAt(file, ["hubs"]);
  return namesAt(file, [...path, "connections"]).flatMap((hub) => {
    const at = [...path, "connections", hub];
    if (!declared.includes(hub)) {
      return undeclared({ path: at, at: "key", name: hub, kind: "hub", declared });
    }
    const message = `${pathInFile(at)} needs ${gateway} in hubs.${hub}, which has none; give it, if only as "${gateway}: {}"`;
    return valueAt(file, ["hubs", hub, gateway]) === undefined ? [{ path: at, at: "key", message }] : [];
  });
}

/** What hubs of several regions use can't be in the stack of one: the stacks could need each other in a circle. */
function checkStack(file: unknown, path: readonly string[]): Problem[] {
  const hubs = namesAt(file, [...path, "connections"]);
  const regions = [...new Set(hubs.flatMap((hub) => regionOfHub(file, hub) ?? []))];
  const needless = valueAt(file, [...path, "existing"]) !== undefined || valueAt(file, [...path, "stack"]) === "global";
  if (regions.length < 2 || needless) {
    return [];
  }
  const message = `${pathInFile(path)} connects to hubs of ${regions.join(" and ")}, so no region's stack can hold it; add "stack: global"`;
  return [{ path, at: "key", message }];
}

function checkLink(file: unknown, path: readonly string[]): Problem[] {
  const circuit = textAt(file, [...path, "circuit"]);
  const declared = namesAt(file, ["circuits"]);
  const unknown =
    circuit === undefined
      ? []
      : undeclared({ path: [...path, "circuit"], at: "value", name: circuit, kind: "circuit", declared });
  const isNew = valueAt(file, [path[0] ?? "", path[1] ?? "", "existing"]) === undefined;
  if (unknown.length > 0 || !isNew || valueAt(file, [...path, "over"]) !== "expressRoute") {
    return unknown;
  }
  const told = new Map(circuit === undefined ? [] : entriesAt(file, ["circuits", circuit]));
  return [
    ...needed(file, path, "provider", told.has("provider"), "the name of the circuit's provider"),
    ...needed(file, path, "speedMbps", told.has("bandwidthMbps") || told.has("bandwidthGbps"), "the circuit's speed"),
  ];
}

function needed(file: unknown, path: readonly string[], key: string, told: boolean, what: string): Problem[] {
  const message = `${pathInFile(path)} needs ${key}: ${what}, which no circuit made in this file tells`;
  return told || valueAt(file, [...path, key]) !== undefined ? [] : [{ path, at: "key", message }];
}
