import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckOptions, checkNetwork, jsonReport, type Report } from "../../../policies";
import type { JsonObject } from "../../../text/json";
import { change, inState, planJson } from "../../network/readers/plan/plan-json";
import { complaintsOf } from "../../support/complaints";
import { changed, GROUP, site, statuses, wan } from "./planned";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-new-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: JsonObject | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function check(plan: JsonObject, options: CheckOptions = {}): Report {
  return checkNetwork([write("plan.json", plan)], options);
}

const OLD = "azurerm_virtual_wan.old";
const HQ = "azurerm_vpn_site.hq";

describe("what a plan's change brings", () => {
  test("is not what another of several plans had at the same address, and mends", () => {
    const named = (name: string, before: boolean, after: boolean) =>
      write(
        name,
        planJson({
          state: [inState(OLD, wan("same", before))],
          changes: [changed(OLD, wan("same", before), { actions: ["update"], after: wan("same", after) })],
        }),
      );
    const report = checkNetwork([named("weu.json", true, false), named("neu.json", false, true)], { failOnNew: true });

    expect(statuses(report, "encryption-on")).toEqual([["encryption-on", "violation", OLD, "new"]]);
    expect(report.verdict).toBe("fail");
  });

  test("is told from what was there before, and alone counts where only new findings do", () => {
    const state = [inState(OLD, wan("old"))];
    const unrelated = planJson({ state, changes: [changed(OLD, wan("old"))] });
    const bad = planJson({
      state,
      changes: [changed(OLD, wan("old")), change({ base: "azurerm_virtual_wan.new", after: wan("new") })],
    });

    expect(statuses(check(unrelated), "encryption-on")).toEqual([["encryption-on", "violation", OLD, "existing"]]);
    expect([check(unrelated).compared, check(unrelated).verdict]).toEqual(["prior_state", "fail"]);
    expect(check(unrelated, { failOnNew: true }).verdict).toBe("pass");
    expect(statuses(check(bad), "encryption-on")).toEqual([
      ["encryption-on", "violation", "azurerm_virtual_wan.new", "new"],
      ["encryption-on", "violation", OLD, "existing"],
    ]);
    expect(check(bad, { failOnNew: true }).verdict).toBe("fail");
  });

  test("is everything at a first apply", () => {
    const plan = planJson({ changes: [change({ base: OLD, after: wan("old") })] });

    expect(statuses(check(plan), "encryption-on")).toEqual([["encryption-on", "violation", OLD, "new"]]);
    expect(check(plan, { failOnNew: true }).verdict).toBe("fail");
  });

  test("is another wrong value in place of a wrong one", () => {
    const state = [inState(HQ, site("169.254.21.1"))];
    const plan = planJson({
      state,
      changes: [changed(HQ, site("169.254.21.1"), { actions: ["update"], after: site("169.254.22.9") })],
    });

    expect(statuses(check(plan), "bgp-peer-not-apipa")).toEqual([["bgp-peer-not-apipa", "violation", HQ, "new"]]);
  });

  test("is nothing where a resource is only moved", () => {
    const moved = changed("azurerm_vpn_site.head", site("169.254.21.1"), { previous: HQ });
    const plan = planJson({ state: [inState(HQ, site("169.254.21.1"))], changes: [moved] });

    expect(statuses(check(plan), "bgp-peer-not-apipa")).toEqual([
      ["bgp-peer-not-apipa", "violation", "azurerm_vpn_site.head", "existing"],
    ]);
  });

  test("may fix what was wrong, by a right value or by destroying it", () => {
    const state = [inState(OLD, wan("old"))];
    const right = changed(OLD, wan("old"), { actions: ["update"], after: wan("old", false) });
    const destroyed = changed(OLD, wan("old"), { actions: ["delete"] });
    const fixed = [["encryption-on", "violation", OLD, "fixed"]];

    expect(statuses(check(planJson({ state, changes: [right] })), "encryption-on")).toEqual(fixed);
    expect(statuses(check(planJson({ state, changes: [destroyed] })), "encryption-on")).toEqual(fixed);
  });

  test("fixes nothing by making a value unknown, and that counts", () => {
    const { disable_vpn_encryption: _, ...known } = wan("old");
    const root = {
      resources: [
        { address: OLD, expressions: { disable_vpn_encryption: { references: ["terraform_data.a.output"] } } },
      ],
    };
    const unknown = changed(OLD, wan("old"), {
      actions: ["update"],
      after: known,
      unknown: { disable_vpn_encryption: true },
    });
    const report = check(planJson({ state: [inState(OLD, wan("old"))], changes: [unknown], root }), {
      failOnNew: true,
    });

    expect(statuses(report, "encryption-on")).toEqual([["encryption-on", "undecided", OLD, "new"]]);
    expect(report.verdict).toBe("undecided");
  });

  test("fixes nothing by letting a resource leave Terraform: it stays in Azure and is judged as it was", () => {
    const forgotten = changed(OLD, wan("old"), { actions: ["forget"] });

    expect(
      statuses(check(planJson({ state: [inState(OLD, wan("old"))], changes: [forgotten] })), "encryption-on"),
    ).toEqual([["encryption-on", "violation", OLD, "existing"]]);
  });

  test("is a data source that nothing referred to before, though the state in the plan holds it", () => {
    const state = [inState("data.azurerm_virtual_wan.wan", wan("seen"))];
    const hub = { id: `${GROUP}/virtualHubs/h`, name: "h", virtual_wan_id: `${GROUP}/virtualWans/seen` };
    const used = [...state, inState("azurerm_virtual_hub.h", hub)];
    const address = "data.azurerm_virtual_wan.wan";

    expect(statuses(check(planJson({ state })), "encryption-on")).toEqual([
      ["encryption-on", "violation", address, "new"],
    ]);
    expect(statuses(check(planJson({ state: used })), "encryption-on")).toEqual([
      ["encryption-on", "violation", address, "existing"],
    ]);
  });

  test("is a key in the clear, since a plan doesn't tell where it came from before", () => {
    const base = "azurerm_vpn_gateway_connection.hq";
    const key = "Qf7-secret ~value";
    const values = {
      name: "hq",
      vpn_gateway_id: `${GROUP}/vpnGateways/g`,
      remote_vpn_site_id: `${GROUP}/vpnSites/hq`,
      vpn_link: [{ name: "l", vpn_site_link_id: `${GROUP}/vpnSites/hq/vpnSiteLinks/l`, shared_key: key }],
    };
    const sensitive = { vpn_link: [{ shared_key: true }] };
    const root = {
      resources: [{ address: base, expressions: { vpn_link: [{ shared_key: { constant_value: key } }] } }],
    };
    const state = [inState(base, values, { sensitive_values: sensitive })];
    const report = check(planJson({ state, changes: [changed(base, values, { sensitive })], root }));
    const gone = check(planJson({ state, changes: [changed(base, values, { actions: ["delete"] })], root }));

    expect(statuses(report, "preshared-key-secret")).toEqual([["preshared-key-secret", "violation", base, "new"]]);
    expect(gone.fixed.length).toBeGreaterThan(0);
    expect(`${JSON.stringify(report)}${JSON.stringify(gone)}`).not.toContain("secret ~value");
  });

  test("is not told where an input doesn't tell of before", () => {
    const plan = write("plan.json", planJson({ state: [inState(OLD, wan("old"))] }));
    const configuration = write("main.tf.json", { resource: { azurerm_virtual_wan: { a: { name: "a" } } } });
    const report = checkNetwork([plan, configuration]);

    expect([report.compared, statuses(report, "encryption-on")]).toEqual([
      undefined,
      [["encryption-on", "violation", OLD, undefined]],
    ]);
    expect(complaintsOf(() => checkNetwork([plan, configuration], { failOnNew: true }))).toEqual([
      `${plan}, ${configuration}: there is nothing to tell new findings by: give plans alone, with the prior_state that they hold, or --baseline with the JSON report of an earlier check`,
    ]);
  });

  test("is no pass where something is put off to a later plan", () => {
    const deferred_changes = [
      { reason: "instance_count_unknown", resource_change: change({ base: OLD, after: wan("old", false) }) },
    ];
    const report = check(planJson({ more: { deferred_changes } }), { failOnNew: true });

    expect(report.verdict).toBe("undecided");
  });
});

