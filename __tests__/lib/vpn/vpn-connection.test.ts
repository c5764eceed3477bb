import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { RouteAction } from "../../../lib/routing/route-map-rule";
import { IpsecPolicy } from "../../../lib/vpn/ipsec-policy";
import { SharedKey } from "../../../lib/vpn/shared-key";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import { objectOf } from "../../../scripts/azurerm-schema";
import { linkOver, network, overInternet } from "../connected-site";
import { dataSourceOf, emptyStack, reference, resourceOf } from "../terraform";

const DEFAULT_POLICY = {
  ike_encryption_algorithm: "AES256",
  ike_integrity_algorithm: "SHA384",
  dh_group: "ECP384",
  encryption_algorithm: "GCMAES256",
  integrity_algorithm: "GCMAES256",
  pfs_group: "ECP384",
  sa_lifetime_sec: 3600,
  sa_data_size_kb: 102400000,
};

/** What a link over ExpressRoute gets when nothing is said. */
const PRIVATE_LINK = {
  local_azure_ip_address_enabled: true,
  bgp_enabled: true,
  protocol: "IKEv2",
  dpd_timeout_seconds: 45,
  ipsec_policy: [DEFAULT_POLICY],
};

test("a site over ExpressRoute is connected with the gateway's private addresses on every link, and a strong policy", () => {
  const { hub, site, stack } = network();
  hub.connectSite("hq", site, { name: "hq" });
  const { depends_on, ...connection } = resourceOf(stack, "azurerm_vpn_gateway_connection");
  expect(connection).toEqual({
    name: "hq",
    vpn_gateway_id: reference("azurerm_vpn_gateway.wan_hub_vpn.id"),
    remote_vpn_site_id: reference("azurerm_vpn_site.hq.id"),
    timeouts: { create: "60m", update: "60m", delete: "60m" },
    vpn_link: [
      { name: "over-ams", vpn_site_link_id: reference("azurerm_vpn_site.hq.link[0].id"), ...PRIVATE_LINK },
      { name: "over-fra", vpn_site_link_id: reference("azurerm_vpn_site.hq.link[1].id"), ...PRIVATE_LINK },
    ],
  });
  expect(depends_on).toEqual(["azurerm_vpn_gateway.wan_hub_vpn"]);
});

test("a link over the internet keeps the gateway's public addresses, and has no BGP where its site link has none", () => {
  const { hub, stack, wan } = network();
  const site = new VpnSite(stack, "depot", {
    wan,
    name: "depot",
    location: "westeurope",
    addressCidrs: ["10.8.0.0/16"],
    links: [overInternet()],
  });
  hub.connectSite("depot", site, { name: "depot" });
  expect(resourceOf(stack, "azurerm_vpn_gateway_connection").vpn_link).toEqual([
    {
      ...PRIVATE_LINK,
      name: "dsl",
      vpn_site_link_id: reference("azurerm_vpn_site.depot.link[0].id"),
      local_azure_ip_address_enabled: false,
      bgp_enabled: false,
    },
  ]);
});

test("links are chosen by object, in any order, and settings of one link go before those of every link", () => {
  const { hub, site, stack, ams, fra, gateway } = network();
  const ingress = gateway.addNatRule("in", {
    name: "in",
    mode: "IngressSnat",
    internalMappings: [{ addressSpace: "10.5.0.0/24" }],
    externalMappings: [{ addressSpace: "10.6.0.0/24" }],
  });
  const egress = gateway.addNatRule("out", {
    name: "out",
    internalMappings: [{ addressSpace: "10.7.0.0/24" }],
    externalMappings: [{ addressSpace: "10.8.0.0/24" }],
  });
  hub.connectSite("hq", site, {
    name: "hq",
    internetSecurity: true,
    everyLink: { bandwidthMbps: 1000, dpdTimeoutSeconds: 30 },
    links: [
      {
        link: fra,
        bandwidthMbps: 500,
        ipsecPolicy: IpsecPolicy.AES256_SHA256_DHGROUP14,
        connectionMode: "ResponderOnly",
      },
      {
        link: ams,
        customBgpAddresses: { instance0: "169.254.21.2", instance1: "169.254.22.2" },
        ingressNatRules: [ingress],
        egressNatRules: [egress],
      },
    ],
  });
  const connection = resourceOf(stack, "azurerm_vpn_gateway_connection");
  expect(connection.internet_security_enabled).toBe(true);
  expect(connection.vpn_link).toEqual([
    {
      ...PRIVATE_LINK,
      name: "over-fra",
      vpn_site_link_id: reference("azurerm_vpn_site.hq.link[1].id"),
      bandwidth_mbps: 500,
      dpd_timeout_seconds: 30,
      connection_mode: "ResponderOnly",
      ipsec_policy: [
        {
          ...DEFAULT_POLICY,
          ike_integrity_algorithm: "SHA256",
          dh_group: "DHGroup14",
          encryption_algorithm: "AES256",
          integrity_algorithm: "SHA256",
          pfs_group: "PFS14",
        },
      ],
    },
    {
      ...PRIVATE_LINK,
      name: "over-ams",
      vpn_site_link_id: reference("azurerm_vpn_site.hq.link[0].id"),
      bandwidth_mbps: 1000,
      dpd_timeout_seconds: 30,
      custom_bgp_address: [
        { ip_address: "169.254.21.2", ip_configuration_id: "Instance0" },
        { ip_address: "169.254.22.2", ip_configuration_id: "Instance1" },
      ],
      ingress_nat_rule_ids: [reference("azurerm_vpn_gateway_nat_rule.wan_hub_vpn_in.id")],
      egress_nat_rule_ids: [reference("azurerm_vpn_gateway_nat_rule.wan_hub_vpn_out.id")],
    },
  ]);
});

