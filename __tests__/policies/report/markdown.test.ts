import fc from "fast-check";
import type { RouteChange } from "../../../paths/changes";
import type { MarkedFinding } from "../../../policies/judge/marked";
import { markdownReport } from "../../../policies/report/markdown";
import type { Report } from "../../../policies/report/report";
import { plain } from "../../../text/plain";
import { harmless, hostileReport } from "./hostile";
import { asFixed, CLEAN, COMPARED, EMPTY, FULL, marked } from "./samples";

function called(name: string, address: string) {
  return { name, address, plain: address, holder: undefined };
}

describe("the report for a comment on a pull request", () => {
  test("has the verdict, what is violated, what is not decided, what was not checked, and folded what was", () => {
    expect(markdownReport(FULL)).toBe(`## wanproof

**Verdict: fail (1 error, 1 note; 1 warning undecided; 1 part not read)**

Protected: 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 4 more and what can&#39;t be told, by intent; 10.9.0.0/16, encrypted before the change

### Violated (2)

| Level | Rule | Where | What |
| --- | --- | --- | --- |
| error | [sample-rule](https://learn.microsoft.com/sample) | <code>azurerm&#95;vpn&#95;site.hq</code><br><code>link&#91;0&#93;.bgp&#91;0&#93;.peering&#95;address</code><br>at <code>sites.ts&#58;12</code> | device address 10.0.0.4 is wrong<br>To do: Use another one. |
| note | [dpd-explicit](https://learn.microsoft.com/sample) | <code>azurerm&#95;vpn&#95;site.hq</code><br><code>link&#91;0&#93;.ip&#95;address</code><br>in <code>plan.json</code> | no timeout is set<br>To do: Set it to 45. |

### Not decided (1)

| Level | Rule | Where | What | Would decide it |
| --- | --- | --- | --- | --- |
| warning | [asn-allowed](https://learn.microsoft.com/sample) | <code>azurerm&#95;vpn&#95;site.hq</code><br>in <code>plan.json</code> | the ASN of site hq is unknown | <code>var.asn</code><br><code>var.region</code> |

### Not checked, because it can't be read

- <code>module.sites</code> in <code>plan.json</code> can&#39;t be read; <code>module.sites</code> would decide it

### Not judged, for no rule speaks of it

- <code>azurerm&#95;virtual&#95;network&#95;gateway.old</code> could carry tunnels outside Virtual WAN

### Not checked, because no input describes it

- <code>/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old</code>

<details><summary>Checked: 27 rules on 4 resources</summary>

### Inputs

- <code>cdktf.out/stacks/weu</code> (configuration): 3 of 4 resources judged
- <code>plan.json</code> (plan): 1 of 1 resource judged

### Resources

- 1 <code>azurerm&#95;virtual&#95;wan</code>
- 3 <code>azurerm&#95;vpn&#95;site</code>

### Rules

- BGP: sample-rule, asn-allowed
- Tunnel: dpd-explicit
- Topology and limits: wan-standard

</details>
`);
  });

  test("has what is new first, and folds what is fixed and what is suppressed", () => {
    const text = markdownReport(COMPARED);

    expect(text.match(/^\| (error|warning|note).*?\|/gm)).toEqual(["| error, new |", "| warning, existing |"]);
    expect(text).toContain(`### To be known

- <code>wanproof.yaml&#58;20</code> a suppression of ike-version-2 has expired

<details><summary>Fixed (1)</summary>

- error [old-rule](https://learn.microsoft.com/sample) <code>azurerm&#95;vpn&#95;site.hq</code> <code>link&#91;0&#93;.ip&#95;address</code><br>device address 10.0.0.5 was wrong

</details>

<details><summary>Suppressed (1)</summary>

- note, existing [dpd-explicit](https://learn.microsoft.com/sample) <code>azurerm&#95;vpn&#95;site.hq</code> <code>link&#91;0&#93;.ip&#95;address</code><br>no timeout is set<br>Suppressed until 2027-03-31&#58; the device can&#39;t do it (wanproof.yaml&#58;12)

</details>`);
  });

  test("has what takes another path, no longer encrypted first, where the inputs tell what was before", () => {
    const tunnel = called("site hq, link a", "azurerm_vpn_gateway_connection.hq");
    const circuit = called("circuit ams at weu", "azurerm_express_route_connection.ams");
    const change: RouteChange = {
      direction: "to-onprem",
      from: "azurerm_virtual_hub.weu",
      place: called("hub weu", "azurerm_virtual_hub.weu"),
      destination: "10.0.1.0/24",
      before: { outcome: "encrypted", via: [tunnel.address], over: [tunnel], reason: "only-candidate" },
      after: { outcome: "clear", via: [circuit.address], over: [circuit], reason: "equal-prefix" },
    };
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...change, from: `azurerm_virtual_hub.weu${index}` }));
    const section = (changes: readonly RouteChange[] | undefined, report = CLEAN) =>
      /### Paths that change.*?(?=\n\n<details)/s.exec(
        markdownReport({ ...report, pathChanges: changes && (() => changes) }),
      )?.[0];
    expect(section([change])).toBe(`### Paths that change (1, no longer encrypted: 1)

| Destination | From | What changes |
| --- | --- | --- |
| 10.0.1.0/24 | hub weu (azurerm&#95;virtual&#95;hub.weu) | **no longer encrypted**<br>encrypted over site hq, link a (azurerm&#95;vpn&#95;gateway&#95;connection.hq) (only-candidate), then clear over circuit ams at weu (azurerm&#95;express&#95;route&#95;connection.ams) (equal-prefix) |`);
    expect(section([])).toBe("### Paths that change: none");
    expect(section(undefined)).toBeUndefined();
    expect(section([change], EMPTY)).toBeUndefined();
    expect(section(many)).toMatch(/^And \d+ more, for which there is no room here: JSON holds all\.$/m);
    expect(section(many)?.length).toBeLessThan(6000);
  });

  test("has a new warning before an existing error", () => {
    const findings = [marked({ status: "existing" }), marked({ status: "new", level: "warning" })];
    const text = markdownReport({ ...CLEAN, compared: "prior_state", findings });

    expect(text.match(/^\| (error|warning), \w+/gm)).toEqual(["| warning, new", "| error, existing"]);
  });

  test("says that nothing was judged", () => {
    expect(markdownReport(EMPTY).split("\n").slice(0, 5)).toEqual([
      "## wanproof",
      "",
      "**Verdict: pass (nothing was judged)**",
      "",
      "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
    ]);
  });

  test("shows what a name holds, and means nothing by it", () => {
    const name = "a|b <script>`x` [y](https://evil.example) @octocat #12 **c**\n\u001b[2J";
    const [row] = markdownReport({ ...CLEAN, findings: [marked({ message: name })] }).match(/^\| error.*$/m) ?? [];

    expect(row?.split(" | ")[3]).toBe(
      "a&#124;b &#60;script&#62;&#96;x&#96; &#91;y&#93;(https&#58;\u2060//evil.example) &#64;\u2060octocat &#35;\u206012 &#42;&#42;c&#42;&#42;&#92;n&#92;u001b&#91;2J<br>To do: Use another one. |",
    );
  });

  test("makes no link of what is no plain address", () => {
    const docs = "javascript:alert(1)";

    expect(markdownReport({ ...CLEAN, findings: [marked({ docs })] })).toContain("| error | sample-rule | ");
  });

  test("keeps the gravest where there is no room for all, and says how many are left out", () => {
    const long = "x".repeat(700);
    const many = (outcome: "violation" | "undecided") =>
      Array.from({ length: 1000 }, (_, n) =>
        marked({
          outcome,
          level: "note",
          address: `azurerm_vpn_site.s[${n}]`,
          message: long,
          decidedBy: [`var.v${n}`],
        }),
      );
    const names = Array.from({ length: 1000 }, (_, n) => `${long}${n}`);
    const text = markdownReport({
      ...FULL,
      inputs: names.map((path) => ({ path, kind: "plan", resources: 1, total: 1, unread: [] })),
      checked: { rules: 1, resources: Object.fromEntries(names.map((name) => [name, 1])) },
      findings: [...many("violation"), ...many("undecided"), marked(), ...many("violation").map(suppressed)],
      fixed: many("violation").map(asFixed),
      notices: names.map((at) => ({ at, message: long })),
      unread: names.map((address) => ({ input: "plan.json", address, reason: "can't be read", decidedBy: names })),
      outside: names,
    });
    const rows = text.match(/^\| (error|note) /gm) ?? [];
    const left = [...text.matchAll(/^And (\d+) more, for which there is no room here/gm)].map(([, count]) =>
      Number(count),
    );

    expect([text.length < 60_000, rows[0], left.length]).toEqual([true, "| error ", 9]);
    expect(rows.length + (left[0] ?? 0) + (left[1] ?? 0)).toBe(2001);
    expect(text).toContain("x… (100 more characters)");
  });

  test("whatever is in a name, it has the same structure, and shows the name", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = markdownReport(report);

        expect(structure(text)).toEqual(structure(markdownReport(harmless(report))));
        expect(text).not.toMatch(/[`\\~]|\p{Cc}(?<!\n)/u);
        expect(rendered(text)).not.toMatch(/[@#!]\w|www\.\w|(?<!\(https):\/\//);
        for (const { message } of report.findings) {
          expect(rendered(text).replaceAll("\u2060", "")).toContain(plain(message));
        }
      }),
    );
  });

  test("whatever findings there are, it stays under 60,000 characters", () => {
    const name = fc.string({ unit: fc.constantFrom("|", "a", "😀"), minLength: 500, maxLength: 2000, size: "max" });
    fc.assert(
      fc.property(name, fc.constantFrom<"violation" | "undecided">("violation", "undecided"), (text, outcome) => {
        const one = marked({
          outcome,
          address: text,
          path: text,
          message: text,
          remedy: text,
          decidedBy: [text, text],
        });
        const suppressed = { reason: text, expires: "2027-03-31", by: text };
        const report: Report = {
          ...FULL,
          findings: [...Array(20).fill(one), ...Array(20).fill({ ...one, suppressed })],
          fixed: Array(20).fill(asFixed(one)),
          notices: Array(20).fill({ at: text, message: text }),
          outside: Array(20).fill(text),
        };
        const written = markdownReport(report);

        expect(written.length).toBeLessThan(60_000);
        expect(written).toMatch(/^\| error \|/m);
      }),
      { numRuns: 20 },
    );
  });
});

function suppressed(finding: MarkedFinding): MarkedFinding {
  return { ...finding, suppressed: { reason: "x".repeat(700), expires: "2027-03-31", by: "wanproof.yaml:12" } };
}

/** What a reader of Markdown takes as structure: tags, links, cells, and how each line begins. */
function structure(text: string): unknown {
  return text
    .split(/[\n\r\u0085\u2028\u2029]/)
    .map((line) => [line.slice(0, 2), line.match(/<[^>]*>?|[|*_[\]]|\]\([^)]*\)/g) ?? []]);
}

/** What a reader sees of it, with the characters that have no width. */
function rendered(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

test("draws what takes another path, where somebody draws it and it is short", () => {
  const changed = { ...CLEAN, pathChanges: () => [] };
  const drawn = (text: string | undefined) =>
    markdownReport(changed, { pathPicture: () => text }).includes("```mermaid");
  expect([drawn("flowchart LR\n"), drawn(undefined), drawn("x".repeat(5000))]).toEqual([true, false, false]);
});
