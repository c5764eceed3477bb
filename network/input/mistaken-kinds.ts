import { MAKE_PLAN_JSON } from "./make-json";

/** What people hand over by mistake, in whatever form: each kind once, with what to do. */
export const MISTAKEN = {
  vpnDownload:
    "is the VPN configuration that Azure gives for download, not what is planned; wanproof verify INPUT --azure FILE compares it with that, and wanproof device makes a device's files of it",
  effectiveRoutes:
    "holds effective routes of a hub, not what is planned; compare the two: wanproof verify INPUT --azure FILE",
  printedByAz: `is what exists, as az prints it; hand over plan JSON: ${MAKE_PLAN_JSON}. What az prints is compared with that: wanproof verify INPUT --azure FILE`,
  networkFile:
    "is a network file: it declares a network; make Terraform of it, and check that: wanproof synth FILE -o OUT",
  intent: "states intent, and holds no resources; hand it over beside them: --intent FILE",
} as const;

/** Keys at the top of an intent file that no other file has. */
export const INTENT_KEYS = [
  "expressRoute",
  "vpn",
  "protected",
  "onPremises",
  "onTunnelLoss",
  "hubPeers",
  "appliances",
  "existing",
] as const;
