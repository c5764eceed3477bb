import type { LabPlan } from "../plan/lab-plan";
import { CORE, deviceName, edgeName } from "../plan/names";
import type { AddressOf } from "./azure-end";
import { activated, neighbor, wholeFrr } from "./frr-text";

// The AS number in communities that carry a local preference to the router in the middle.
const PREFERENCE_OF = 64511;

/** The router that stands for the network on premises: it takes what devices and routers prefer, by the files that they run. */
export function coreFrr(plan: LabPlan, addressOf: AddressOf): string {
  const peers = [
    ...plan.devices.map(({ bgp }, index) => ({ peer: addressOf(deviceName(index)), asn: bgp.asn })),
    ...plan.circuits.map(({ tree }, index) => ({ peer: addressOf(edgeName(index)), asn: tree.asn })),
  ];
  const preferences = preferencesIn(plan);
  return wholeFrr(
    preferences.map((value) => `bgp community-list standard PREFERENCE${value} permit ${PREFERENCE_OF}:${value}`),
    preferences.flatMap((value, index) => [
      `route-map IN permit ${(index + 1) * 10}`,
      ` match community PREFERENCE${value}`,
      ` set local-preference ${value}`,
      "exit",
    ]),
    ["route-map OUT deny 10", "exit"],
    `router bgp ${plan.coreAsn}`,
    ` bgp router-id ${addressOf(CORE)}`,
    " no bgp default ipv4-unicast",
    " bgp bestpath as-path multipath-relax",
    peers.flatMap(({ peer, asn }) => neighbor(peer, asn)),
    " address-family ipv4 unicast",
    peers.flatMap(({ peer }) => activated(peer, { in: "IN", out: "OUT" })),
    ["  maximum-paths 16", " exit-address-family", "exit"],
  );
}

/** What a device or an ExpressRoute-facing router is told beside its file: its session with that router. */
export function besideFile(plan: LabPlan, asn: number, addressOf: AddressOf): string {
  const peer = addressOf(CORE);
  return `${[
    "bgp as-path access-list LAB-OWN seq 5 permit ^$",
    "route-map LAB-IN deny 10",
    "exit",
    "route-map LAB-OUT deny 1",
    " match as-path LAB-OWN",
    "exit",
    ...preferencesIn(plan).flatMap((value, index) => [
      `route-map LAB-OUT permit ${(index + 1) * 10}`,
      ` match local-preference ${value}`,
      ` set community ${PREFERENCE_OF}:${value}`,
      "exit",
    ]),
    `router bgp ${asn}`,
    ...neighbor(peer, plan.coreAsn),
    " address-family ipv4 unicast",
    ...activated(peer, { in: "LAB-IN", out: "LAB-OUT" }),
    " exit-address-family",
    "exit",
    "end",
  ].join("\n")}\n`;
}

/** Every local preference that rendered files set: the lab carries them on, and sets none of its own. */
function preferencesIn({ devices, circuits }: LabPlan): number[] {
  const texts = [...devices, ...circuits].flatMap(({ files }) => files.map(({ text }) => text)).join("\n");
  const found = [...texts.matchAll(/^ set local-preference (\d+)$/gm)].map(([, value]) => Number(value));
  return [...new Set(found)].sort((a, b) => b - a);
}
