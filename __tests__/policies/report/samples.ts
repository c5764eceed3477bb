import { fingerprintsOf } from "../../../policies/judge/fingerprint";
import type { FixedFinding, MarkedFinding } from "../../../policies/judge/marked";
import type { Report, RuleEntry } from "../../../policies/report/report";
import { EXAMPLE, finding } from "../judge/samples";

/** A finding with nothing special about it, neither compared nor suppressed. */
export function marked(more: Partial<MarkedFinding> = {}): MarkedFinding {
  const one = { ...finding(), status: undefined, suppressed: undefined, ...more };
  return { fingerprint: fingerprintsOf([one]).get(one) ?? "", ...one };
}

/** A rule that a report says was run. */
export function ruleEntry(id: string, more: Partial<RuleEntry> = {}): RuleEntry {
  return {
    id,
    level: "error",
    section: "BGP",
    what: `What ${id} asks holds.`,
    why: "Azure refuses it.",
    page: "https://learn.microsoft.com/sample",
    example: EXAMPLE,
    ...more,
  };
}

/** A report with everything in it that a report can have. */
export const FULL: Report = {
  version: 1,
  verdict: "fail",
  failOn: "error",
  failOnNew: false,
  compared: undefined,
  inputs: [
    { path: "cdktf.out/stacks/weu", kind: "configuration", resources: 3, total: 4, unread: [] },
    { path: "plan.json", kind: "plan", resources: 1, total: 1, unread: [] },
  ],
  checked: { rules: 27, resources: { azurerm_virtual_wan: 1, azurerm_vpn_site: 3 } },
  findings: [
    marked({
      path: "link[0].bgp[0].peering_address",
      constructPath: "weu/sites/hq",
      source: { file: "sites.ts", line: 12 },
      input: "cdktf.out/stacks/weu",
      evidence: { address: "10.0.0.4", links: ["a", "b"], asns: [65001], private: true, count: 2 },
    }),
    marked({
      rule: "asn-allowed",
      level: "warning",
      outcome: "undecided",
      path: "",
      message: "the ASN of site hq is unknown",
      remedy: "Make var.asn known.",
      decidedBy: ["var.asn", "var.region"],
      restsOn: "00112233445566778899aabbccddeeff",
    }),
    marked({ rule: "dpd-explicit", level: "note", message: "no timeout is set", remedy: "Set it to 45." }),
  ],
  fixed: [],
  notices: [],
  unread: [{ input: "plan.json", address: "module.sites", reason: "can't be read", decidedBy: ["module.sites"] }],
  protected: [
    { because: "stated", count: 7, prefixes: ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"], mayBeMore: true },
    { because: "before", count: 1, prefixes: ["10.9.0.0/16"], mayBeMore: false },
  ],
  notJudged: [
    {
      input: "plan.json",
      address: "azurerm_virtual_network_gateway.old",
      type: "azurerm_virtual_network_gateway",
      could: "carry tunnels outside Virtual WAN",
    },
  ],
  outside: ["/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old"],
  pathChanges: undefined,
  rules: [
    ruleEntry("sample-rule"),
    ruleEntry("asn-allowed", { level: "warning" }),
    ruleEntry("dpd-explicit", { level: "note", section: "Tunnel" }),
    ruleEntry("wan-standard", { section: "Topology and limits" }),
  ],
};

/** The same with every mark that a finding can have, with something fixed, and with something to be known. */
export const COMPARED: Report = {
  ...FULL,
  compared: "prior_state",
  findings: FULL.findings.map((one, index) => ({
    ...one,
    status: index === 0 ? "new" : "existing",
    suppressed:
      index === 2 ? { reason: "the device can't do it", expires: "2027-03-31", by: "wanproof.yaml:12" } : undefined,
  })),
  fixed: [asFixed(marked({ rule: "old-rule", message: "device address 10.0.0.5 was wrong" }))],
  notices: [{ at: "wanproof.yaml:20", message: "a suppression of ike-version-2 has expired" }],
};

/** A sound network, and nothing to say of it. */
export const CLEAN: Report = {
  version: 1,
  verdict: "pass",
  failOn: "error",
  failOnNew: false,
  compared: undefined,
  inputs: [{ path: "plan.json", kind: "plan", resources: 1, total: 2, unread: [] }],
  checked: { rules: 1, resources: { azurerm_virtual_wan: 1 } },
  findings: [],
  fixed: [],
  notices: [],
  unread: [],
  protected: [],
  notJudged: [],
  outside: [],
  pathChanges: undefined,
  rules: [ruleEntry("sample-rule")],
};

/** A sound plan with nothing of this field in it. */
export const EMPTY: Report = {
  ...CLEAN,
  inputs: [{ path: "plan.json", kind: "plan", resources: 0, total: 2, unread: [] }],
  checked: { rules: 27, resources: {} },
};

/** A finding that is not there any more. */
export function asFixed({ status: _, suppressed: __, ...finding }: MarkedFinding): FixedFinding {
  return finding;
}
