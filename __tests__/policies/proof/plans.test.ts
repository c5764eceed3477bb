import { checkedText } from "./judged";
import { CASES } from "./plans";

describe("plans as teams have them", () => {
  it.each(CASES.map((one) => [one.what, one] as const))("%s", (_, { text, verdict, errors, secret }) => {
    const report = checkedText(text);
    const found = report.findings
      .filter(({ level }) => level === "error")
      .map(({ rule, outcome, address, path }) => [rule, outcome, address, path]);
    expect({ verdict: report.verdict, unread: report.unread, found }).toEqual({ verdict, unread: [], found: errors });
    expect(text).toContain(secret);
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  it.each(CASES.map((one) => [one.name, one] as const))("%s is refused where the file is cut off", (_, { text }) => {
    for (const end of [0.2, 0.5, 0.99].map((part) => Math.floor(text.trimEnd().length * part))) {
      expect(() => checkedText(text.slice(0, end))).toThrow(/is cut off: the JSON ends early/);
    }
  });
});
