/**
 * Writes networks with one mistake each: `test-file-mistakes.ts EXAMPLES OUT`, where EXAMPLES holds a synthesized folder for each
 * example. Prints a line for each of them: the rule, and the folder of the stack whose test has to fail.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testFilesOf, writeTestFiles } from "../test-files/test-files";

interface Mistake {
  readonly rule: string;
  readonly example: string;
  readonly stack: string;
  /** Where it is in the Terraform. */
  readonly path: readonly (string | number)[];
  /** Undefined: what is there goes. */
  readonly value: unknown;
}

const WESTEUROPE = { example: "encrypted", stack: "contoso-westeurope" };
const LINK = ["resource", "azurerm_vpn_gateway_connection", "westeurope_hq", "vpn_link", 0];
const SITE_LINK = ["resource", "azurerm_vpn_site", "hq", "link", 1];
const HUB = ["resource", "azurerm_virtual_hub", "westeurope"];
const CIRCUIT = ["azurerm_express_route_connection", "westeurope_ams"];
const ADVERTISED = ["output", "network_intent", "value", "expressRoute", CIRCUIT.join("."), "advertises"];

const MISTAKES: readonly Mistake[] = [
  { rule: "private-ip-tunnel", ...WESTEUROPE, path: [...LINK, "local_azure_ip_address_enabled"], value: false },
  { rule: "no-mixed-links", ...WESTEUROPE, path: [...LINK, "local_azure_ip_address_enabled"], value: undefined },
  { rule: "bgp-both-ends", ...WESTEUROPE, path: [...LINK, "bgp_enabled"], value: false },
  { rule: "preshared-key-secret", ...WESTEUROPE, path: [...LINK, "shared_key"], value: "WrittenInTheClear" },
  { rule: "ike-version-2", ...WESTEUROPE, path: [...LINK, "protocol"], value: "IKEv1" },
  { rule: "encryption-on", ...WESTEUROPE, path: [...LINK, "ipsec_policy", 0, "encryption_algorithm"], value: "None" },
  { rule: "route-based-only", ...WESTEUROPE, path: [...LINK, "policy_based_traffic_selector_enabled"], value: true },
  {
    rule: "links-match-site",
    ...WESTEUROPE,
    path: [...LINK, "vpn_site_link_id"],
    value: "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/vpnSites/other/vpnSiteLinks/a",
  },
  {
    rule: "bgp-peer-not-apipa",
    ...WESTEUROPE,
    path: [...SITE_LINK, "bgp", "peering_address"],
    value: "169.254.21.2",
  },
  {
    rule: "bgp-peer-not-device-address",
    ...WESTEUROPE,
    path: [...SITE_LINK, "bgp", "peering_address"],
    value: "10.0.0.5",
  },
  { rule: "encrypted-to-onprem", ...WESTEUROPE, path: ADVERTISED, value: ["10.0.0.0/16", "10.0.1.0/24"] },
  { rule: "encrypted-to-onprem", ...WESTEUROPE, path: ADVERTISED, value: ["10.0.0.0/16", "10.0.1.128/25"] },
  { rule: "hub-prefix-size", ...WESTEUROPE, path: [...HUB, "address_prefix"], value: "10.100.0.0/25" },
  { rule: "hub-prefix-size", ...WESTEUROPE, path: [...HUB, "address_prefix"], value: "10.100.0.5/23" },
  { rule: "wan-standard", ...WESTEUROPE, path: [...HUB, "sku"], value: "Basic" },
  {
    rule: "address-overlap",
    ...WESTEUROPE,
    path: ["resource", "azurerm_virtual_network", "app", "address_space"],
    value: ["10.100.0.0/16"],
  },
  {
    rule: "expressroute-peering-valid",
    ...WESTEUROPE,
    path: ["resource", "azurerm_express_route_circuit_peering", "ams", "secondary_peer_address_prefix"],
    value: "172.20.1.0/30",
  },
  {
    rule: "fast-path-off",
    ...WESTEUROPE,
    path: ["resource", ...CIRCUIT, "express_route_gateway_bypass_enabled"],
    value: true,
  },
  {
    rule: "encryption-on",
    example: "encrypted",
    stack: "contoso-global",
    path: ["resource", "azurerm_virtual_wan", "wan", "disable_vpn_encryption"],
    value: true,
  },
  {
    rule: "fails-closed",
    example: "fail-closed",
    stack: "woodgrove-westeurope",
    path: ["resource", "azurerm_route_map", "westeurope_ams_inbound", "rule", 1],
    value: undefined,
  },
];

const [examples, out] = process.argv.slice(2);
if (examples === undefined || out === undefined) {
  console.error("usage: test-file-mistakes.ts EXAMPLES OUT");
  process.exit(2);
}
for (const [index, { rule, example, stack, path, value }] of MISTAKES.entries()) {
  const folder = join(out, `${index}-${rule}`);
  cpSync(join(examples, example), folder, { recursive: true });
  const file = join(folder, "stacks", stack, "cdk.tf.json");
  const terraform: unknown = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(changed(withoutChecks(terraform), path, value), null, 2));
  writeTestFiles(testFilesOf(folder));
  console.log(`${rule} ${join(folder, "stacks", stack)}`);
}

/** Terraform stops at a check block that fails, and what is tried here are the assertions. */
function withoutChecks(terraform: unknown): unknown {
  return changed(terraform, ["check"], undefined);
}

function changed(at: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(at)) {
    if (typeof step !== "number" || step >= at.length) {
      throw new Error(`there is no ${step}`);
    }
    return at.flatMap((item, index) => (index === step ? (changed(item, rest, value) ?? []) : [item]));
  }
  if (typeof at !== "object" || at === null) {
    throw new Error(`there is nothing to change at ${step}`);
  }
  const inner = Object.entries(at).find(([name]) => name === step)?.[1];
  if (inner === undefined && rest.length > 0) {
    throw new Error(`there is no ${step}`);
  }
  return { ...at, [step]: changed(inner, rest, value) };
}
