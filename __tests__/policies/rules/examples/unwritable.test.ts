import { EXAMPLES } from "../../../../policies/rules/examples/catalogue";
import { networkOfYaml } from "./completed";

/** Tries at what pages say a `network.yaml` can't hold, by rule: what is written, and what is wrong with it. */
const TRIES: readonly (readonly [rule: string, yaml: string])[] = [
  ["prefix-canonical", "hubs: { westeurope: { addressPrefix: 10.100.0.5/23 } }"],
  ["prefix-canonical", "hubs: { westeurope: { addressPrefix: 10.100.0.0 } }"],
  ["prefix-canonical", "hubs: { westeurope: { addressPrefix: '2001:db8::/48' } }"],
  ["route-based-only", "sites: { hq: { tunnel: { policyBasedTrafficSelectors: true } } }"],
  ["encryption-on", "wan: { disableVpnEncryption: true }"],
  [
    "encryption-on",
    "sites: { hq: { tunnel: { ipsecPolicy: { ikeEncryption: AES256, ikeIntegrity: SHA256, dhGroup: DHGroup14, espEncryption: None, espIntegrity: SHA256, pfsGroup: PFS14 } } } }",
  ],
  ["ike-version-2", "sites: { hq: { tunnel: { protocol: IKEv1 } } }"],
  ["preshared-key-secret", "sites: { hq: { tunnel: { preSharedKey: a.key.that.everybody.can.read } } }"],
  ["device-address-literal", "sites: { hq: { links: { over-ams: { fqdn: vpn.contoso.com } } } }"],
  ["fast-path-off", "circuits: { ams: { connections: { westeurope: { fastPath: true } } } }"],
  ["links-match-site", "sites: { hq: { connections: { westeurope: { links: { over-fra: } } } } }"],
  ["value-accepted", "sites: { hq: { tunnel: { connectionMode: Initiator } } }"],
  ["monitor-valid", "monitoring: { actionGroup: { emails: { noc: a@b.example } }, metrics: {} }"],
  ["wan-standard", "wan: { type: Basic }"],
  ["spoke-without-gateway", "spokes: { app: { virtualNetworkGateway: {} } }"],
  ["limits", "hubs: { westeurope: { expressRouteGateway: { scaleUnits: 20 } } }"],
  ["user-routes", "spokes: { app: { userRoutes: {} } }"],
  ["secured-hub-lets-tunnels-pass", "hubs: { westeurope: { firewallPolicy: {} } }"],
];

test.each(TRIES)("%s: a network.yaml with %s is refused", (_, yaml) => {
  expect(() => networkOfYaml(yaml, {})).toThrow(expect.objectContaining({ complaints: [expect.anything()] }));
});

test("each page that says so has a try, or wanproof writes the right form by itself", () => {
  const unwritable = Object.entries(EXAMPLES).flatMap(([id, { yaml }]) => ("cannot" in yaml ? [id] : []));
  const byItself = ["bgp-both-ends", "ipsec-policy-explicit", "dpd-explicit"];
  expect(new Set([...TRIES.map(([rule]) => rule), ...byItself])).toEqual(new Set(unwritable));
});
