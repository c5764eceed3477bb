import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlan } from "../../../../../network/readers/plan/read-plan";
import { isList, UnknownAttribute } from "../../../../../network/resource";
import { change, configured, planJson, refers } from "../plan-json";

const GATEWAY = "azapi_resource.gateway";
const TYPE = "Microsoft.Network/vpnGateways/vpnConnections@2024-05-01";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-azapi-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a connection by azapi refers to, of which a plan tells all names of the body at once. */
function referredTo(site: string, beside: boolean) {
  writeFileSync(
    join(folder, "main.tf"),
    `resource "azapi_resource" "a" {}
resource "azapi_resource" "b" {}
resource "azapi_resource" "gateway" {
  type = "${TYPE}"
  name = "hq"
  body = {
    properties = {
      remoteVpnSite      = { id = ${site} }
      vpnLinkConnections = [{ properties = { ingressNatRules = [{ id = azapi_resource.b.id }] } }]
    }
  }
}
`,
  );
  const names = ["azapi_resource.a.id", "azapi_resource.a", "azapi_resource.b.id", "azapi_resource.b"];
  const plan = planJson({
    changes: [
      ...["azapi_resource.a", "azapi_resource.b"].map((base) => change({ base, unknown: { id: true } })),
      change({
        base: GATEWAY,
        after: {
          type: TYPE,
          name: "hq",
          body: { properties: { remoteVpnSite: {}, vpnLinkConnections: [{ properties: { ingressNatRules: [{}] } }] } },
        },
        unknown: {
          id: true,
          body: {
            properties: {
              remoteVpnSite: { id: true },
              vpnLinkConnections: [{ properties: { ingressNatRules: [{ id: true }] } }],
            },
          },
        },
      }),
    ],
    root: {
      resources: [
        configured("azapi_resource.a", {}),
        configured("azapi_resource.b", {}),
        configured(GATEWAY, {
          type: { constant_value: TYPE },
          name: { constant_value: "hq" },
          body: refers(...names),
        }),
      ],
    },
  });
  const given = { given: folder, likely: [], isOpenTofu: false, declaresAll: () => true };
  const { resources } = readPlan("plan.json", plan, undefined, undefined, beside ? given : undefined);
  const { remote_vpn_site_id, vpn_link } = resources.find(({ address }) => address === GATEWAY)?.attributes ?? {};
  return [remote_vpn_site_id, isList(vpn_link) ? vpn_link[0] : undefined];
}

test("an id in a body that names several resources is told by the folder that made the plan", () => {
  const rules = { ingress_nat_rule_ids: [expect.objectContaining({ address: "azapi_resource.b" })] };
  expect(referredTo("azapi_resource.a.id", true)).toEqual([
    expect.objectContaining({ address: "azapi_resource.a" }),
    rules,
  ]);
  expect(referredTo('replace(azapi_resource.a.id, "a", "c")', true)).toEqual([expect.any(UnknownAttribute), rules]);
});

test("without the folder it is open", () => {
  expect(referredTo("azapi_resource.a.id", false)).toEqual([
    expect.any(UnknownAttribute),
    { ingress_nat_rule_ids: [expect.any(UnknownAttribute)] },
  ]);
});
