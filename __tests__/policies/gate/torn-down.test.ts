import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkNetwork } from "../../../policies/gate";
import { change, inState, planJson } from "../../network/readers/plan/plan-json";
import { folderOfItsOwn } from "../../stacks/terraform";
import { complaintsOf } from "../../support/complaints";

const folder = folderOfItsOwn();
const ids = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
const WAN = { id: `${ids}/virtualWans/wan`, name: "wan", type: "Standard", disable_vpn_encryption: false };
const SITE = { id: `${ids}/vpnSites/hq`, name: "hq", virtual_wan_id: WAN.id, link: [] };
const HUB = { id: `${ids}/virtualHubs/old`, name: "old", virtual_wan_id: `${ids}/virtualWans/other` };

function destroying(what: "all" | "the site"): string {
  const gone = { actions: ["delete"] };
  const plan = planJson({
    changes: [
      { ...change({ base: "azurerm_vpn_site.hq" }), change: { ...gone, before: SITE, after: null, after_unknown: {} } },
      what === "all"
        ? {
            ...change({ base: "azurerm_virtual_wan.wan" }),
            change: { ...gone, before: WAN, after: null, after_unknown: {} },
          }
        : change({ base: "azurerm_virtual_wan.wan", actions: ["no-op"], before: WAN, after: WAN }),
    ],
    state: [
      inState("azurerm_vpn_site.hq", SITE),
      inState("azurerm_virtual_wan.wan", WAN),
      inState("data.azurerm_virtual_hub.old", HUB),
    ],
  });
  const file = join(folder, `${what.replace(" ", "-")}.json`);
  writeFileSync(file, JSON.stringify(plan));
  return file;
}

function intent(site: string): string {
  const file = join(folder, "intent.json");
  const vpn = { [site]: { a: { advertises: ["10.1.0.0/16"] } } };
  writeFileSync(file, JSON.stringify({ vpn, protected: ["10.1.0.0/16"], onTunnelLoss: "drop" }));
  return file;
}

const SAID = {
  at: "the change",
  message: "destroys all that these inputs have of the network, so nothing is left to judge",
};

test("a plan that destroys all there is passes and says so, with intent and where a network is required", () => {
  const plan = destroying("all");
  for (const options of [{}, { intent: intent("azurerm_vpn_site.hq") }, { requireNetwork: true }]) {
    const { verdict, findings, notices } = checkNetwork([plan], options);
    expect({ verdict, findings, notices }).toEqual({ verdict: "pass", findings: [], notices: [SAID] });
  }
});

test("what remains is judged as always", () => {
  const remaining = checkNetwork([destroying("the site")], { intent: intent("azurerm_vpn_site.hq") });
  expect(remaining.notices).toEqual([]);
  expect(remaining.checked.resources).toMatchObject({ azurerm_virtual_wan: 1 });
  const other = join(folder, "other.json");
  const state = {
    format_version: "1.0",
    values: { root_module: { resources: [inState("azurerm_virtual_wan.b", WAN)] } },
  };
  writeFileSync(other, JSON.stringify(state));
  expect(checkNetwork([destroying("all"), other]).checked.resources).toMatchObject({ azurerm_virtual_wan: 1 });
});

test("an address in intent that was never there is a mistake all the same", () => {
  expect(complaintsOf(() => checkNetwork([destroying("all")], { intent: intent("azurerm_vpn_site.hg") }))).toEqual([
    expect.stringContaining("there is no VPN site azurerm_vpn_site.hg"),
  ]);
});
