import { knownValue, knownValues } from "../../network/field";
import type { RouteMap } from "../../network/network";
import { LAB_TIMERS } from "../changes/changes";

const COMMON = ["frr defaults traditional"];

/** Lines of a whole configuration of FRR. */
export function wholeFrr(...lines: readonly (string | readonly string[])[]): string {
  return `${[...COMMON, ...lines.flat(), "end"].join("\n")}\n`;
}

/** How a session of the lab's own begins: with timers that are short, and another try every two seconds. */
export function neighbor(peer: string, asn: number, ...more: readonly string[]): string[] {
  return [
    ` neighbor ${peer} remote-as ${asn}`,
    ` neighbor ${peer} timers ${LAB_TIMERS.keepalive} ${LAB_TIMERS.hold}`,
    ` neighbor ${peer} timers connect 2`,
    ...more.map((line) => ` neighbor ${peer} ${line}`),
  ];
}

/** A session's part of the address family. */
export function activated(
  peer: string,
  maps: { readonly in?: string; readonly out?: string },
  ...more: string[]
): string[] {
  return [
    `  neighbor ${peer} activate`,
    ...(maps.in === undefined ? [] : [`  neighbor ${peer} route-map ${maps.in} in`]),
    ...(maps.out === undefined ? [] : [`  neighbor ${peer} route-map ${maps.out} out`]),
    ...more.map((line) => `  neighbor ${peer} ${line}`),
  ];
}

/**
 * Prefix lists for the rules of an Azure route map, and the clauses of a map of FRR's that does the same. A rule that nothing
 * matches lets pass; `then` is what passes.
 */
export function azureMap(
  name: string,
  map: RouteMap | undefined,
  first: readonly string[],
  then: readonly string[],
): string[] {
  const rules = map?.rules.items ?? [];
  const lists = rules.flatMap(({ matches }, index) =>
    matches.items.flatMap(({ condition, prefixes }) => {
      const longer = knownValue(condition) === "Contains" ? " le 32" : "";
      return knownValues(prefixes).map(
        (prefix, line) =>
          `ip prefix-list ${name}-${index} seq ${line + 1} permit ${prefix}${prefix.endsWith("/32") ? "" : longer}`,
      );
    }),
  );
  const clauses = rules.flatMap(({ matches, actions }, index) => {
    const verb = actions.items.length > 0 ? "deny" : "permit";
    return [
      `route-map ${name} ${verb} ${(index + 1) * 10}`,
      ...(matches.items.length === 0 ? [] : [` match ip address prefix-list ${name}-${index}`]),
      ...(verb === "permit" ? then : []),
      "exit",
    ];
  });
  return [...lists, ...first, ...clauses, `route-map ${name} permit ${(rules.length + 1) * 10}`, ...then, "exit"];
}
