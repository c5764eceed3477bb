import fc from "fast-check";
import type { Finding } from "../../../policies/judge/finding";
import type { MarkedFinding } from "../../../policies/judge/marked";
import { azureDevOpsReport } from "../../../policies/report/azuredevops";
import { githubReport } from "../../../policies/report/github";
import { plain } from "../../../text/plain";
import { hostileReport } from "./hostile";
import { CLEAN, COMPARED, EMPTY, FULL, marked } from "./samples";

const SUMMARY = `Checked: 27 rules on 4 resources:
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
`;

const MARKED_END = `Fixed, and there before:
  error  old-rule  azurerm_vpn_site.hq  link[0].ip_address
To be known:
  wanproof.yaml:20: a suppression of ike-version-2 has expired
Verdict: fail (1 error new; 1 warning undecided existing; 1 part not read; 1 suppressed; 1 fixed)
`;

const NASTY = marked({
  source: { file: "a,b:c;d]%.tf", line: 3 },
  address: 'azurerm_vpn_site.hq["x,y:z;]%25"]',
  path: "",
  message: "100% wrong\n::error::x",
});

describe("the report for the log of GitHub Actions", () => {
  test("has an annotation for each finding, then what was checked and the verdict", () => {
    expect(githubReport(FULL)).toBe(
      `::warning title=wanproof::Not checked, because it can't be read: module.sites in plan.json
::error file=sites.ts,line=12,title=sample-rule::azurerm_vpn_site.hq link[0].bgp[0].peering_address: device address 10.0.0.4 is wrong%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample
::warning file=plan.json,title=asn-allowed (undecided)::azurerm_vpn_site.hq: the ASN of site hq is unknown%0AUndecided; would decide it: var.asn, var.region%0ATo do: Make var.asn known.%0APage: https://learn.microsoft.com/sample
::notice file=plan.json,title=dpd-explicit::azurerm_vpn_site.hq link[0].ip_address: no timeout is set%0ATo do: Set it to 45.%0APage: https://learn.microsoft.com/sample
${SUMMARY}`,
    );
  });

  test("escapes as GitHub asks", () => {
    expect(githubReport({ ...CLEAN, findings: [NASTY] }).split("\n")[0]).toBe(
      '::error file=a%2Cb%3Ac;d]%25.tf,line=3,title=sample-rule::azurerm_vpn_site.hq["x,y:z;]%2525"]: 100%25 wrong\\n::error::x%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample',
    );
  });

  test("names no file for what came from stdin", () => {
    expect(githubReport({ ...CLEAN, findings: [marked({ input: "-" })] })).toMatch(/^::error title=sample-rule::/);
  });

  test("has the gravest first, and says how many GitHub won't show", () => {
    const notes = Array.from({ length: 12 }, () => marked({ level: "note" }));
    const open = marked({ outcome: "undecided", decidedBy: ["var.a"] });
    const lines = githubReport({ ...CLEAN, findings: [...notes, open, marked()] }).split("\n");

    expect(lines.slice(0, 14).map((line) => line.split(" ")[0])).toEqual([
      "::error",
      "::warning",
      ...Array(12).fill("::notice"),
    ]);
    expect(lines[14]).toBe("GitHub shows the first 10 annotations of a kind; only in this log: 2 of kind notice.");
  });

  test("warns where nothing was judged", () => {
    expect(githubReport(EMPTY).split("\n")[0]).toBe(
      "::warning title=wanproof::Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
    );
  });

  test("tells what is new, lets what is suppressed be quiet, and ends with what is fixed and to be known", () => {
    expect(githubReport(COMPARED).split("\n").slice(1, 8)).toEqual([
      "::error file=sites.ts,line=12,title=sample-rule (new)::azurerm_vpn_site.hq link[0].bgp[0].peering_address: device address 10.0.0.4 is wrong%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample",
      "::warning file=plan.json,title=asn-allowed (undecided%2C existing)::azurerm_vpn_site.hq: the ASN of site hq is unknown%0AUndecided; would decide it: var.asn, var.region%0ATo do: Make var.asn known.%0APage: https://learn.microsoft.com/sample",
      "note  dpd-explicit (existing, suppressed)  azurerm_vpn_site.hq link[0].ip_address: no timeout is set",
      "  at plan.json",
      "  To do: Set it to 45.",
      "  Page: https://learn.microsoft.com/sample",
      "  Suppressed until 2027-03-31: the device can't do it (wanproof.yaml:12)",
    ]);
    expect(githubReport(COMPARED)).toContain(MARKED_END);
  });

  test("makes no error of what was there before where only new findings count", () => {
    const existing = marked({ status: "existing" });
    const kinds = [false, true].map((failOnNew) =>
      /^::\w+/.exec(githubReport({ ...CLEAN, compared: "prior_state", failOnNew, findings: [existing] })),
    );

    expect(kinds.map((found) => found?.[0])).toEqual(["::error", "::warning"]);
  });

  test("whatever is in a name, there is a command for what was not read and for each finding, and no other, and it reads back", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const commands = linesOf(githubReport(report)).flatMap(githubCommand).slice(1);
        const expected = report.findings.filter(isToldLoudly).map(expectedPlace);

        expect(byText(commands.map(({ file, line }) => ({ file, line })))).toEqual(byText(expected));
        expect(foreignLines(githubReport(report))).toEqual([]);
      }),
    );
  });
});

