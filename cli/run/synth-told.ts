import type { Report } from "../../policies/report/report";
import { type TextOptions, textReport } from "../../policies/report/text";
import type { NetworkDescription } from "../../stacks/schema/network";

/** A network in a few lines: hubs, circuits, sites with their links, spokes. */
export function networkText(network: NetworkDescription): string {
  const { name, hubs, circuits = {}, sites = {}, spokes = {} } = network;
  const links = Object.values(sites).flatMap((site) => Object.values<{ readonly over: string }>(site.links));
  const isPrivate = links.filter(({ over }) => over === "expressRoute").length;
  const lines = [
    ["Hubs", Object.entries(hubs).map(([key, hub]) => hubText(key, hub))],
    ["Circuits", Object.keys(circuits)],
    ["Sites", Object.keys(sites)],
    ["Spokes", Object.keys(spokes)],
  ] as const;
  return [
    `Network ${name}`,
    ...lines.map(([what, names]) => `  ${what.padEnd(9)} ${listed(names)}`),
    `  Links     ${links.length}, ${isPrivate} of them private, over ExpressRoute`,
    "",
    "",
  ].join("\n");
}

function hubText(key: string, hub: NetworkDescription["hubs"][string]): string {
  const prefix =
    "existing" in hub
      ? ("addressPrefix" in hub.existing && hub.existing.addressPrefix) || "existing"
      : hub.addressPrefix;
  return `${key} (${prefix})`;
}

// A thousand sites are a number, not a list.
const LISTED = 8;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(", ");
  const rest = names.length > LISTED ? `, and ${names.length - LISTED} more` : "";
  return names.length === 0 ? "none" : `${names.length}: ${shown}${rest}`;
}

/** The verdict with what was checked, and where the Terraform is. */
export function verdictText(report: Report | undefined, folder: string, options: TextOptions): string {
  const verdict = report === undefined ? "Not judged: the gate is off.\n" : judgedText(report, folder, options);
  const undecided =
    report?.verdict === "undecided" ? "What is undecided, a plan may decide: wanproof check plan.json\n" : "";
  return `${verdict}${undecided}\nTerraform is in ${folder}/stacks, a folder for each stack.\n`;
}

/** Why the gate refuses a network. */
export function refusalText(report: Report, options: TextOptions): string {
  return `${textReport(withoutNotes(report), options)}\nThe gate refuses this network: no Terraform was written.\n`;
}

/** Notes only inform, and would hide the rest from whoever is making the network: they are counted. */
function judgedText(report: Report, folder: string, options: TextOptions): string {
  const notes = report.findings.length - withoutNotes(report).findings.length;
  const counted = notes === 0 ? "" : `Notes: ${notes}, which wanproof check ${folder} shows\n`;
  return textReport(withoutNotes(report), options) + counted;
}

function withoutNotes(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ level }) => level !== "note") };
}
