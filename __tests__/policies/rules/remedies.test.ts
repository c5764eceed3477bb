import { assemble } from "../../../network/assemble/assemble";
import { recognise } from "../../../network/input/recognise";
import type { Network } from "../../../network/network";
import { readPlan } from "../../../network/readers/plan/read-plan";
import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import type { JsonObject } from "../../../text/json";
import schema from "../../lib/azurerm-schema.json";
import { networkOf } from "../../support/network";
import { CASES } from "../proof/plans";

interface Kinds {
  readonly [type: string]: { readonly attributes: object; readonly blocks?: object };
}

const RESOURCES: Kinds = schema.resource;
const DATA: Kinds = schema.data;

function networkOfPlan(plan: JsonObject): Network {
  const found = recognise(plan);
  if (found.kind !== "plan") {
    throw new Error("a plan was recorded");
  }
  return assemble([readPlan("plan.json", found.plan)]);
}

/** A part of an existing network, read by names and ids. */
const BROWNFIELD = networkOf({
  data: {
    azurerm_virtual_wan: { wan: { name: "wan", resource_group_name: "rg" } },
    azurerm_virtual_hub: { weu: { name: "weu", resource_group_name: "rg" } },
    azurerm_vpn_gateway: { weu: { name: "vpn", resource_group_name: "rg" } },
  },
  resource: {
    azurerm_express_route_connection: {
      ams: {
        name: "ams",
        express_route_gateway_id:
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/expressRouteGateways/er",
        express_route_circuit_peering_id: "${var.peering}",
      },
    },
    azurerm_vpn_site: {
      hq: {
        name: "hq",
        virtual_wan_id: "${data.azurerm_virtual_wan.wan.id}",
        link: [{ name: "a", ip_address: "10.200.0.4", bgp: [{ asn: 65010, peering_address: "${var.peer}" }] }],
      },
    },
    azurerm_vpn_gateway_connection: {
      hq: {
        name: "hq",
        vpn_gateway_id: "${data.azurerm_vpn_gateway.weu.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.hq.id}",
        vpn_link: [
          {
            name: "a",
            vpn_site_link_id: "${azurerm_vpn_site.hq.link[0].id}",
            bgp_enabled: true,
            local_azure_ip_address_enabled: true,
          },
        ],
      },
    },
  },
});

const NETWORKS = [
  ...CASES.map(({ name, plan }) => ({ name, network: networkOfPlan(plan), text: JSON.stringify(plan) })),
  { name: "brownfield", network: BROWNFIELD, text: JSON.stringify(BROWNFIELD.resources) },
];

/** What is wrong with something that a finding asks for; undefined where it is there to be told. */
function problemOf(decider: string, { resources }: Network, text: string): string | undefined {
  const named = /^network_intent\.\w+\["((?:[^"\\]|\\.)*)"\]/.exec(decider)?.[1];
  const address = named === undefined ? decider : named.replaceAll('\\"', '"');
  const holder = resources
    .filter(
      (one) =>
        address === one.address || address.startsWith(`${one.address}.`) || address.startsWith(`${one.address}/`),
    )
    .sort((a, b) => b.address.length - a.address.length)[0];
  if (holder !== undefined) {
    const attribute = address.slice(holder.address.length + 1).split(/[.[/]/)[0] ?? "";
    const known = (holder.standing === "data" ? DATA : RESOURCES)[holder.type] ?? RESOURCES[holder.type];
    const names = {
      ...RESOURCES[holder.type]?.attributes,
      ...RESOURCES[holder.type]?.blocks,
      ...known?.attributes,
      ...known?.blocks,
    };
    const isInside = attribute === "" || address[holder.address.length] === "/" || Object.hasOwn(names, attribute);
    return isInside ? undefined : `${holder.type} has no ${attribute}`;
  }
  const [first = ""] = decider.split(/[.[]/);
  const isWritten =
    ["var", "local", "module", "each"].includes(first) || text.includes(JSON.stringify(address).slice(1, -1));
  return decider.startsWith("network_intent.") && named === undefined
    ? undefined
    : isWritten
      ? undefined
      : "is nowhere";
}

test.each(NETWORKS)("every address and attribute that $name is asked for exists, each once", ({ network, text }) => {
  const findings = judge(network, RULES).filter(({ outcome }) => outcome === "undecided");
  const wrong = findings.flatMap(({ decidedBy, rule }) =>
    decidedBy.flatMap((one) => {
      const problem = problemOf(one, network, text);
      return problem === undefined ? [] : [`${rule}: ${one} ${problem}`];
    }),
  );
  expect(wrong).toEqual([]);
  for (const { remedy, decidedBy } of findings) {
    for (const one of decidedBy.length > 5 ? [] : decidedBy) {
      expect(`${remedy} `.split(/[ ,:]+/).filter((word) => word === one).length).toBeLessThan(2);
    }
  }
});

test("the network that exists leaves something undecided", () => {
  const findings = judge(BROWNFIELD, RULES).filter(({ outcome }) => outcome === "undecided");
  expect(findings.length).toBeGreaterThan(0);
});

test("no remedy makes Terraform replace a hub", () => {
  const remedies = NETWORKS.flatMap(({ network }) => judge(network, RULES).map(({ remedy }) => remedy));
  expect(
    remedies.filter((remedy) =>
      /\b(?:set|change|write|give) (?:the hub's |its )?(?:sku|address_prefix|virtual_wan_id)\b/i.test(remedy),
    ),
  ).toEqual([]);
});
