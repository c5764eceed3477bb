/**
 * Azure's regions by the names that its interfaces use. Azure has new ones from time to time, so another name is no mistake
 * as such.
 * https://learn.microsoft.com/azure/reliability/regions-list
 */
export const REGIONS: ReadonlySet<string> = new Set(
  `australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth
  brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral denmarkeast eastasia eastus eastus2
  francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast japanwest
  jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus
  northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus
  southeastasia southindia spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest uaecentral uaenorth
  uksouth ukwest westcentralus westeurope westindia westus westus2 westus3
  chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3
  usdodcentral usdodeast usgovarizona usgoviowa usgovtexas usgovvirginia`.split(/\s+/),
);

/** The name of a region as Azure compares it: `West Europe` is `westeurope`. */
export function regionName(written: string): string {
  return written.replace(/[\s()]/g, "").toLowerCase();
}
