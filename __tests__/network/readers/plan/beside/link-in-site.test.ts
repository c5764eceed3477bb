import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../../../../../policies/gate";
import { change, configured, planJson, refers } from "../plan-json";

const SITE = "azurerm_vpn_site.hq";
const CONNECTION = "azurerm_vpn_gateway_connection.hq";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-link-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found of the links, where the files write an id that the plan tells no more of than the site. */
function linksFound(id: string): readonly string[] {
  const link = { name: "over", ip_address: "10.0.0.4" };
  const gateway = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnGateways/weu";
  writeFileSync(
    join(folder, "main.tf"),
    `resource "azurerm_vpn_site" "hq" {
  name = "hq"
  link {
    name       = "over"
    ip_address = "10.0.0.4"
  }
}
resource "azurerm_vpn_gateway_connection" "hq" {
  name               = "hq"
  vpn_gateway_id     = "${gateway}"
  remote_vpn_site_id = ${SITE}.id
  vpn_link {
    name             = "over"
    vpn_site_link_id = ${id}
  }
}
`,
  );
  const plan = planJson({
    changes: [
      change({ base: SITE, after: { name: "hq", link: [link] }, unknown: { id: true, link: [{ id: true }] } }),
      change({
        base: CONNECTION,
        after: { name: "hq", vpn_gateway_id: gateway, vpn_link: [{ name: "over" }] },
        unknown: { id: true, remote_vpn_site_id: true, routing: true, vpn_link: [{ vpn_site_link_id: true }] },
      }),
    ],
    root: {
      resources: [
        configured(SITE, {
          name: { constant_value: "hq" },
          link: [{ name: { constant_value: "over" }, ip_address: { constant_value: "10.0.0.4" } }],
        }),
        configured(CONNECTION, {
          name: { constant_value: "hq" },
          vpn_gateway_id: { constant_value: gateway },
          remote_vpn_site_id: refers(`${SITE}.id`, SITE),
          vpn_link: [{ name: { constant_value: "over" }, vpn_site_link_id: refers(`${SITE}.id`, SITE) }],
        }),
      ],
    },
  });
  const path = join(folder, "plan.json");
  writeFileSync(path, JSON.stringify(plan));
  const { findings, inputs } = checkNetwork([path]);
  expect(inputs[0]?.folder?.isRead).toBe(true);
  return findings.filter(({ rule }) => rule === "links-match-site").map(({ outcome }) => outcome);
}

describe("the id of a link that the files make of its site's", () => {
  it("is that of the link with its name", () => {
    expect(linksFound(`"\${${SITE}.id}/vpnSiteLinks/over"`)).toEqual([]);
  });

  it("is open where the site has no such link, though the connection has the name of one", () => {
    expect(linksFound(`"\${${SITE}.id}/vpnSiteLinks/other"`)).toEqual(["undecided"]);
  });
});
