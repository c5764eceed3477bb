import type { Input, Network } from "../../../network/network";
import type { Resource } from "../../../network/resource";
import { compare } from "../../../policies/judge/compare";
import type { Finding } from "../../../policies/judge/finding";
import type { Suppressions } from "../../../policies/judge/marked";
import { judgedAnything, reportOf } from "../../../policies/report/report";
import { EXAMPLE, finding, networkWith, part, ruleThat } from "../judge/samples";
import { marked } from "./samples";

const rules = [ruleThat(() => [])];

function resource(address: string, standing: Resource["standing"] = "managed"): Resource {
  const type = /azurerm_\w+/.exec(address)?.[0] ?? "azurerm_virtual_hub";
  return part({ address, type, standing }).resource;
}

function reportOn(network: Network) {
  return reportOf({ network, rules, findings: [] });
}

describe("what a report says was checked", () => {
  test("counts resources and data sources by type, and lists what is known by name only", () => {
    const network = networkWith([
      resource("azurerm_vpn_site.b"),
      resource("azurerm_vpn_site.a"),
      resource("data.azurerm_virtual_hub.weu", "data"),
      resource("/subscriptions/s/b", "outside"),
      resource("/subscriptions/s/a", "outside"),
      resource("/subscriptions/s/a", "outside"),
    ]);

    expect(reportOn(network)).toEqual({
      version: 1,
      verdict: "pass",
      failOn: "error",
      failOnNew: false,
      compared: undefined,
      inputs: [{ path: "plan.json", kind: "plan", resources: 6, total: 6, unread: [] }],
      checked: { rules: 1, resources: { azurerm_virtual_hub: 1, azurerm_vpn_site: 2 } },
      findings: [],
      fixed: [],
      notices: [],
      unread: [],
      protected: [],
      notJudged: [],
      outside: ["/subscriptions/s/a", "/subscriptions/s/b"],
      rules: [
        {
          id: "sample-rule",
          level: "error",
          section: "BGP",
          what: "Samples hold.",
          why: "They are samples.",
          page: "https://learn.microsoft.com/sample",
          example: EXAMPLE,
        },
      ],
    });
  });

  test("leaves out a hub's default route table, which no input can describe", () => {
    const table = resource("azurerm_virtual_hub.weu/hubRouteTables/defaultRouteTable", "outside");
    const nothing = { state: "absent", path: "" } as const;
    const none = { path: "", items: [] };
    const routeTables = [{ resource: table, isDefault: true, hub: nothing, name: nothing, labels: none, routes: none }];

    expect(reportOn(networkWith([resource("azurerm_virtual_hub.weu"), table], { routeTables })).outside).toEqual([]);
  });

  test("names what an input doesn't show, and does not pass then", () => {
    const unknown = { decidedBy: ["var.sites"] };
    const input: Input = {
      path: "cdktf.out",
      kind: "configuration",
      resources: 1,
      total: 1,
      unread: [{ address: "azurerm_vpn_site.hq", reason: "is repeated as often as an unknown value says", unknown }],
    };
    const report = reportOn(networkWith([resource("azurerm_virtual_wan.a")], { inputs: [input] }));

    expect([report.verdict, report.unread]).toEqual([
      "undecided",
      [
        {
          input: "cdktf.out",
          address: "azurerm_vpn_site.hq",
          reason: "is repeated as often as an unknown value says",
          decidedBy: ["var.sites"],
        },
      ],
    ]);
  });
});

describe("whether anything was judged", () => {
  test.each([
    ["a VPN site is", ["azurerm_vpn_site.a"], true],
    ["a data source of a hub is", ["data.azurerm_virtual_hub.a"], true],
    ["nothing is not", [], false],
    ["a virtual network with its subnet and alerts is not", ["azurerm_virtual_network.a", "azurerm_subnet.a"], false],
  ])("%s", (_case, addresses, expected) => {
    const resources = addresses.map((address) => resource(address));
    expect(judgedAnything(reportOn(networkWith(resources)))).toBe(expected);
  });

  test("a hub that something refers to by id is not", () => {
    expect(judgedAnything(reportOn(networkWith([resource("/subscriptions/s/hub", "outside")])))).toBe(false);
  });

  test("whatever a rule has something to say of is", () => {
    const network = networkWith([resource("azurerm_virtual_network.a")]);
    expect(judgedAnything(reportOf({ network, rules, findings: [marked()] }))).toBe(true);
  });
});

test("the verdict of a report counts what it is told to count", () => {
  const judged = { network: networkWith([]), rules, findings: [marked({ level: "warning" })] };
  expect([
    reportOf(judged).verdict,
    reportOf(judged, { failOn: "warning" }).verdict,
    reportOf(judged, { failOn: "note" }).verdict,
  ]).toEqual(["pass", "fail", "fail"]);
});

describe("the verdict of a report", () => {
  const suppressions: Suppressions = {
    suppressedBy: ({ address }) =>
      address.endsWith(".old") ? { reason: "r", expires: "2027-03-31", by: "b:1" } : undefined,
    notices: () => [{ at: "b:2", message: "is needed by no finding" }],
  };
  const compared = (findings: readonly Finding[], earlier: readonly Finding[]) =>
    compare(findings, { by: "prior_state", findings: earlier, inputs: new Set(), isAllStillSeen: true, notices: [] });
  const about = (name: string) => finding({ address: `azurerm_vpn_site.${name}` });
  const judged = (findings: readonly Finding[]) => ({ network: networkWith([]), rules, findings });

  test("counts nothing that is suppressed, and shows it", () => {
    const report = reportOf({ ...judged([about("old")]), suppressions });

    expect([report.verdict, report.findings.map(({ suppressed }) => suppressed?.reason), report.notices]).toEqual([
      "pass",
      ["r"],
      [{ at: "b:2", message: "is needed by no finding" }],
    ]);
    expect(reportOf({ ...judged([about("old"), about("other")]), suppressions }).verdict).toBe("fail");
  });

  test("counts what was there before, unless only new findings count", () => {
    const findings = [about("old")];
    const comparison = compared(findings, findings);

    expect(reportOf({ ...judged(findings), comparison }).verdict).toBe("fail");
    expect(reportOf({ ...judged(findings), comparison }, { failOnNew: true }).verdict).toBe("pass");
  });

  test("counts what is new where only new findings count", () => {
    const findings = [about("old"), about("other")];
    const comparison = compared(findings, [about("old")]);

    expect(reportOf({ ...judged(findings), comparison }, { failOnNew: true }).verdict).toBe("fail");
  });

  test("counts everything where only new findings count and there is nothing to compare with", () => {
    expect(reportOf(judged([about("old")]), { failOnNew: true }).verdict).toBe("fail");
  });

  test("is no pass where something was not read, whatever counts", () => {
    const unread = { address: "module.a", reason: "can't be read", unknown: { decidedBy: ["module.a"] } };
    const inputs = [{ path: "a", kind: "plan" as const, resources: 1, total: 1, unread: [unread] }];
    const report = reportOf(
      { network: networkWith([], { inputs }), rules, findings: [], comparison: compared([], []) },
      { failOnNew: true },
    );

    expect(report.verdict).toBe("undecided");
  });
});
