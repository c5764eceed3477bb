import { z } from "zod";
import { location } from "./hub";
import { spokeRouting } from "./routing";
import { addressSpace, anyAddress, anyPrefix, flag, key, networkId, section, tags, text } from "./values";

const subnet = z.union(
  [
    anyPrefix,
    section("a subnet, such as {addressPrefixes: [10.110.0.0/24]}", {
      addressPrefixes: addressSpace.describe("Prefixes inside the virtual network's address space."),
      defaultOutboundAccess: flag()
        .optional()
        .describe("Whether virtual machines reach the internet by Azure's default way out. Default: true."),
    }),
  ],
  "a prefix, such as 10.110.0.0/24, or {addressPrefixes: [10.110.0.0/24]}",
);

const anySpoke = {
  hub: key.describe("The hub that it is connected to, by its name here."),
  connectionName: text("a name").optional().describe("Name of the connection in Azure. Default: the name here."),
  routing: spokeRouting.optional().describe("Route tables, route maps and static routes."),
  internetSecurity: flag()
    .optional()
    .describe("Whether the spoke learns the hub's default route, 0.0.0.0/0. Default: false."),
};

export const spoke = z.union(
  [
    section("a spoke, such as {hub: westeurope, addressSpace: [10.110.0.0/22]}", {
      name: text("a name")
        .optional()
        .describe("Name of the virtual network. Default: vnet-, the network's name and the name here."),
      resourceGroup: text("a name")
        .optional()
        .describe("Name of a resource group that exists. Default: the network's."),
      location: location.optional().describe("Azure region of the virtual network. Default: the hub's."),
      addressSpace: addressSpace.describe(
        "Prefixes of the virtual network. They overlap neither hubs nor anything on premises.",
      ),
      subnets: z
        .record(text("a subnet's name"), subnet, "a map of subnets by name, such as {web: 10.110.0.0/24}")
        .optional()
        .describe("Subnets by name. No GatewaySubnet: a spoke holds no gateway."),
      dnsServers: z
        .array(anyAddress, "a list of addresses")
        .optional()
        .describe("DNS servers of the virtual network. Default: Azure's own."),
      tags: tags.optional().describe("Tags of the virtual network, beside the network's."),
      ...anySpoke,
    }),
    section("{hub: westeurope, existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", {
              id: networkId("virtualNetworks").describe(
                "Its resource id, in any subscription. Nothing else is known of it.",
              ),
            }),
            section("{name: ..., resourceGroup: ...}", {
              name: text("a name").describe("Its name in Azure. Terraform reads it."),
              resourceGroup: text("a name").describe("Its resource group."),
              addressSpace: addressSpace
                .optional()
                .describe(
                  "States its prefixes, for the gate. Terraform refuses to go on where Azure has others. Default: not stated.",
                ),
            }),
          ],
          "{id: ...} or {name: ..., resourceGroup: ...}",
        )
        .describe("A virtual network that exists already."),
      ...anySpoke,
    }),
  ],
  "a spoke, such as {hub: westeurope, addressSpace: [10.110.0.0/22]} or {hub: westeurope, existing: {...}}",
);

export type SpokeDescription = z.output<typeof spoke>;
