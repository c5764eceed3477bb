import { addressOverlap } from "./address-overlap";
import { asnAllowed } from "./asn-allowed";
import { bgpBothEnds } from "./bgp-both-ends";
import { bgpPeerNotApipa } from "./bgp-peer-not-apipa";
import { bgpPeerNotDeviceAddress } from "./bgp-peer-not-device-address";
import { bgpPeerOutsideAddressSpace } from "./bgp-peer-outside-address-space";
import { bgpPeerUnique } from "./bgp-peer-unique";
import { branchesUseDefaultTable } from "./branches-use-default-table";
import { changeDropsTunnel } from "./change-drops-tunnel";
import { defaultRouteNotLearned } from "./default-route-not-learned";
import { deviceAddressAdvertised } from "./device-address-advertised";
import { deviceAddressLiteral } from "./device-address-literal";
import { dpdExplicit } from "./dpd-explicit";
import { encryptedToAzure } from "./encrypted-to-azure";
import { encryptedToOnprem } from "./encrypted-to-onprem";
import { encryptionOn } from "./encryption-on";
import { expressrouteCircuitValid } from "./expressroute-circuit-valid";
import { expressroutePeeringValid } from "./expressroute-peering-valid";
import { failsClosed } from "./fails-closed";
import { fastPathOff } from "./fast-path-off";
import { gatewayCustomAddress } from "./gateway-custom-address";
import { hubPrefixSize } from "./hub-prefix-size";
import { ikeVersion2 } from "./ike-version-2";
import { ipsecPolicyExplicit } from "./ipsec-policy-explicit";
import { ipsecPolicyStrong } from "./ipsec-policy-strong";
import { knownIssue } from "./known-issue";
import { limits } from "./limits";
import { linksMatchSite } from "./links-match-site";
import { monitorValid } from "./monitor-valid";
import { monitored } from "./monitored";
import { natRuleValid } from "./nat-rule-valid";
import { noMixedLinks } from "./no-mixed-links";
import { noTunnelThroughItself } from "./no-tunnel-through-itself";
import { prefixCanonical } from "./prefix-canonical";
import { presharedKeySecret } from "./preshared-key-secret";
import { privateIpNeedsExpressroute } from "./private-ip-needs-expressroute";
import { privateIpTunnel } from "./private-ip-tunnel";
import { redundantPath } from "./redundant-path";
import { reservedRange } from "./reserved-range";
import { routeBasedOnly } from "./route-based-only";
import { routeMapValid } from "./route-map-valid";
import { routeTableValid } from "./route-table-valid";
import type { Rule } from "./rule";
import { securedHubLetsTunnelsPass } from "./secured-hub-lets-tunnels-pass";
import { siteConnected } from "./site-connected";
import { siteRoutesKnown } from "./site-routes-known";
import { spokeOneHub } from "./spoke-one-hub";
import { spokeSubnetInside } from "./spoke-subnet-inside";
import { spokeWithoutGateway } from "./spoke-without-gateway";
import { tunnelEndsReachable } from "./tunnel-ends-reachable";
import { userRoutes } from "./user-routes";
import { valueAccepted } from "./value-accepted";
import { wanStandard } from "./wan-standard";

/** Every rule, section by section. */
export const RULES: readonly Rule[] = [
  prefixCanonical,
  hubPrefixSize,
  reservedRange,
  addressOverlap,
  spokeSubnetInside,

  bgpPeerNotApipa,
  bgpPeerNotDeviceAddress,
  bgpPeerOutsideAddressSpace,
  bgpPeerUnique,
  asnAllowed,
  bgpBothEnds,
  siteRoutesKnown,

  routeBasedOnly,
  encryptionOn,
  ipsecPolicyExplicit,
  ipsecPolicyStrong,
  ikeVersion2,
  presharedKeySecret,
  dpdExplicit,

  privateIpTunnel,
  privateIpNeedsExpressroute,
  deviceAddressLiteral,
  deviceAddressAdvertised,
  tunnelEndsReachable,
  siteConnected,
  noTunnelThroughItself,
  noMixedLinks,
  fastPathOff,
  linksMatchSite,

  encryptedToOnprem,
  encryptedToAzure,
  failsClosed,
  branchesUseDefaultTable,
  defaultRouteNotLearned,
  userRoutes,

  valueAccepted,
  gatewayCustomAddress,
  natRuleValid,
  routeMapValid,
  routeTableValid,
  expressrouteCircuitValid,
  monitorValid,

  wanStandard,
  spokeWithoutGateway,
  spokeOneHub,
  expressroutePeeringValid,
  limits,
  redundantPath,
  securedHubLetsTunnelsPass,
  changeDropsTunnel,
  knownIssue,
  monitored,
];
