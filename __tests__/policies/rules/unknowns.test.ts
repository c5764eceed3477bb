import { makeKnown } from "../../../policies/rules/reasoning/unknowns";

describe("the remedy of an undecided finding", () => {
  test("names what would decide it, each once", () => {
    expect(makeKnown([{ decidedBy: ["var.a"] }, { decidedBy: ["var.a", "var.b"] }])).toBe(
      "Make var.a and var.b known: check a plan in which it has a value, or add the input or data source that tells it.",
    );
  });

  test("asks for intent where that is what is missing", () => {
    expect(makeKnown([{ decidedBy: ["network_intent.vpn"] }, { decidedBy: ["var.a"] }])).toBe(
      "State network_intent.vpn, in that output or in a file for --intent: what on-premises routers do is in no Azure resource. Make var.a known: check a plan in which it has a value, or add the input or data source that tells it.",
    );
  });

  test("counts what would be too long to name", () => {
    const unknowns = Array.from({ length: 9 }, (_, n) => ({ decidedBy: [`var.v${n}`] }));
    expect(makeKnown(unknowns)).toMatch(/^Make var\.v0, var\.v1, var\.v2, var\.v3, var\.v4 and 4 more known:/);
  });

  test("asks for what exists to be stated as complete, in the words of the file that it is written in", () => {
    const open = [{ decidedBy: ['network_intent.existing["data.azurerm_virtual_wan.wan"]'] }];
    expect(makeKnown(open)).toBe(
      'State network_intent.existing["data.azurerm_virtual_wan.wan"] as "complete", if nothing is connected there but what is shown, or judge the Terraform that makes the rest beside this.',
    );
    expect(makeKnown(open, "network.yaml")).toBe(
      'State network_intent.existing["data.azurerm_virtual_wan.wan"] as "complete", with complete: true under its "existing" in network.yaml, if nothing is connected there but what is shown, or judge the Terraform that makes the rest beside this.',
    );
    expect(makeKnown([{ decidedBy: ["network_intent.protected"] }], "network.yaml")).toContain("protectedPrefixes");
  });

  test("asks for other Terraform where no plan of this one can tell", () => {
    const hub = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/old";
    const deciders = [hub, "data.azurerm_virtual_hub.a.sku", "data.azurerm_virtual_hub.a/hubRouteTables/x.route"];
    for (const one of deciders) {
      expect(makeKnown([{ decidedBy: [one] }])).toBe(
        `Judge beside this the Terraform that makes ${one}, or its state.`,
      );
    }
    expect(makeKnown([{ decidedBy: ["data.azurerm_virtual_hub.a.address_prefix"] }])).toMatch(/^Make .* known:/);
    expect(makeKnown([{ decidedBy: ["a plan without -target"] }])).toBe("Make the plan without -target.");
  });

  test("speaks of network.yaml only where the finding is about a line of YAML", () => {
    const open = [{ decidedBy: ["network_intent.protected"] }];
    const inYaml = "where network.yaml states it";
    expect(makeKnown(open, "site.yml")).toContain(inYaml);
    for (const file of ["main.tf", "network.yaml.ts", undefined]) {
      expect(makeKnown(open, file)).not.toContain(inYaml);
    }
  });
});
