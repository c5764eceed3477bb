import { changesMade } from "../../../lab/changes/changes";
import { labJson } from "../../../lab/report/json";
import { labJunit } from "../../../lab/report/junit";
import { labMarkdown, predictedObserved } from "../../../lab/report/markdown";
import { labPage } from "../../../lab/report/page";
import { labText } from "../../../lab/report/text";
import type { LabResult } from "../../../lab/verdict/lab-result";
import { complaintsOf } from "../sound-lab";

const HOSTILE = "app | <b> \u001b[31m ]]>";
const RESULT: LabResult = {
  built: "hub westeurope, 1 circuit",
  tunnelsBy: "kernel-libipsec",
  changes: changesMade("kernel-libipsec"),
  checks: [
    {
      scenario: "All tunnels lost",
      what: "spoke app to 10.0.1.0/24",
      predicted: "clear",
      observed: ["clear", "clear"],
      verdict: "as-predicted",
      evidence: [
        "circuit ams: 1.5 IP 10.110.0.10.4 > 10.0.1.10.5: UDP",
        "circuit ams: 2.5 IP 10.110.0.10.6 > 10.0.1.10.7: UDP",
      ],
    },
    {
      scenario: "All tunnels lost",
      what: "spoke data to 10.0.1.0/24",
      predicted: "clear",
      observed: ["clear", "clear"],
      verdict: "as-predicted",
      evidence: [],
    },
    {
      scenario: "All tunnels lost",
      what: `spoke ${HOSTILE} to 10.0.1.0/24`,
      predicted: "dropped",
      observed: ["clear", "clear"],
      verdict: "differs",
      evidence: ["circuit ams: 3.5 IP 10.110.4.10.4 > 10.0.1.10.5: UDP"],
    },
    {
      scenario: "New keys made",
      what: "keys of all tunnels",
      predicted: "new",
      observed: ["new", "not all new"],
      verdict: "inconclusive",
      evidence: [],
    },
  ],
  notLookedAt: ["Hub northeurope isn't in the lab, which has one hub."],
  notes: [],
  teardown: ["bgpd of hub had to be killed: it didn't stop within 15 s"],
  folder: "/somewhere/lab",
};

describe("for a person", () => {
  const text = labText(RESULT);

  test("each check is in its scenario, with what shows it, and the verdict comes last", () => {
    expect(text.slice(text.indexOf("All tunnels lost"))).toBe(`All tunnels lost
  as predicted  spoke app to 10.0.1.0/24: clear
    circuit ams: 1.5 IP 10.110.0.10.4 > 10.0.1.10.5: UDP
  as predicted  spoke data to 10.0.1.0/24: clear
  differs  spoke app | <b> \\u001b[31m ]]> to 10.0.1.0/24: predicted dropped, observed clear
    circuit ams: 3.5 IP 10.110.4.10.4 > 10.0.1.10.5: UDP

New keys made
  inconclusive  keys of all tunnels: predicted new, observed new, then not all new

Not looked at:
  Hub northeurope isn't in the lab, which has one hub.

Could not be taken away:
  bgpd of hub had to be killed: it didn't stop within 15 s

Captures, logs and files: /somewhere/lab
Verdict: differs (2 of 4 as predicted, 1 differ, 1 inconclusive, 1 not looked at, not all could be taken away)
`);
  });

  test("it says which parts are real, which a model, who made the tunnels, and every change of a file", () => {
    expect(text).toContain("\nReal: strongSwan and FRR of the VPN devices");
    expect(text).toContain("\nA model: Azure's hub router");
    expect(text).toContain("kernel-libipsec");
    for (const { file, inLab } of RESULT.changes) {
      expect(text).toContain(`  ${file}, `);
      expect(text).toContain(inLab);
    }
  });
});

test("JSON holds the verdict and everything that was seen", () => {
  const { version, verdict, checks, notLookedAt, teardown, changes } = JSON.parse(labJson(RESULT));

  expect([version, verdict, checks.length, notLookedAt, teardown, changes.length]).toEqual([
    1,
    "differs",
    4,
    RESULT.notLookedAt,
    RESULT.teardown,
    6,
  ]);
});

describe("Markdown", () => {
  test("has a row for all that is alike in a scenario, and no text of an input breaks it", () => {
    expect(predictedObserved(RESULT.checks).split("\n")).toEqual([
      "| scenario | what | predicted | observed | |",
      "|---|---|---|---|---|",
      "| All tunnels lost | spoke app to 10.0.1.0/24; spoke data to 10.0.1.0/24 | clear | clear | as predicted |",
      "| All tunnels lost | spoke app &#124; &#60;b&#62; &#92;u001b&#91;31m &#93;&#93;&#62; to 10.0.1.0/24 | dropped | clear | differs |",
      "| New keys made | keys of all tunnels | new | new, then not all new | inconclusive |",
    ]);
  });

  test("shows packets only where something isn't as predicted", () => {
    const markdown = labMarkdown(RESULT);

    expect([markdown.includes("1.5 IP"), markdown.includes("3.5 IP")]).toEqual([false, true]);
    expect(markdown.split("\n")[0]).toBe("## Lab: differs");
  });
});

test("JUnit has a failure for what differs and an error for what is inconclusive or was not looked at", () => {
  const xml = labJunit(RESULT);

  expect(xml).toContain('<testsuites name="wanproof lab" tests="6" failures="2" errors="2">');
  expect(xml).toContain('<failure message="predicted dropped, observed clear">');
  expect(xml).toContain('<error message="predicted new, observed new, then not all new">');
  expect(xml).not.toContain("\u001b");
  expect(xml).not.toContain("<b>");
});

describe("the page", () => {
  const page = "# The lab\n\n<!-- predicted and observed: made by scripts/check-lab.sh -->\nold\n<!-- end -->\nrest\n";

  test("has the tables of runs between its marks, the same however often they are written", () => {
    const once = labPage(page, [{ name: "encrypted", result: labJson(RESULT) }]);

    expect(once).toContain("-->\n\n### encrypted\n\nBuilt: hub westeurope, 1 circuit.\n\n| scenario |");
    expect(once).toContain("| inconclusive |\n\n<!-- end -->\nrest\n");
    expect(once).not.toContain("old");
    expect(labPage(once, [{ name: "encrypted", result: labJson(RESULT) }])).toBe(once);
  });

  test("without marks is an error", () => {
    expect(complaintsOf(() => labPage("# The lab\n", []))).toEqual([
      "the page has no place for tables, between <!-- predicted and observed: made by scripts/check-lab.sh --> and <!-- end -->",
    ]);
  });
});
