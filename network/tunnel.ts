import type { Field } from "./field";
import type { SecretFacts } from "./resource";

export interface LinkBgp {
  readonly asn: Field<number>;
  readonly peeringAddress: Field<string>;
}

/** Where a pre-shared key comes from, and what rules need of it. */
export interface SharedKey {
  readonly from: "literal" | "sensitive";
  readonly facts?: SecretFacts;
}

export interface IpsecPolicy {
  /** `vpn_link[0].ipsec_policy[0]` */
  readonly path: string;
  readonly ikeEncryption: Field<string>;
  readonly ikeIntegrity: Field<string>;
  readonly dhGroup: Field<string>;
  readonly ipsecEncryption: Field<string>;
  readonly ipsecIntegrity: Field<string>;
  readonly pfsGroup: Field<string>;
  readonly saLifetimeSeconds: Field<number>;
  readonly saDataSizeKilobytes: Field<number>;
}
