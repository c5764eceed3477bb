import type { Report, RuleEntry } from "../../../policies/report/report";
import { finding } from "../judge/samples";

/** A rule that a report says was run. */
export function ruleEntry(id: string, more: Partial<RuleEntry> = {}): RuleEntry {
  return {
    id,
    level: "error",
    section: "BGP",
    what: `What ${id} asks holds.`,
    why: "Azure refuses it.",
    page: "https://learn.microsoft.com/sample",
    ...more,
  };
}

/** A report with everything in it that a report can have. */
export const FULL: Report = {
  version: 1,
  verdict: "fail",
  failOn: "error",
  inputs: [
    { path: "cdktf.out/stacks/weu", kind: "configuration", resources: 3, total: 4, unread: [] },
    { path: "plan.json", kind: "plan", resources: 1, total: 1, unread: [] },
  ],
  checked: { rules: 27, resources: { azurerm_virtual_wan: 1, azurerm_vpn_site: 3 } },
  findings: [
    finding({
      path: "link[0].bgp[0].peering_address",
      constructPath: "weu/sites/hq",
      source: { file: "sites.ts", line: 12 },
      input: "cdktf.out/stacks/weu",
      evidence: { address: "10.0.0.4", links: ["a", "b"], asns: [65001], private: true, count: 2 },
    }),
    finding({
      rule: "asn-allowed",
      level: "warning",
      outcome: "undecided",
      path: "",
      message: "the ASN of site hq is unknown",
      remedy: "Make var.asn known.",
      decidedBy: ["var.asn", "var.region"],
    }),
    finding({ rule: "dpd-explicit", level: "note", message: "no timeout is set", remedy: "Set it to 45." }),
  ],
  unread: [{ input: "plan.json", address: "module.sites", reason: "can't be read", decidedBy: ["module.sites"] }],
  outside: ["/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old"],
  rules: [
    ruleEntry("sample-rule"),
    ruleEntry("asn-allowed", { level: "warning" }),
    ruleEntry("dpd-explicit", { level: "note", section: "Tunnel" }),
    ruleEntry("wan-standard", { section: "Topology and limits" }),
  ],
};

/** A sound network, and nothing to say of it. */
export const CLEAN: Report = {
  version: 1,
  verdict: "pass",
  failOn: "error",
  inputs: [{ path: "plan.json", kind: "plan", resources: 1, total: 2, unread: [] }],
  checked: { rules: 1, resources: { azurerm_virtual_wan: 1 } },
  findings: [],
  unread: [],
  outside: [],
  rules: [ruleEntry("sample-rule")],
};

/** A sound plan with nothing of this field in it. */
export const EMPTY: Report = {
  ...CLEAN,
  inputs: [{ path: "plan.json", kind: "plan", resources: 0, total: 2, unread: [] }],
  checked: { rules: 27, resources: {} },
};
