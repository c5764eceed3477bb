import type { Network, Part } from "../../../network/network";
import type { Resource } from "../../../network/resource";
import type { Finding } from "../../../policies/judge/finding";
import type { Example } from "../../../policies/rules/examples/example";
import type { Judgement, Rule } from "../../../policies/rules/rule";

/** A part of which only the origin counts. */
export function part(resource: Partial<Resource> = {}): Part {
  return {
    resource: {
      address: "azurerm_vpn_site.hq",
      type: "azurerm_vpn_site",
      standing: "managed",
      input: "plan.json",
      attributes: {},
      ...resource,
    },
  };
}

/** An example of a rule that there isn't. */
export const EXAMPLE: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: { wrong: "\nwrong = true\n", right: "\nwrong = false\n" },
  yaml: { cannot: "Samples are never wrong." },
};

/** A rule that says what it is told to say. */
export function ruleThat(judge: () => Iterable<Judgement>, more: Partial<Rule> = {}): Rule {
  return {
    id: "sample-rule",
    level: "error",
    section: "BGP",
    what: "Samples hold.",
    why: "They are samples.",
    page: "https://learn.microsoft.com/sample",
    example: EXAMPLE,
    judge,
    ...more,
  };
}

/** A finding with nothing special about it. */
export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: "sample-rule",
    level: "error",
    outcome: "violation",
    address: "azurerm_vpn_site.hq",
    path: "link[0].ip_address",
    input: "plan.json",
    message: "device address 10.0.0.4 is wrong",
    evidence: {},
    remedy: "Use another one.",
    docs: "https://learn.microsoft.com/sample",
    decidedBy: [],
    ...more,
  };
}

/** A network that holds some resources and nothing else. */
export function networkWith(resources: readonly Resource[], more: Partial<Network> = {}): Network {
  return {
    inputs: [{ path: "plan.json", kind: "plan", resources: resources.length, total: resources.length, unread: [] }],
    resources,
    wans: [],
    hubs: [],
    vpnGateways: [],
    expressRouteGateways: [],
    circuits: [],
    peerings: [],
    expressRouteConnections: [],
    sites: [],
    vpnConnections: [],
    virtualNetworks: [],
    spokeConnections: [],
    routeTables: [],
    strayRoutes: [],
    pointToSiteGateways: [],
    userRouteTables: [],
    managedRoutes: [],
    routeMaps: [],
    natRules: [],
    routingIntents: [],
    hubBgpConnections: [],
    firewalls: [],
    intent: {
      stated: [],
      statements: [],
      appliances: { forwarding: [], unknowns: [] },
      existing: { complete: new Set(), unknowns: [] },
    },
    ...more,
  };
}
