import { type Problem, valueAt } from "../../text/problem";
import { namesAt, textAt, textsAt, undeclared } from "./named-things";

type Path = readonly string[];

/** Names in a hub: of its spokes, in its static routes; and names of its own that Azure has taken. */
export function checkHubParts(file: unknown, hub: string): Problem[] {
  const tables = ["hubs", hub, "routeTables"];
  const taken = namesAt(file, tables).filter((name) => name === "default" || name === "none");
  const message = (name: string) =>
    `hubs.${hub}.routeTables.${name} is a route table that every hub has; choose another name`;
  return [
    ...taken.map((name): Problem => ({ path: [...tables, name], at: "key", message: message(name) })),
    ...namesAt(file, tables).flatMap((table) => checkRoutes(file, [...tables, table, "routes"], hub)),
    ...checkRoutes(file, ["hubs", hub, "defaultRouteTable", "routes"], hub),
  ];
}

function checkRoutes(file: unknown, routes: Path, hub: string): Problem[] {
  const spokes = namesAt(file, ["spokes"]).filter((spoke) => valueAt(file, ["spokes", spoke, "hub"]) === hub);
  return namesAt(file, routes).flatMap((route) => {
    const path = [...routes, route, "nextHop", "spoke"];
    const name = textAt(file, path);
    return name === undefined
      ? []
      : undeclared({ path, at: "value", name, kind: `spoke of hub ${hub}`, declared: spokes });
  });
}

/** Route tables and route maps that the routing of a connection names: those of its hub. */
export function checkRoutingNames(file: unknown, routing: Path, hub: string): Problem[] {
  const tables = [...namesAt(file, ["hubs", hub, "routeTables"]), "default", "none"];
  const maps = namesAt(file, ["hubs", hub, "routeMaps"]);
  const table = (path: readonly PropertyKey[], name: string | undefined): Problem[] =>
    name === undefined
      ? []
      : undeclared({ path, at: "value", name, kind: `route table of hub ${hub}`, declared: tables });
  const map = (path: Path): Problem[] => {
    const name = textAt(file, path);
    return name === undefined
      ? []
      : undeclared({ path, at: "value", name, kind: `route map of hub ${hub}`, declared: maps });
  };
  const associated = [...routing, "associatedRouteTable"];
  return [
    ...table(associated, textAt(file, associated)),
    ...textsAt(file, [...routing, "propagateTo", "routeTables"]).flatMap(({ path, text }) => table(path, text)),
    ...map([...routing, "inboundRouteMap"]),
    ...map([...routing, "outboundRouteMap"]),
  ];
}

/** NAT rules that the settings of a tunnel name: the gateway of every hub that they are for has them. */
export function checkTunnelNames(file: unknown, tunnel: Path, hubs: readonly string[]): Problem[] {
  const uses = ["ingressNatRules", "egressNatRules"].flatMap((key) => textsAt(file, [...tunnel, key]));
  return uses.flatMap(({ path, text }) =>
    hubs.flatMap((hub) => {
      const declared = namesAt(file, ["hubs", hub, "vpnGateway", "natRules"]);
      return undeclared({ path, at: "value", name: text, kind: `NAT rule of hub ${hub}`, declared });
    }),
  );
}
