import fc from "fast-check";
import { compare, type Earlier } from "../../../policies/judge/compare";
import type { Finding } from "../../../policies/judge/finding";
import { finding } from "./samples";

/** The messages of what is new, what existed, and what is fixed. */
function told(findings: readonly Finding[], earlier: readonly Finding[], more: Partial<Earlier> = {}) {
  const comparison = compare(findings, { ...earlierWith(earlier), ...more });
  const withStatus = (status: string) => findings.filter((one) => comparison?.statuses.get(one) === status);
  const messages = (some: readonly Finding[] = []) => some.map(({ message }) => message);
  return {
    new: messages(withStatus("new")),
    existing: messages(withStatus("existing")),
    fixed: messages(comparison?.fixed),
  };
}

const open = (more: Partial<Finding> = {}) => finding({ outcome: "undecided", decidedBy: ["var.a"], ...more });

describe("comparing findings with earlier ones", () => {
  test("tells nothing where there is nothing to compare with", () => {
    expect(compare([finding()], undefined)).toBeUndefined();
  });

  test("tells new, existing and fixed ones apart", () => {
    const [stays, comes, goes] = ["stays", "comes", "goes"].map((message) =>
      finding({ message, address: `azurerm_vpn_site.${message}` }),
    );
    const now = [stays, comes].filter((one) => one !== undefined);
    const before = [stays, goes].filter((one) => one !== undefined);

    expect(told(now, before)).toEqual({ new: ["comes"], existing: ["stays"], fixed: ["goes"] });
  });

  test.each<[string, Partial<Finding>]>([
    ["its block is another one in order", { path: "link[7].ip_address" }],
    ["its line moves", { source: { file: "sites.ts", line: 40 } }],
    ["its construct moves", { constructPath: "weu/other" }],
    ["its input has another name", { input: "elsewhere/plan.json" }],
    ["its remedy has another wording", { remedy: "Else." }],
    ["it was graver before", { level: "error" }],
    ["a block that it speaks of is another one in order", { evidence: { other: "link[0].bgp[0].asn" } }],
  ])("knows a finding again where %s", (_case, before) => {
    const now = finding({
      level: "warning",
      evidence: before.evidence === undefined ? {} : { other: "link[1].bgp[0].asn" },
    });

    expect(told([now], [finding({ level: "warning", ...before })]).existing).toHaveLength(1);
  });

  test.each<[string, Finding, Finding]>([
    ["another message", finding({ message: "10.0.2.0/24 leaks" }), finding({ message: "10.0.1.0/24 leaks" })],
    ["a graver level", finding({ level: "error" }), finding({ level: "warning" })],
    ["a violation of what was undecided", finding({ message: "m" }), open({ message: "m" })],
    ["undecided what was violated", open({ message: "m" }), finding({ message: "m" })],
    ["undecided for another value", open({ decidedBy: ["var.b"] }), open({ decidedBy: ["var.a"] })],
    ["undecided while what it rests on is other", open({ restsOn: "b" }), open({ restsOn: "a" })],
    ["undecided where nobody says what it rested on", open({ restsOn: "a" }), open()],
    ["another fact behind the same words", finding({ evidence: { mbps: 20 } }), finding({ evidence: { mbps: 10 } })],
  ])("calls %s new, and what was there not fixed", (_case, now, before) => {
    expect(told([now], [before])).toEqual({ new: [now.message], existing: [], fixed: [] });
  });

  test("goes by addresses rather than by names, which others may come to have, save against an earlier report", () => {
    const inAddresses = "10.0.1.0/24 leaks over azurerm_express_route_connection.ams";
    const now = finding({ message: "10.0.1.0/24 leaks over ExpressRoute connection con-ams", inAddresses });
    const before = finding({ message: "10.0.1.0/24 leaks over circuit ams at weu", inAddresses });

    expect(told([now], [before]).existing).toHaveLength(1);
    expect(told([now], [before], { hasNames: true }).new).toHaveLength(1);
  });

  test("knows a finding again that fewer values would decide now", () => {
    expect(told([open()], [open({ decidedBy: ["var.a", "var.b"] })]).existing).toHaveLength(1);
  });

  test("goes by messages where several findings are alike, so that a renumbered one is neither new nor fixed", () => {
    const alike = (...messages: string[]) =>
      messages.map((message, index) => finding({ message, path: `link[${index}].ip_address` }));

    expect(told(alike("b", "c"), alike("a", "b", "c"))).toEqual({ new: [], existing: ["b", "c"], fixed: ["a"] });
    expect(told(alike("a", "b", "c"), alike("b", "c"))).toEqual({ new: ["a"], existing: ["b", "c"], fixed: [] });
  });

  test("counts findings that say the same, each once", () => {
    const [one, two] = [finding({ input: "a.json" }), finding({ input: "b.json" })];

    expect(compare([one, two], earlierWith([two]))?.statuses).toEqual(
      new Map([
        [one, "new"],
        [two, "existing"],
      ]),
    );
    expect(told([one], [one, two]).fixed).toHaveLength(1);
  });

  test("takes what one input no longer has for nothing that another one brings", () => {
    const [here, there] = [finding({ input: "a.json" }), finding({ input: "b.json" })];
    const inputs = new Set(["a.json", "b.json"]);

    expect(told([there], [here], { inputs })).toEqual({ new: [there.message], existing: [], fixed: [] });
    expect(told([there], [here], { inputs: new Set(["b.json"]) }).new).toHaveLength(1);
    expect(told([there], [there], { inputs }).existing).toHaveLength(1);
  });

  test("takes what has an Azure id for the same in all inputs", () => {
    const address = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub";
    const inputs = new Set(["a.json", "b.json"]);

    expect(
      told([finding({ address, input: "b.json" })], [finding({ address, input: "a.json" })], { inputs }).existing,
    ).toHaveLength(1);
  });

  test.each(["prefixes", "from", "overlaps"])(
    "calls a finding new that speaks of more %s, whatever its message",
    (name) => {
      const told5 = (...list: string[]) => finding({ message: "a, b and 1 more leak", evidence: { [name]: list } });

      expect(told([told5("a", "b", "d")], [told5("a", "b", "c")]).new).toHaveLength(1);
      expect(told([told5("b", "a")], [told5("a", "b", "c")]).existing).toHaveLength(1);
      expect(told([told5("a")], [finding({ message: "a, b and 1 more leak" })]).new).toHaveLength(1);
    },
  );

  test("calls neither new nor existing what was there only if something was then as it is now", () => {
    const [certain, assumed, fresh] = ["certain", "assumed", "fresh"].map((message) => finding({ message }));
    const some = (...ones: (Finding | undefined)[]) => ones.filter((one) => one !== undefined);
    const comparison = compare(some(certain, assumed, fresh), {
      ...earlierWith(some(certain, assumed)),
      certain: () => some(certain),
    });

    expect([certain, assumed, fresh].map((one) => one && comparison?.statuses.get(one))).toEqual([
      "existing",
      undefined,
      "new",
    ]);
    expect(comparison?.fixed).toEqual([]);
  });

  test("calls nothing fixed that the rule can't decide any more", () => {
    const elsewhere = open({ address: "azurerm_virtual_hub.weu", message: "can't be told" });

    expect(told([elsewhere], [finding()]).fixed).toEqual([]);
    expect(told([elsewhere], [finding(), elsewhere]).fixed).toHaveLength(1);
  });

  test("calls nothing fixed where not all of before is seen now", () => {
    expect(told([], [finding()], { isAllStillSeen: false }).fixed).toEqual([]);
  });

  test("whatever there was and is, each finding has a status, and each earlier one is found again at most once", () => {
    const some = fc.array(
      fc
        .record({
          message: fc.constantFrom("a", "b"),
          address: fc.constantFrom("x", "y"),
          path: fc.constantFrom("l[0].p", "l[1].p"),
          input: fc.constantFrom("1", "2"),
        })
        .map(finding),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, some, (now, before) => {
        const { new: fresh, existing, fixed } = told(now, before);
        const countOf = (all: readonly Finding[], key: string) => all.filter((one) => said(one) === key).length;
        const keys = [...new Set([...now, ...before].map(said))];
        const again = keys.map((key) => Math.min(countOf(now, key), countOf(before, key)));

        expect(fresh.length + existing.length).toBe(now.length);
        expect(existing.length).toBe(again.reduce((sum, count) => sum + count, 0));
        expect(existing.length + fixed.length).toBeLessThanOrEqual(before.length);
        expect(told(now, now)).toEqual({ new: [], existing: now.map(({ message }) => message), fixed: [] });
      }),
    );
  });
});

function said({ message, address }: Finding): string {
  return `${message} ${address}`;
}

function earlierWith(findings: readonly Finding[]): Earlier {
  return { by: "b", findings, inputs: new Set(), isAllStillSeen: true, notices: [] };
}
