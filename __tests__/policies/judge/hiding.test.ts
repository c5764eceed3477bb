import { assemble } from "../../../network/assemble/assemble";
import { readPlan } from "../../../network/readers/plan/read-plan";
import { SensitiveValue } from "../../../network/resource";
import { Hiding, holdsSensitive } from "../../../policies/judge/hiding";
import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import type { Json } from "../../../text/json";
import { change, planJson } from "../../network/readers/plan/plan-json";

function hiding(...values: (string | number | boolean)[]): Hiding {
  const attributes = { list: values.map((value) => new SensitiveValue(value)) };
  const resource = { address: "azurerm_vpn_site.hq", type: "azurerm_vpn_site", standing: "managed" as const };
  return new Hiding({ resources: [{ ...resource, input: "plan.json", attributes }] });
}

describe("what a finding says", () => {
  it("has a sensitive value nowhere, in text or evidence", () => {
    const one = hiding("10.0.0.4", 65010, "over-ams");
    expect(one.text("link over-ams has 10.0.0.4 and ASN 65010, not 650100 or 10.0.0.40")).toBe(
      "link (sensitive) has (sensitive) and ASN (sensitive), not 650100 or 10.0.0.40",
    );
    expect(one.evidence({ asn: 65010, other: 65011, on: true, all: ["10.0.0.4/32", "10.9.0.0/16"] })).toEqual({
      asn: "(sensitive)",
      other: 65011,
      on: true,
      all: ["(sensitive)", "10.9.0.0/16"],
    });
  });

  it("has no address that was made of a sensitive one", () => {
    const one = hiding("10.1.0.0/16", "fd00:1::/32");
    expect(
      one.text("10.1.4.0/24, 10.1.255.255, 10.0.0.0/16, 10.2.0.0/15, 10.0.0.0/8, 10.9.0.0/16, fd00:1:2::/48"),
    ).toBe("(sensitive), (sensitive), (sensitive), (sensitive), 10.0.0.0/8, 10.9.0.0/16, (sensitive)");
  });

  it("keeps addresses of resources and what is true or false", () => {
    const text = 'azurerm_vpn_site.hq["hq"] has bgp_enabled true';
    expect(hiding("hq", true).text(text)).toBe(text);
  });
});

/** A site whose device is at a private address of the hub's own, told by a plan that marks it so. */
function siteIn(sensitive: Json) {
  const after = {
    name: "hq",
    link: [{ name: "a", ip_address: "10.0.0.4", bgp: [{ asn: 65515, peering_address: "x" }] }],
  };
  const reading = readPlan(
    "plan.json",
    planJson({ changes: [change({ base: "azurerm_vpn_site.hq", after, sensitive })] }),
  );
  return [reading];
}

describe("a value that is sensitive and known", () => {
  const sensitive: Json = { link: [{ ip_address: true, bgp: [{ asn: true }] }] };

  it("is judged like any other, and isn't shown", () => {
    const open = judge(assemble(siteIn({}), undefined, { sensitive: "used" }), RULES);
    const hidden = judge(assemble(siteIn(sensitive), undefined, { sensitive: "used" }), RULES);
    const places = (findings: typeof open) => findings.map(({ rule, outcome, path }) => [rule, outcome, path]);
    expect(places(hidden)).toEqual(places(open));
    expect(places(open)).toContainEqual(["asn-allowed", "violation", "link[0].bgp[0].asn"]);
    expect(JSON.stringify(open)).toMatch(/65515/);
    expect(JSON.stringify(hidden)).not.toMatch(/65515|10\.0\.0\.4/);
  });

  it("is in no network that somebody wants to show", () => {
    const network = assemble(siteIn(sensitive));
    expect(network.sites[0]?.links.items[0]?.address).toMatchObject({ state: "unknown" });
    expect([holdsSensitive(network), holdsSensitive(assemble(siteIn({})))]).toEqual([true, false]);
    expect(JSON.stringify(network.resources)).not.toMatch(/65515|10\.0\.0\.4/);
  });
});
