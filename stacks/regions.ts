import { textAt } from "./network-file/named-things";

// For a hub that has the name of its region and says no more. Azure has new ones from time to time: `location` takes any.
// https://learn.microsoft.com/azure/reliability/regions-list
const REGIONS: ReadonlySet<string> = new Set(
  `australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth
  brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral eastasia eastus eastus2 francecentral
  francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast japanwest
  koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus northeurope norwayeast norwaywest
  polandcentral qatarcentral southafricanorth southafricawest southcentralus southeastasia southindia spaincentral
  swedencentral switzerlandnorth switzerlandwest uaecentral uaenorth uksouth ukwest westcentralus westeurope
  westindia westus westus2 westus3 chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3 usgovarizona
  usgovtexas usgovvirginia`.split(/\s+/),
);

/** The region of a hub: what it says, else its name where that is a region; undefined where neither tells. */
export function regionOfHub(file: unknown, hub: string): string | undefined {
  return textAt(file, ["hubs", hub, "location"]) ?? (REGIONS.has(hub) ? hub : undefined);
}