describe("the report for the log of Azure Pipelines", () => {
  test("has an issue for each error and warning, then the notes, what was checked and the verdict", () => {
    expect(azureDevOpsReport(FULL)).toBe(
      `##vso[task.logissue type=warning;]Not checked, because it can't be read: module.sites in plan.json
##vso[task.logissue type=error;sourcepath=sites.ts;linenumber=12;code=sample-rule;]azurerm_vpn_site.hq link[0].bgp[0].peering_address: device address 10.0.0.4 is wrong%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample
##vso[task.logissue type=warning;sourcepath=plan.json;code=asn-allowed (undecided);]azurerm_vpn_site.hq: the ASN of site hq is unknown%0AUndecided; would decide it: var.asn, var.region%0ATo do: Make var.asn known.%0APage: https://learn.microsoft.com/sample
note  dpd-explicit  azurerm_vpn_site.hq link[0].ip_address: no timeout is set
  at plan.json
  To do: Set it to 45.
  Page: https://learn.microsoft.com/sample
${SUMMARY}`,
    );
  });

  test("escapes as Azure Pipelines asks", () => {
    expect(azureDevOpsReport({ ...CLEAN, findings: [NASTY] }).split("\n")[0]).toBe(
      '##vso[task.logissue type=error;sourcepath=a,b:c%3Bd%5D%AZP25.tf;linenumber=3;code=sample-rule;]azurerm_vpn_site.hq["x,y:z;]%AZP2525"]: 100%AZP25 wrong\\n::error::x%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample',
    );
  });

  test("warns where nothing was judged", () => {
    expect(azureDevOpsReport(EMPTY).split("\n")[0]).toBe(
      "##vso[task.logissue type=warning;]Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
    );
  });

  test("tells what is new, lets what is suppressed be quiet, and ends with what is fixed and to be known", () => {
    expect(azureDevOpsReport(COMPARED).split("\n").slice(1, 4)).toEqual([
      "##vso[task.logissue type=error;sourcepath=sites.ts;linenumber=12;code=sample-rule (new);]azurerm_vpn_site.hq link[0].bgp[0].peering_address: device address 10.0.0.4 is wrong%0ATo do: Use another one.%0APage: https://learn.microsoft.com/sample",
      "##vso[task.logissue type=warning;sourcepath=plan.json;code=asn-allowed (undecided, existing);]azurerm_vpn_site.hq: the ASN of site hq is unknown%0AUndecided; would decide it: var.asn, var.region%0ATo do: Make var.asn known.%0APage: https://learn.microsoft.com/sample",
      "note  dpd-explicit (existing, suppressed)  azurerm_vpn_site.hq link[0].ip_address: no timeout is set",
    ]);
    expect(azureDevOpsReport(COMPARED)).toContain(MARKED_END);
  });

  test("makes no issue of a suppressed error", () => {
    const suppressed = { reason: "r", expires: "2027-03-31", by: "b:1" };

    expect(azureDevOpsReport({ ...CLEAN, findings: [marked({ suppressed })] })).not.toContain("##vso");
  });

  test("whatever is in a name, there is a command for what was not read and for each finding but notes, and no other, and it reads back", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const commands = linesOf(azureDevOpsReport(report)).flatMap(azureCommand).slice(1);
        const expected = report.findings.filter((one) => isToldLoudly(one) && one.level !== "note").map(expectedPlace);

        expect(byText(commands)).toEqual(byText(expected));
        expect(foreignLines(azureDevOpsReport(report))).toEqual([]);
      }),
    );
  });
});

function isToldLoudly({ suppressed }: MarkedFinding): boolean {
  return suppressed === undefined;
}

/** Lines as anything that reads a log may tell them apart. */
function linesOf(log: string): string[] {
  return log.split(/[\n\r\u0085\u2028\u2029]/);
}

/** A line of a log as the runner of GitHub Actions reads it: both forms of commands count. */
function githubCommand(line: string) {
  const start = line.trimStart();
  if (!start.startsWith("::") && !line.includes("##[")) {
    return [];
  }
  const [, kind, properties = ""] = /^::(error|warning|notice) (.*?)::/.exec(start) ?? [];
  const values = new Map(properties.split(",").map((one) => splitAtFirst(one)));
  return [{ kind, ...placed(values.get("file"), values.get("line"), /%(3A|2C|0D|0A|25)/g) }];
}

/** A line of a log as the agent of Azure Pipelines reads it: a command may begin anywhere. */
function azureCommand(line: string) {
  return line
    .split(/##(?=vso\[|\[)/)
    .slice(1)
    .map((command) => {
      const [, properties = ""] = /^vso\[task\.logissue ([^\]]*)\]/.exec(command) ?? [];
      const values = new Map(properties.split(";").map((one) => splitAtFirst(one)));
      return placed(values.get("sourcepath"), values.get("linenumber"), /%(3B|5D|0D|0A|AZP25)/g);
    });
}

// What comes from stdin has no file.
function expectedPlace({ source, input }: Finding) {
  const file = source?.file ?? (input === "-" ? undefined : input);
  return { file: file === undefined ? undefined : plain(file), line: source?.line };
}

function splitAtFirst(text: string): [string, string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

function placed(file: string | undefined, line: string | undefined, escapes: RegExp) {
  const decoded = file?.replace(escapes, (_, code) => String.fromCharCode(Number.parseInt(code.slice(-2), 16)));
  return { file: decoded, line: line === undefined ? undefined : Number(line) };
}

/** Lines that begin as no line of the report does, and verdicts before the last line. */
function foreignLines(log: string): string[] {
  const lines = linesOf(log);
  const own =
    /^(::|##vso\[task\.logissue |(error|warning|note) {2}| {2}|Checked: |Inputs:$|Not (checked|decided|judged)|Protected: |Fixed, and there before:$|To be known:$|GitHub shows |$)/;
  return lines.slice(0, -2).filter((line) => !own.test(line));
}

function byText<T>(values: readonly T[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}