test("route maps and route tables are written beside each other, the default table included", () => {
  const { hub, site, stack } = network();
  const inbound = hub.addRouteMap("in", {
    name: "in-map",
    rules: [{ name: "all", actions: [RouteAction.drop()], nextStep: "Terminate" }],
  });
  hub.connectSite("hq", site, { name: "hq", routing: { inboundRouteMap: inbound } });
  const { routing } = resourceOf(stack, "azurerm_vpn_gateway_connection");
  expect(routing).toEqual({
    associated_route_table: expect.stringMatching(/default_route_table_id\}$/),
    inbound_route_map_id: expect.stringMatching(/^\$\{azurerm_route_map\./),
    propagated_route_table: {
      labels: ["default"],
      route_table_ids: [expect.stringMatching(/default_route_table_id\}$/)],
    },
  });
});

test("a pre-shared key is a sensitive variable or a Key Vault secret, never in the Terraform itself", () => {
  const { hub, site, stack, ams, fra } = network();
  const vault = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";
  hub.connectSite("hq", site, {
    name: "hq",
    links: [
      { link: ams, sharedKey: SharedKey.sensitiveVariable("hq_key") },
      { link: fra, sharedKey: SharedKey.keyVaultSecret({ keyVaultId: vault, name: "hq-fra" }) },
    ],
  });
  const [first, second] = [resourceOf(stack, "azurerm_vpn_gateway_connection").vpn_link].flat().map(objectOf);
  expect(first?.shared_key).toBe(reference("var.hq_key"));
  expect(second?.shared_key).toBe(reference("data.azurerm_key_vault_secret.wan_hub_hq_over-fra.value"));
  expect(dataSourceOf(stack, "azurerm_key_vault_secret")).toEqual({ key_vault_id: vault, name: "hq-fra" });
});

test("an existing site is connected to an existing gateway by their ids", () => {
  const stack = emptyStack();
  const network = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
  const gateway = VpnGateway.fromAttributes(stack, "vpn", { vpnGatewayId: `${network}/vpnGateways/vpn` });
  const site = VpnSite.fromAttributes(stack, "hq", {
    vpnSiteId: `${network}/vpnSites/hq`,
    links: [{ name: "over-ams", over: "ExpressRoute", bgpEnabled: true }],
  });
  new VpnConnection(stack, "connection", { gateway, site, name: "hq" });
  expect(resourceOf(stack, "azurerm_vpn_gateway_connection")).toEqual({
    name: "hq",
    vpn_gateway_id: `${network}/vpnGateways/vpn`,
    remote_vpn_site_id: `${network}/vpnSites/hq`,
    timeouts: { create: "60m", update: "60m", delete: "60m" },
    vpn_link: [{ name: "over-ams", vpn_site_link_id: `${network}/vpnSites/hq/vpnSiteLinks/over-ams`, ...PRIVATE_LINK }],
  });
});

test("settings may be values that only Terraform knows", () => {
  const { hub, site, stack } = network();
  const text = new TerraformVariable(stack, "text", { type: "string" });
  const number = new TerraformVariable(stack, "number", { type: "number" });
  hub.connectSite("hq", site, {
    name: text.stringValue,
    internetSecurity: text.booleanValue,
    everyLink: {
      bandwidthMbps: number.numberValue,
      dpdTimeoutSeconds: number.numberValue,
      connectionMode: Token.asAny(text.stringValue),
      customBgpAddresses: { instance0: text.stringValue, instance1: text.stringValue },
    },
  });
  const connection = resourceOf(stack, "azurerm_vpn_gateway_connection");
  expect(connection).toMatchObject({ name: reference("var.text"), internet_security_enabled: reference("var.text") });
  expect([connection.vpn_link].flat()[0]).toMatchObject({
    bandwidth_mbps: reference("var.number"),
    dpd_timeout_seconds: reference("var.number"),
    connection_mode: reference("var.text"),
    custom_bgp_address: [{ ip_address: reference("var.text") }, { ip_address: reference("var.text") }],
  });
});

test("a site of another stack is connected by reference across the stacks", () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "wanproof-")), skipValidation: true });
  const global = new TerraformStack(app, "global");
  const region = new TerraformStack(app, "region");
  const wan = new VirtualWan(global, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  const hub = wan.addHub("hub", { name: "hub", location: "westeurope", addressPrefix: "10.100.0.0/23" });
  const gateway = hub.addVpnGateway("vpn", { name: "vpn" });
  const site = new VpnSite(global, "hq", { wan, name: "hq", location: "westeurope", links: [linkOver("ams", 4)] });
  new VpnConnection(region, "connection", { gateway, site, name: "hq" });
  app.synth();
  const written = (stack: string) =>
    objectOf(JSON.parse(readFileSync(join(app.outdir, "stacks", stack, "cdk.tf.json"), "utf8")));
  const { connection } = objectOf(objectOf(written("region").resource).azurerm_vpn_gateway_connection);
  const output = "cross-stack-output-azurerm_vpn_sitehqlink0id";
  const [link] = [objectOf(connection).vpn_link].flat().map(objectOf);
  expect(link?.vpn_site_link_id).toBe(
    `\${data.terraform_remote_state.cross-stack-reference-input-global.outputs.${output}}`,
  );
  expect(objectOf(written("global").output)[output]).toEqual({
    sensitive: true,
    value: reference("azurerm_vpn_site.hq.link[0].id"),
  });
});
