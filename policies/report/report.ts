import { couldOf, isJudged } from "../../network/ledger/kept";
import type { Input, Network } from "../../network/network";
import type { Resource } from "../../network/resource";
import type { RouteChange } from "../../paths/changes";
import type { ProtectedPrefixes } from "../../paths/protected";
import type { Comparison } from "../judge/compare";
import type { Finding } from "../judge/finding";
import { counts, mark } from "../judge/mark";
import type { FixedFinding, MarkedFinding, Notice, Suppressions } from "../judge/marked";
import { compareNaturally } from "../judge/order";
import { type Verdict, verdictOf } from "../judge/verdict";
import type { Level, Rule } from "../rules/rule";
import { shownProtected } from "./protected";

/** What was judged, how it came out, and all that there is to say of it. Every writer writes this. */
export interface Report {
  /** The version of this shape. It changes when a field changes its meaning or goes, not when one is added. */
  readonly version: 1;
  readonly verdict: Verdict;
  /** The mildest level that counts in the verdict. Not in the JSON. */
  readonly failOn: Level;
  /** Whether only new findings count in the verdict. Not in the JSON. */
  readonly failOnNew: boolean;
  /** What findings are compared with: `prior_state`, or the file of an earlier report; undefined where with nothing. */
  readonly compared: string | undefined;
  readonly inputs: readonly Input[];
  readonly checked: Checked;
  /** By source line, address, attribute and rule; suppressed ones too. */
  readonly findings: readonly MarkedFinding[];
  /** What was found before and isn't any more. */
  readonly fixed: readonly FixedFinding[];
  /** What is to be said of how was judged: suppressions that don't hold or that nothing needs. */
  readonly notices: readonly Notice[];
  /** What the inputs may hold and don't show, so that no rule has seen it. Where there is any, nothing passes. */
  readonly unread: readonly UnreadPart[];
  /** What counted as protected, and why. */
  readonly protected: readonly ProtectedPrefixes[];
  /** Resources of which no rule speaks, and that could change what rules speak of. */
  readonly notJudged: readonly NotJudged[];
  /**
   * Resources that something refers to and no input describes, by the id or expression that names them. They are not
   * counted in `checked`, and nothing is known of them. Not in the JSON.
   */
  readonly outside: readonly string[];
  /**
   * What takes another path than before the change; undefined where the inputs don't tell what was before. Worked out
   * when asked, for few reports tell it. Not in the JSON: `wanproof routes --diff` writes that.
   */
  readonly pathChanges: (() => readonly RouteChange[]) | undefined;
  /** The rules that were run, in the order of the catalogue. Not in the JSON. */
  readonly rules: readonly RuleEntry[];
}

/** What a report says of a rule that was run. */
export type RuleEntry = Omit<Rule, "judge">;

/** Something that an input may hold and doesn't show. */
export interface UnreadPart {
  readonly input: string;
  readonly address: string;
  /** Why, in a few words that follow the address. */
  readonly reason: string;
  /** What would decide it. */
  readonly decidedBy: readonly string[];
}

/** A resource of which no rule speaks. */
export interface NotJudged {
  readonly input: string;
  readonly address: string;
  readonly type: string;
  /** What it could do, in words that follow "it could". */
  readonly could: string;
}

/** How much was looked at. */
export interface Checked {
  /** How many rules were run. */
  readonly rules: number;
  /** How many resources and data sources of each Terraform type. */
  readonly resources: Readonly<Record<string, number>>;
}

/** What a report is made of. */
export interface Judged {
  readonly network: Network;
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
  /** How the findings compare with earlier ones; undefined where there is nothing to compare with. */
  readonly comparison?: Comparison | undefined;
  readonly suppressions?: Suppressions | undefined;
  /** What takes another path than before; undefined where nobody tells what was before. */
  readonly pathChanges?: Report["pathChanges"];
  /** What is to be said beside. */
  readonly notices?: readonly Notice[];
}

/** What counts in the verdict of a report. */
export interface Counting {
  /** The mildest level that counts; default error. */
  readonly failOn?: Level | undefined;
  /** Whether only findings count that are not known to have been there before; default false. */
  readonly failOnNew?: boolean | undefined;
}

/** The report on what was judged. */
export function reportOf(judged: Judged, { failOn = "error", failOnNew = false }: Counting = {}): Report {
  const { network, rules, comparison, suppressions, notices = [] } = judged;
  const { findings, fixed } = mark(judged.findings, comparison, suppressions);
  const counted = findings.filter((finding) => counts(finding, failOnNew));
  const unread = network.inputs.flatMap((input) => input.unread);
  return {
    version: 1,
    verdict: verdictOf(counted, unread, failOn),
    failOn,
    failOnNew,
    compared: comparison?.by,
    inputs: network.inputs,
    checked: { rules: rules.length, resources: countByType(network) },
    findings,
    fixed,
    notices: [...notices, ...(comparison?.notices ?? []), ...(suppressions?.notices() ?? [])],
    unread: network.inputs.flatMap(unreadIn),
    protected: shownProtected(network),
    notJudged: network.resources.flatMap(notJudged),
    outside: outsideOf(network),
    pathChanges: judged.pathChanges,
    rules: rules.map(({ judge, ...entry }) => entry),
  };
}

/**
 * Whether there was anything to judge: a resource or data source of this field, in any input. A virtual network or an
 * alert alone is none: they are looked at because of what they are connected to.
 */
export function judgedAnything({ checked, findings }: Report): boolean {
  return findings.length > 0 || Object.keys(checked.resources).some((type) => !SURROUNDINGS.has(type));
}

const SURROUNDINGS: ReadonlySet<string> = new Set([
  "azurerm_firewall",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_monitor_metric_alert",
  "azurerm_network_connection_monitor",
  "azurerm_route",
  "azurerm_route_server",
  "azurerm_route_table",
  "azurerm_subnet",
  "azurerm_subnet_route_table_association",
  "azurerm_virtual_network",
  "azurerm_virtual_network_gateway",
]);

function unreadIn({ path, unread }: Input): UnreadPart[] {
  return unread.map(({ address, reason, unknown }) => ({
    input: path,
    address,
    reason,
    decidedBy: unknown.decidedBy,
  }));
}

function notJudged(resource: Resource): NotJudged[] {
  const { input, address, type } = resource;
  const could = resource.standing === "outside" ? undefined : couldOf(resource);
  return could === undefined ? [] : [{ input, address, type, could }];
}

function countByType(network: Network): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { type, standing } of network.resources) {
    if (standing !== "outside" && isJudged(type)) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => compareNaturally(a, b)));
}

function outsideOf({ resources, routeTables }: Network): readonly string[] {
  // Every hub has a default route table, which no input describes because Terraform has no resource for it.
  const defaults = new Set(routeTables.filter(({ isDefault }) => isDefault).map(({ resource }) => resource));
  const outside = resources.filter((one) => one.standing === "outside" && !defaults.has(one));
  return [...new Set(outside.map(({ address }) => address))].sort(compareNaturally);
}
