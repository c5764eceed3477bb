import type { Network } from "../../../network/network";
import { judge } from "../../../policies/judge/judge";
import type { Level, Rule } from "../../../policies/rules/rule";
import { type Configuration, networkOf, networkOfInputs, type Tree } from "../../support/network";
import { SOUND } from "./sound";

/** Attributes by their paths, `azurerm_vpn_site.bergen.link[0].ip_address`, and their new values; undefined takes one out. */
export interface Changes {
  readonly [path: string]: unknown;
}

/** A finding as tests compare it. */
export interface Said {
  readonly outcome: "violation" | "undecided";
  readonly level: Level;
  readonly address: string;
  readonly path: string;
  readonly message: string;
  /** Of a violation only: that of an undecided finding follows from `decidedBy`. */
  readonly remedy?: string;
  readonly decidedBy?: readonly string[];
  readonly evidence: object;
}

/** What a rule says of the sound network with some changes. */
export function said(rule: Rule, changes: Changes): Said[] {
  return saidOf(rule, networkOf(changed(SOUND, changes)));
}

/** What a rule says of several inputs, each of them the sound network with some changes. */
export function saidTogether(rule: Rule, inputs: { readonly [path: string]: Changes }): Said[] {
  const configurations = Object.entries(inputs).map(([path, changes]) => [path, changed(SOUND, changes)]);
  return saidOf(rule, networkOfInputs(Object.fromEntries(configurations)));
}

/** What a rule says of a network. */
export function saidOf(rule: Rule, network: Network): Said[] {
  const findings = judge(network, [rule]);
  // A part in a text that isn't told to anybody.
  expect(JSON.stringify(findings)).not.toContain("[object");
  return findings.map(({ outcome, level, address, path, message, remedy, decidedBy, evidence }) => {
    const place = { outcome, level, address, path, message, evidence };
    return outcome === "violation" ? { ...place, remedy } : { ...place, decidedBy };
  });
}

/** A configuration with some changes. Paths that begin with `network_intent` are in that output. */
export function changed(base: Configuration, changes: Changes): Configuration {
  let whole: unknown = base;
  for (const [path, value] of Object.entries(changes)) {
    whole = put(whole, [...rootOf(path), ...stepsOf(path)], value);
  }
  return isTree(whole) ? whole : {};
}

function rootOf(path: string): string[] {
  if (path.startsWith("network_intent")) {
    return ["output"];
  }
  return path.startsWith("azurerm_") ? ["resource"] : [];
}

// A key in quotes may hold anything: `network_intent.value.vpn["azurerm_vpn_site.bergen"]`.
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
    index === undefined ? (quoted ?? plain ?? "") : Number(index),
  );
}

function put(holder: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) {
    return value;
  }
  if (typeof step === "number") {
    const list: unknown[] = Array.isArray(holder) ? [...holder] : [];
    list[step] = put(list[step], rest, value);
    return list;
  }
  const tree = isTree(holder) ? holder : {};
  return { ...tree, [step]: put(tree[step], rest, value) };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
