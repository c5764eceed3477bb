import { Token } from "cdktf";
import { IpsecPolicy, type IpsecPolicyProps } from "../../../lib/vpn/ipsec-policy";

const PRESETS = {
  GCMAES256_ECP384: IpsecPolicy.GCMAES256_ECP384,
  GCMAES128_ECP256: IpsecPolicy.GCMAES128_ECP256,
  GCMAES256_DHGROUP14: IpsecPolicy.GCMAES256_DHGROUP14,
  AES256_SHA256_DHGROUP14: IpsecPolicy.AES256_SHA256_DHGROUP14,
};

test("presets are what their names say", () => {
  expect(Object.entries(PRESETS).map(([name, policy]) => [name, ...Object.values(policy.toTerraform())])).toEqual([
    ["GCMAES256_ECP384", "AES256", "SHA384", "ECP384", "GCMAES256", "GCMAES256", "ECP384", 3600, 102400000],
    ["GCMAES128_ECP256", "AES128", "SHA256", "ECP256", "GCMAES128", "GCMAES128", "ECP256", 3600, 102400000],
    ["GCMAES256_DHGROUP14", "AES256", "SHA256", "DHGroup14", "GCMAES256", "GCMAES256", "PFS14", 3600, 102400000],
    ["AES256_SHA256_DHGROUP14", "AES256", "SHA256", "DHGroup14", "AES256", "SHA256", "PFS14", 3600, 102400000],
  ]);
});

test("a preset can be changed in part", () => {
  const longer = IpsecPolicy.custom({ ...IpsecPolicy.GCMAES256_ECP384.props, saLifetimeSeconds: 27000 });
  expect(longer.toTerraform()).toEqual({ ...IpsecPolicy.GCMAES256_ECP384.toTerraform(), saLifetimeSec: 27000 });
});

test("every value may be one that only Terraform knows", () => {
  const value = (name: string) => Token.asAny(`\${var.${name}}`);
  const policy: IpsecPolicyProps = {
    ikeEncryption: value("a"),
    ikeIntegrity: value("b"),
    dhGroup: value("c"),
    espEncryption: value("d"),
    espIntegrity: value("e"),
    pfsGroup: value("f"),
    saLifetimeSeconds: Token.asNumber(value("g")),
    saDataSizeKilobytes: Token.asNumber(value("h")),
  };
  const values = Object.values(IpsecPolicy.custom(policy).toTerraform());
  expect(values.every((each) => Token.isUnresolved(each))).toBe(true);
});
