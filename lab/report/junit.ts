import { plain } from "../../text/plain";
import { xmlText } from "../../text/xml";
import type { Check } from "../verdict/check";
import type { LabResult } from "../verdict/lab-result";
import { byScenario, observedText } from "./words";

/** The result of a lab as JUnit XML: a suite for each scenario, and one for what was not looked at or left behind. */
export function labJunit(result: LabResult): string {
  const suites = [
    ...byScenario(result.checks).map(({ scenario, checks }) => suite(scenario, checks.map(caseOf))),
    rest(result),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wanproof lab" ${counts(all)}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${xmlText(plain(name))}" ${counts(cases)}>`,
      ...cases.flatMap((one) => linesOf(name, one)),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Case {
  readonly name: string;
  /** `error`: inconclusive. */
  readonly outcome: "passed" | "failure" | "error";
  readonly message: string;
  readonly details: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

function suite(name: string, cases: readonly Case[]): Suite {
  return { name, cases };
}

function caseOf(check: Check): Case {
  const { verdict, what, predicted, evidence } = check;
  return {
    name: what,
    outcome: verdict === "as-predicted" ? "passed" : verdict === "differs" ? "failure" : "error",
    message: `predicted ${predicted}, observed ${observedText(check)}`,
    details: evidence,
  };
}

function rest({ notLookedAt, teardown }: LabResult): Suite {
  const one = (name: string, details: readonly string[], outcome: Case["outcome"]): Case => ({
    name,
    outcome: details.length === 0 ? "passed" : outcome,
    message: `${details.length}`,
    details,
  });
  return suite("Lab", [
    one("everything looked at", notLookedAt, "error"),
    one("everything taken away", teardown, "failure"),
  ]);
}

function linesOf(name: string, { name: what, outcome, message, details }: Case): string[] {
  const open = `    <testcase classname="wanproof.lab.${xmlText(plain(name))}" name="${xmlText(plain(what))}"`;
  if (outcome === "passed") {
    return [`${open}/>`];
  }
  const text = xmlText(details.map(plain).join("\n"));
  return [`${open}>`, `      <${outcome} message="${xmlText(plain(message))}">${text}</${outcome}>`, "    </testcase>"];
}

function counts(cases: readonly Case[]): string {
  const of = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}"`;
}
