import { example as addressOverlap } from "./address-overlap";
import { example as asnAllowed } from "./asn-allowed";
import { example as bgpBothEnds } from "./bgp-both-ends";
import { example as bgpPeerNotApipa } from "./bgp-peer-not-apipa";
import { example as bgpPeerNotDeviceAddress } from "./bgp-peer-not-device-address";
import { example as bgpPeerOutsideAddressSpace } from "./bgp-peer-outside-address-space";
import { example as bgpPeerUnique } from "./bgp-peer-unique";
import { example as branchesUseDefaultTable } from "./branches-use-default-table";
import { example as changeDropsTunnel } from "./change-drops-tunnel";
import { example as defaultRouteNotLearned } from "./default-route-not-learned";
import { example as deviceAddressAdvertised } from "./device-address-advertised";
import { example as deviceAddressLiteral } from "./device-address-literal";
import { example as dpdExplicit } from "./dpd-explicit";
import { example as encryptedToAzure } from "./encrypted-to-azure";
import { example as encryptedToOnprem } from "./encrypted-to-onprem";
import { example as encryptionOn } from "./encryption-on";
import type { Example } from "./example";
import { example as expressrouteCircuitValid } from "./expressroute-circuit-valid";
import { example as expressroutePeeringValid } from "./expressroute-peering-valid";
import { example as failsClosed } from "./fails-closed";
import { example as fastPathOff } from "./fast-path-off";
import { example as gatewayCustomAddress } from "./gateway-custom-address";
import { example as hubPrefixSize } from "./hub-prefix-size";
import { example as ikeVersion2 } from "./ike-version-2";
import { example as ipsecPolicyExplicit } from "./ipsec-policy-explicit";
import { example as ipsecPolicyStrong } from "./ipsec-policy-strong";
import { example as knownIssue } from "./known-issue";
import { example as limits } from "./limits";
import { example as linksMatchSite } from "./links-match-site";
import { example as monitorValid } from "./monitor-valid";
import { example as monitored } from "./monitored";
import { example as natRuleValid } from "./nat-rule-valid";
import { example as noMixedLinks } from "./no-mixed-links";
import { example as noTunnelThroughItself } from "./no-tunnel-through-itself";
import { example as prefixCanonical } from "./prefix-canonical";
import { example as presharedKeySecret } from "./preshared-key-secret";
import { example as privateIpNeedsExpressroute } from "./private-ip-needs-expressroute";
import { example as privateIpTunnel } from "./private-ip-tunnel";
import { example as redundantPath } from "./redundant-path";
import { example as reservedRange } from "./reserved-range";
import { example as routeBasedOnly } from "./route-based-only";
import { example as routeMapValid } from "./route-map-valid";
import { example as routeTableValid } from "./route-table-valid";
import { example as securedHubLetsTunnelsPass } from "./secured-hub-lets-tunnels-pass";
import { example as siteConnected } from "./site-connected";
import { example as siteRoutesKnown } from "./site-routes-known";
import { example as spokeOneHub } from "./spoke-one-hub";
import { example as spokeSubnetInside } from "./spoke-subnet-inside";
import { example as spokeWithoutGateway } from "./spoke-without-gateway";
import { example as tunnelEndsReachable } from "./tunnel-ends-reachable";
import { example as userRoutes } from "./user-routes";
import { example as valueAccepted } from "./value-accepted";
import { example as wanStandard } from "./wan-standard";

/** The example of every rule of the catalogue, by its id. Only what shows them loads them. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  "address-overlap": addressOverlap,
  "asn-allowed": asnAllowed,
  "bgp-both-ends": bgpBothEnds,
  "bgp-peer-not-apipa": bgpPeerNotApipa,
  "bgp-peer-not-device-address": bgpPeerNotDeviceAddress,
  "bgp-peer-outside-address-space": bgpPeerOutsideAddressSpace,
  "bgp-peer-unique": bgpPeerUnique,
  "branches-use-default-table": branchesUseDefaultTable,
  "change-drops-tunnel": changeDropsTunnel,
  "default-route-not-learned": defaultRouteNotLearned,
  "device-address-advertised": deviceAddressAdvertised,
  "device-address-literal": deviceAddressLiteral,
  "dpd-explicit": dpdExplicit,
  "encrypted-to-azure": encryptedToAzure,
  "encrypted-to-onprem": encryptedToOnprem,
  "encryption-on": encryptionOn,
  "expressroute-circuit-valid": expressrouteCircuitValid,
  "expressroute-peering-valid": expressroutePeeringValid,
  "fails-closed": failsClosed,
  "fast-path-off": fastPathOff,
  "gateway-custom-address": gatewayCustomAddress,
  "hub-prefix-size": hubPrefixSize,
  "ike-version-2": ikeVersion2,
  "ipsec-policy-explicit": ipsecPolicyExplicit,
  "ipsec-policy-strong": ipsecPolicyStrong,
  "known-issue": knownIssue,
  limits: limits,
  "links-match-site": linksMatchSite,
  "monitor-valid": monitorValid,
  monitored: monitored,
  "nat-rule-valid": natRuleValid,
  "no-mixed-links": noMixedLinks,
  "no-tunnel-through-itself": noTunnelThroughItself,
  "prefix-canonical": prefixCanonical,
  "preshared-key-secret": presharedKeySecret,
  "private-ip-needs-expressroute": privateIpNeedsExpressroute,
  "private-ip-tunnel": privateIpTunnel,
  "redundant-path": redundantPath,
  "reserved-range": reservedRange,
  "route-based-only": routeBasedOnly,
  "route-map-valid": routeMapValid,
  "route-table-valid": routeTableValid,
  "secured-hub-lets-tunnels-pass": securedHubLetsTunnelsPass,
  "site-connected": siteConnected,
  "site-routes-known": siteRoutesKnown,
  "spoke-one-hub": spokeOneHub,
  "spoke-subnet-inside": spokeSubnetInside,
  "spoke-without-gateway": spokeWithoutGateway,
  "tunnel-ends-reachable": tunnelEndsReachable,
  "user-routes": userRoutes,
  "value-accepted": valueAccepted,
  "wan-standard": wanStandard,
};
