import { alertCases } from "./alerts";
import { expressRouteCases } from "./express-route";
import type { PropertyCase } from "./harness";
import { hubMonitoringCases } from "./hub-monitoring";
import { monitoringCases } from "./monitoring";
import { patternCases } from "./pattern";
import { routingCases } from "./routing";
import { spokeCases } from "./spoke";
import { vpnConnectionCases } from "./vpn-connection";
import { vpnGatewayCases } from "./vpn-gateway";
import { vpnSiteCases } from "./vpn-site";
import { wanAndHubCases } from "./wan-and-hub";

/** A case for every property of every construct. */
export const allCases: readonly PropertyCase[] = [
  ...wanAndHubCases,
  ...vpnGatewayCases,
  ...expressRouteCases,
  ...vpnSiteCases,
  ...vpnConnectionCases,
  ...spokeCases,
  ...routingCases,
  ...patternCases,
  ...monitoringCases,
  ...alertCases,
  ...hubMonitoringCases,
];
