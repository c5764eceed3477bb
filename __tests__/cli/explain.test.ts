import { ruleMarkdown } from "../../policies/report/rule-page/markdown";
import { catalogueText, ruleText } from "../../policies/report/rule-page/text";
import { dpdExplicit } from "../../policies/rules/dpd-explicit";
import { EVERY_RULE } from "../../policies/rules/observed/catalogue";
import { BuiltCommand } from "./built-command";

const command = new BuiltCommand();
afterAll(() => command.remove());

test("explain prints the page of a rule", () => {
  expect(command.run(["explain", "dpd-explicit"])).toEqual({ code: 0, out: ruleText(dpdExplicit), err: "" });
});

test("explain takes an id in capitals", () => {
  expect(command.run(["explain", "DPD-Explicit"]).out).toBe(ruleText(dpdExplicit));
});

test("explain prints the page as Markdown where that is asked for", () => {
  const ending = command.run(["explain", "dpd-explicit", "--format", "markdown"]);
  expect(ending).toEqual({ code: 0, out: ruleMarkdown(dpdExplicit), err: "" });
});

test("explain without an id lists all rules, as text or as Markdown", () => {
  expect(command.run(["explain"])).toEqual({ code: 0, out: catalogueText(EVERY_RULE), err: "" });
  const { code, out } = command.run(["explain", "--format", "markdown"]);
  const named = [...out.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
  expect([code, named]).toEqual([0, EVERY_RULE.map(({ id }) => id)]);
});

describe("an id that no rule has is refused", () => {
  test.each([
    ["privat-ip-tunnel", 'there is no rule "privat-ip-tunnel"; did you mean private-ip-tunnel?'],
    ["apipa", 'there is no rule "apipa"; did you mean bgp-peer-not-apipa?'],
    ["zzzzzzzz", 'there is no rule "zzzzzzzz"; wanproof explain lists all rules'],
    ["", 'there is no rule ""; wanproof explain lists all rules'],
    ["a\u001b[31m\nb", 'there is no rule "a\\u001b[31m\\nb"; wanproof explain lists all rules'],
  ])("%j, with what may have been meant", (id, message) => {
    expect(command.run(["explain", id])).toEqual({ code: 2, out: "", err: `wanproof: ${message}\n` });
  });
});

test("a format that there isn't is bad usage", () => {
  expect(command.run(["explain", "dpd-explicit", "--format", "html"])).toEqual({
    code: 2,
    out: "",
    err: "wanproof: option '--format <format>' argument 'html' is invalid. Allowed choices are text, markdown. Usage: wanproof explain [options] [id], see wanproof explain --help\n",
  });
});
