import { findingsText, textReport } from "../../../policies/report/text";
import { finding } from "../judge/samples";
import { CLEAN, EMPTY, FULL } from "./samples";

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
Not checked, because it can't be read:
  module.sites in plan.json can't be read; module.sites would decide it
Not checked, because no input describes it:
  /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old
Not decided: 1 finding, which these values would decide:
  var.asn (for asn-allowed)
  var.region (for asn-allowed)
Verdict: fail (1 error, 1 note; 1 warning undecided; 1 part not read)
`);
  });

  test("is short where there is nothing to say", () => {
    expect(textReport(CLEAN)).toBe(`Checked: 1 rule on 1 resource:
  1 azurerm_virtual_wan
Inputs:
  plan.json (plan): 1 of 2 resources judged
Verdict: pass
`);
  });

  test("says in its first line that nothing was judged", () => {
    expect(
      textReport(EMPTY),
    ).toBe(`Nothing was judged: no input holds a resource of a Virtual WAN, an ExpressRoute circuit or a site-to-site VPN.

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
      finding({
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