describe("an earlier report as baseline", () => {
  const configuration = (...names: string[]) => ({
    resource: { azurerm_virtual_wan: Object.fromEntries(names.map((name) => [name, wan(name)])) },
  });

  test("tells new findings of configuration too", () => {
    const path = write("main.tf.json", configuration("a"));
    const baseline = write("report.json", jsonReport(checkNetwork([path])));

    expect(checkNetwork([path], { baseline, failOnNew: true }).verdict).toBe("pass");
    write("main.tf.json", configuration("b", "a"));
    const report = checkNetwork([path], { baseline, failOnNew: true });
    expect([report.compared, report.verdict, statuses(report, "encryption-on")]).toEqual([
      baseline,
      "fail",
      [
        ["encryption-on", "violation", "azurerm_virtual_wan.a", "existing"],
        ["encryption-on", "violation", "azurerm_virtual_wan.b", "new"],
      ],
    ]);
    write("main.tf.json", configuration("b"));
    expect(statuses(checkNetwork([path], { baseline }), "encryption-on")).toEqual([
      ["encryption-on", "violation", "azurerm_virtual_wan.b", "new"],
      ["encryption-on", "violation", "azurerm_virtual_wan.a", "fixed"],
    ]);
  });

  test("goes before what a plan tells", () => {
    const plan = planJson({ state: [inState(OLD, wan("old"))] });
    const empty = write("empty.json", jsonReport(check(planJson({}))));

    expect(check(plan).findings.map(({ status }) => status)).toEqual(["existing"]);
    expect(check(plan, { baseline: empty }).findings.map(({ status }) => status)).toEqual(["new"]);
  });

  test("that is wrong is complained about together with the inputs", () => {
    const [input, baseline] = [write("broken.json", "{"), write("wrong.json", "[]")];

    expect(complaintsOf(() => checkNetwork([input], { baseline })).map((line) => line.replace(/:.*/, ""))).toEqual([
      input,
      baseline,
    ]);
  });
});
