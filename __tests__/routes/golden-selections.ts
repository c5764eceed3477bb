/** `topology | hub: preferences; ... | destination | hub: paths; ... | status | source`, by id. `*`: any preference. */
export const SELECTIONS: { readonly [id: string]: string } = {
  "hrp-02":
    "hrp-doc | Hub_1: VpnGateway; Hub_2: * | 10.61.1.5 | Hub_1: 1 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "hrp-04":
    "hrp-doc | Hub_1: *; Hub_2: ASPath, ExpressRoute | 10.62.1.5 | Hub_1: 9, 10 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "hrp-06":
    "hrp-doc | Hub_1: *; Hub_2: * | 10.50.2.5 | Hub_1: 1 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "hrp-08":
    "hrp-doc | Hub_1: VpnGateway; Hub_2: * | 10.50.1.5 | Hub_1: 1 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "hrp-10":
    "hrp-doc | Hub_1: ASPath; Hub_2: VpnGateway | 10.55.2.5 | Hub_1: 8 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "hrp-12":
    "hrp-doc | Hub_1: VpnGateway; Hub_2: VpnGateway | 10.55.2.5 | Hub_1: 2 | documented | MicrosoftDocs/azure-docs about-virtual-hub-routing-preference.md, GA text ms.date 12/10/2024; same rows in preview text 05/31/2022 @00766527",
  "rdd-02":
    "rdd-s2 | hub1: VpnGateway; hub2: VpnGateway | 10.4.2.5 | hub1: vpn1 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "rdd-04":
    "rdd-s2 | hub1: ExpressRoute; hub2: ExpressRoute | 10.2.1.5 | hub1: er1 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "rdd-06":
    "rdd-s2 | hub1: ASPath; hub2: ASPath | 10.2.1.5 | hub1: vnet21 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "rdd-08":
    "rdd-s2 | hub1: ASPath; hub2: ASPath | 192.168.2.5 | hub1: er1 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "rdd-10":
    "rdd-s2-prepend | hub1: ASPath; hub2: ASPath | 10.4.2.5 | hub1: er1 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "rdd-12":
    "rdd-s3 | hub1: ASPath; hub2: ASPath | 10.2.1.5 | hub1: vnet21 | documented | MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022, author erjosito)",
  "lab-asp-er-hub-a":
    "lab-asp-er | hub-a: ExpressRoute; hub-b: ExpressRoute | 10.201.0.4 | hub-a: er-a | lab | github lab 'Azure VWAN Hub Routing Preference - AS Path lab evidence'",
  "lab-asp-er-hubprefix":
    "lab-asp-er | hub-a: ExpressRoute; hub-b: ExpressRoute | 10.200.0.5 | hub-a: er-a | lab | github lab 'Azure VWAN Hub Routing Preference - AS Path lab evidence'",
  "lab-asp-asp-hub-b":
    "lab-asp-asp | hub-a: ASPath; hub-b: ASPath | 10.101.0.4 | hub-b: spoke-a | lab | github lab 'Azure VWAN Hub Routing Preference - AS Path lab evidence'",
  "lab-3hub-02":
    "lab-3hub | hub1: ExpressRoute, VpnGateway, ASPath; hub2: ExpressRoute, VpnGateway, ASPath; hub3: ExpressRoute | 10.210.1.10 | hub1: frr1 | lab | github colinweiner111/azure-vwan-3hub-lab README",
  "lab-3hub-04":
    "lab-3hub | hub1: ExpressRoute, VpnGateway, ASPath; hub2: ExpressRoute, VpnGateway, ASPath; hub3: ExpressRoute | 10.200.1.10 | hub2: frr2 | lab | github colinweiner111/azure-vwan-3hub-lab README",
  "lab-3hub-06":
    "lab-3hub | hub1: ExpressRoute; hub2: ExpressRoute; hub3: ExpressRoute | 10.110.1.10 | hub3: spoke3 | lab | github colinweiner111/azure-vwan-3hub-lab README",
  "voe-01":
    "voe-specific | hub1: ExpressRoute, VpnGateway, ASPath | 10.0.1.5 | hub1: vpn | documented | MicrosoftDocs/azure-docs vpn-over-expressroute.md @0b8729ea (03/27/2025) / seed",
  "voe-02":
    "voe-disjoint | hub1: ExpressRoute, VpnGateway, ASPath | 10.0.1.5 | hub1: vpn | documented | MicrosoftDocs/azure-docs vpn-over-expressroute.md @0b8729ea (03/27/2025) / seed",
  "voe-03":
    "voe-same | hub1: ExpressRoute | 10.0.1.5 | hub1: er | documented | MicrosoftDocs/azure-docs vpn-over-expressroute.md @0b8729ea (03/27/2025) / seed",
  "voe-04":
    "voe-same | hub1: VpnGateway | 10.0.1.5 | hub1: vpn | inferred | HRP algorithm applied; conflicts with the unconditional wording of the VOE warning",
  "voe-06":
    "voe-specific-vpn-down | hub1: ExpressRoute, VpnGateway, ASPath | 10.0.1.5 | hub1: er | inferred | LPM applied to VOE option A after withdrawal",
  "voe-08":
    "voe-leak | hub1: ExpressRoute, VpnGateway, ASPath | 10.0.1.200 | hub1: er | inferred | LPM: a leaked ER more-specific bypasses IPsec",
  "bkp-01":
    "bkp-d2 | hub1: ExpressRoute | 10.253.2.10 | hub1: pri0, pri1 | lab | erjosito/azure-networking-blog 2026-09-vwan-ipsec-over-er-backup/README.md @05258a47",
  "bkp-03":
    "bkp-d3 | hub1: ExpressRoute | 10.253.3.130 | hub1: pri | lab | erjosito/azure-networking-blog 2026-09-vwan-ipsec-over-er-backup/README.md @05258a47",
  "lab-fab-02":
    "lab-fab | hub1: ExpressRoute; hub2: ExpressRoute | 192.168.2.5 | hub1: branch2 | lab | github fabferri vWAN NVA BGP peering lab (30/08/2021)",
  "lab-fab-04":
    "lab-fab | hub1: ExpressRoute; hub2: ExpressRoute | 10.0.7.5 | hub1: nva4 | lab | github fabferri vWAN NVA BGP peering lab (30/08/2021)",
  "lab-split-01":
    "lab-split | hub1: ExpressRoute | 10.4.0.5 | hub1: er | lab | github (dmauser-style) vWAN static routes + ER",
};
