import type { Report } from "../../../policies/report/report";
import { findingsText, textReport } from "../../../policies/report/text";
import { CLEAN, COMPARED, EMPTY, FULL, marked } from "./samples";

const NEW = marked({ status: "new" });
const OLD = marked({ status: "existing" });

describe("the report for a person", () => {
  test("has a block for each finding, then what was and was not checked, then the verdict", () => {
    expect(textReport(FULL)).toBe(`error  sample-rule  azurerm_vpn_site.hq  link[0].bgp[0].peering_address
  at sites.ts:12, construct weu/sites/hq, in cdktf.out/stacks/weu
  device address 10.0.0.4 is wrong
  To do: Use another one.
  Page: https://learn.microsoft.com/sample

warning  undecided  asn-allowed  azurerm_vpn_site.hq
  in plan.json
  the ASN of site hq is unknown
  To do: Make var.asn known.
  Page: https://learn.microsoft.com/sample

note  dpd-explicit  azurerm_vpn_site.hq  link[0].ip_address
  in plan.json
  no timeout is set
  To do: Set it to 45.
  Page: https://learn.microsoft.com/sample

Checked: 27 rules on 4 resources:
  1 azurerm_virtual_wan
  3 azurerm_vpn_site
Inputs:
  cdktf.out/stacks/weu (configuration): 3 of 4 resources judged
  plan.json (plan): 1 of 1 resource judged
Protected: 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 4 more and what can't be told, by intent; 10.9.0.0/16, encrypted before the change
Not checked, because it can't be read:
  module.sites in plan.json can't be read; module.sites would decide it
Not judged, for no rule speaks of it:
  azurerm_virtual_network_gateway.old could carry tunnels outside Virtual WAN
Not checked, because no input describes it:
  /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old
Not decided: 1 finding, which these values would decide:
  var.asn (for asn-allowed)
  var.region (for asn-allowed)
Verdict: fail (1 error, 1 note; 1 warning undecided; 1 part not read)
`);
  });

  test("marks what is new and existing, says why something is suppressed, and lists what is fixed and to be known", () => {
    expect(textReport(COMPARED)).toBe(`error  new  sample-rule  azurerm_vpn_site.hq  link[0].bgp[0].peering_address
  at sites.ts:12, construct weu/sites/hq, in cdktf.out/stacks/weu
  device address 10.0.0.4 is wrong
  To do: Use another one.
  Page: https://learn.microsoft.com/sample

warning  undecided  existing  asn-allowed  azurerm_vpn_site.hq
  in plan.json
  the ASN of site hq is unknown
  To do: Make var.asn known.
  Page: https://learn.microsoft.com/sample

note  existing  suppressed  dpd-explicit  azurerm_vpn_site.hq  link[0].ip_address
  in plan.json
  Suppressed until 2027-03-31: the device can't do it (wanproof.yaml:12)
  no timeout is set
  To do: Set it to 45.
  Page: https://learn.microsoft.com/sample

Checked: 27 rules on 4 resources:
  1 azurerm_virtual_wan
  3 azurerm_vpn_site
Inputs:
  cdktf.out/stacks/weu (configuration): 3 of 4 resources judged
  plan.json (plan): 1 of 1 resource judged
Protected: 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 4 more and what can't be told, by intent; 10.9.0.0/16, encrypted before the change
Not checked, because it can't be read:
  module.sites in plan.json can't be read; module.sites would decide it
Not judged, for no rule speaks of it:
  azurerm_virtual_network_gateway.old could carry tunnels outside Virtual WAN
Not checked, because no input describes it:
  /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old
Not decided: 1 finding, which these values would decide:
  var.asn (for asn-allowed)
  var.region (for asn-allowed)
Fixed, and there before:
  error  old-rule  azurerm_vpn_site.hq  link[0].ip_address
To be known:
  wanproof.yaml:20: a suppression of ike-version-2 has expired
Verdict: fail (1 error new; 1 warning undecided existing; 1 part not read; 1 suppressed; 1 fixed)
`);
  });

  test("is short where there is nothing to say", () => {
    expect(textReport(CLEAN)).toBe(`Checked: 1 rule on 1 resource:
  1 azurerm_virtual_wan
Inputs:
  plan.json (plan): 1 of 2 resources judged
Protected: nothing
Verdict: pass
`);
  });

  test("says in its first line that nothing was judged", () => {
    expect(
      textReport(EMPTY),
    ).toBe(`Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.

Checked: 27 rules on 0 resources
Inputs:
  plan.json (plan): 0 of 2 resources judged
Verdict: pass (nothing was judged)
`);
  });

  test("is coloured only where asked to, and says the same then", () => {
    const coloured = textReport(FULL, { colour: true });

    expect(coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "")).toBe(textReport(FULL));
    expect(coloured.split("\n")[0]).toBe(
      `${ESCAPE}[31merror${ESCAPE}[39m  sample-rule  ${ESCAPE}[1mazurerm_vpn_site.hq${ESCAPE}[22m  link[0].bgp[0].peering_address`,
    );
    expect(textReport(FULL)).not.toContain(ESCAPE);
  });

  test("cuts a long list of unchecked places, with a count", () => {
    const outside = Array.from({ length: 53 }, (_, index) => `hub-${index}`);
    const lines = textReport({ ...CLEAN, outside }).split("\n");

    expect(lines.slice(-5)).toEqual(["  hub-48", "  hub-49", "  and 3 more", "Verdict: pass", ""]);
  });

  test("shows no name as it is that could fake a line, a colour or a command to a pipeline", () => {
    const evil = `x"\nVerdict: pass\r${ESCAPE}[32m\u009b2J\u202e##[error]##vso[task.complete]`;
    const told = findingsText([
      marked({
        address: `azurerm_vpn_site.a["${evil}"]`,
        path: evil,
        input: evil,
        constructPath: evil,
        source: { file: evil, line: 1 },
        message: `::error::${evil}`,
        remedy: evil,
        docs: evil,
      }),
    ]);
    const seen =
      'x"\\nVerdict: pass\\r\\u001b[32m\\u009b2J\\u202e\\u0023\\u0023[error]\\u0023\\u0023vso[task.complete]';

    expect(told).toBe(`error  sample-rule  azurerm_vpn_site.a["${seen}"]  ${seen}
  at ${seen}:1, construct ${seen}, in ${seen}
  \\u003a\\u003aerror::${seen}
  To do: ${seen}
  Page: ${seen}`);
  });
});

