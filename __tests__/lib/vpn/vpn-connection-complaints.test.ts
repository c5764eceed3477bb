import { TerraformVariable } from "cdktf";
import { IpsecPolicy } from "../../../lib/vpn/ipsec-policy";
import { SharedKey } from "../../../lib/vpn/shared-key";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import { network, overInternet } from "../connected-site";
import { complaintsOf } from "../terraform";

test("everything wrong with a connection is said at once, with its path", () => {
  const { site, gateway, stack, ams } = network();
  const notSensitive = new TerraformVariable(stack, "psk", { type: "string" });
  const policy = IpsecPolicy.custom({
    ...IpsecPolicy.GCMAES256_ECP384.props,
    saLifetimeSeconds: 299,
    saDataSizeKilobytes: 1.5,
  });
  const complaints = complaintsOf(
    () =>
      new VpnConnection(stack, "connection", {
        gateway,
        site,
        name: "",
        everyLink: { bandwidthMbps: 0, sharedKey: SharedKey.sensitiveVariable(notSensitive) },
        links: [
          { link: ams, dpdTimeoutSeconds: 8, ipsecPolicy: policy },
          { link: overInternet(), customBgpAddresses: { instance0: "169.254.21", instance1: "169.254.22.2" } },
        ],
      }),
  );
  expect(complaints).toEqual([
    "name: it is empty",
    "everyLink.sharedKey: variable psk is not sensitive, so its value would show in plans",
    "everyLink.bandwidthMbps: 0 is not a whole number from 1 to 1000000",
    "links[0].ipsecPolicy.saLifetimeSeconds: 299 is not a whole number from 300 to 172799",
    "links[0].ipsecPolicy.saDataSizeKilobytes: 1.5 is not a whole number from 0 to 2147483647",
    "links[0].dpdTimeoutSeconds: 8 is not a whole number from 9 to 3600",
    "links[1]: link dsl belongs to no site yet",
    expect.stringMatching(/^links\[1\]\.customBgpAddresses\.instance0: "169\.254\.21" is not an IP address: /),
  ]);
});

test("policy values that types refuse are refused where there are no types too, clear text among them", () => {
  const { hub, site } = network();
  const untyped: typeof IpsecPolicy.GCMAES256_ECP384.props = JSON.parse(
    JSON.stringify({ ...IpsecPolicy.GCMAES256_ECP384.props, dhGroup: "DHGroup2", espEncryption: "None" }),
  );
  const everyLink = { ipsecPolicy: IpsecPolicy.custom(untyped) };
  expect(complaintsOf(() => hub.connectSite("hq", site, { name: "hq", everyLink }))).toEqual([
    'everyLink.ipsecPolicy.dhGroup: "DHGroup2" is not one of "ECP384", "ECP256", "DHGroup24", "DHGroup14"',
    'everyLink.ipsecPolicy.espEncryption: "None" is not one of "GCMAES256", "GCMAES128", "AES256", "AES128"',
  ]);
});

test("an empty list of links is refused, and doesn't mean all of them", () => {
  const { hub, site } = network();
  expect(complaintsOf(() => hub.connectSite("hq", site, { name: "hq", links: [] }))).toEqual([
    "links: a connection has at least one",
  ]);
});