const ESCAPE = "\u001b";

describe("the verdict's line", () => {
  const suppressed = { reason: "r", expires: undefined, by: "wanproof.yaml:3" };

  test.each<[string, Partial<Report>, string]>([
    ["new beside existing ones", { findings: [NEW, OLD, OLD, OLD] }, "pass (1 error new, 3 existing)"],
    ["existing ones alone", { findings: [OLD, OLD] }, "pass (2 errors existing)"],
    ["several new ones", { findings: [NEW, NEW] }, "pass (2 errors new)"],
    ["levels apart", { findings: [NEW, { ...OLD, level: "note" }] }, "pass (1 error new; 1 note existing)"],
    ["what is undecided", { findings: [{ ...OLD, outcome: "undecided" }] }, "pass (1 error undecided existing)"],
    ["what is suppressed", { findings: [{ ...NEW, suppressed }, OLD] }, "pass (1 error existing; 1 suppressed)"],
    ["that only new ones count", { findings: [OLD], failOnNew: true }, "pass (1 error existing; only new ones count)"],
  ])("tells %s", (_case, report, line) => {
    expect(textReport({ ...CLEAN, compared: "prior_state", ...report })).toContain(`\nVerdict: ${line}\n`);
  });

  test("leaves out what is suppressed where nothing was compared", () => {
    const findings = [marked(), marked({ suppressed })];

    expect(textReport({ ...CLEAN, verdict: "fail", findings })).toContain("\nVerdict: fail (1 error; 1 suppressed)\n");
  });
});
