import { z } from "zod";
import { OFFICE365_BREAKOUTS } from "../../lib/hub/virtual-wan";
import { circuit } from "./circuit";
import { hub, location } from "./hub";
import { monitoring } from "./monitoring";
import { site } from "./site";
import { spoke } from "./spoke";
import { flag, key, named, networkId, optionalSection, prefixes, section, tags, text, word } from "./values";

const backend = section("{azurerm: {...}}", {
  azurerm: section("a map with resourceGroup, storageAccount and container", {
    resourceGroup: text("a name").describe("Resource group of the storage account."),
    storageAccount: text("a name").describe("Name of the storage account."),
    container: text("a name").describe("Name of the container."),
    keyPrefix: text("a prefix, such as network/")
      .optional()
      .describe("Begins the key of every stack's state: the prefix, the stack's name, .tfstate. Default: none."),
    subscription: text("a subscription's id")
      .optional()
      .describe("Id of the storage account's subscription. Default: the one that Terraform is logged in to."),
    useAzureAdAuth: flag()
      .optional()
      .describe("Whether the state is reached with Entra ID instead of the account's key. Default: true."),
  }).describe("A container of an Azure storage account."),
});

const terraform = optionalSection("a map, such as {providerVersion: '>= 4.55, < 6.0'}", {
  providerVersion: z
    .string("a constraint in quotes, such as '~> 4.55'")
    .regex(
      /^\s*(=|!=|>|>=|<|<=|~>)?\s*\d+(\.\d+){0,2}(-[\w.]+)?(\s*,\s*(=|!=|>|>=|<|<=|~>)?\s*\d+(\.\d+){0,2}(-[\w.]+)?)*\s*$/,
      "a constraint, such as '~> 4.55' or '>= 4.55, < 6.0'",
    )
    .optional()
    .describe("Constraint on the version of the azurerm provider. Default: >= 4.55, < 6.0."),
  registerResourceProviders: flag()
    .optional()
    .describe(
      "Whether Terraform registers Azure's resource providers that a stack uses, such as Microsoft.Network. false: for an identity that may not. Default: true.",
    ),
  backend: backend
    .optional()
    .describe("Where Terraform keeps its states. Default: files beside the folder of the synthesized Terraform."),
});

const resourceGroup = z.union(
  [
    optionalSection("a resource group, such as {name: rg-network}", {
      name: text("a name").optional().describe("Its name. Default: rg- and the network's name."),
      location: location.optional().describe("Azure region that holds its record. Default: the network's."),
      tags: tags.optional().describe("Its tags, beside the network's."),
    }),
    section("{existing: {name: ...}}", {
      existing: section("{name: ...}", { name: text("a name").describe("Its name.") }).describe(
        "A resource group that exists already.",
      ),
    }),
  ],
  "a resource group, such as {name: rg-network} or {existing: {name: rg-network}}",
);

const nothingElse = flag()
  .optional()
  .describe("States that it has no hubs, gateways and connections but those of this file. Default: not stated.");

const wan = z.union(
  [
    optionalSection("a WAN, such as {name: vwan-contoso}", {
      name: text("a name").optional().describe("Its name. Default: vwan- and the network's name."),
      resourceGroup: text("a name")
        .optional()
        .describe("Name of a resource group that exists. Default: the network's."),
      location: location.optional().describe("Azure region that holds its record. Default: the network's."),
      allowBranchToBranch: flag()
        .optional()
        .describe("Whether sites and circuits reach each other through it. Default: true."),
      office365Breakout: word(OFFICE365_BREAKOUTS)
        .optional()
        .describe("Which Microsoft 365 traffic sites may let out to the internet themselves. Default: None."),
      tags: tags.optional().describe("Its tags, beside the network's."),
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", {
              id: networkId("virtualWans").describe("Its resource id. Nothing else is known of it."),
              complete: nothingElse,
            }),
            section("{name: ..., resourceGroup: ...}", {
              name: text("a name").describe("Its name. Terraform reads it."),
              resourceGroup: text("a name").describe("Its resource group."),
              allowBranchToBranch: flag()
                .optional()
                .describe("States whether sites and circuits reach each other through it. Default: not stated."),
              complete: nothingElse,
            }),
          ],
          "{id: ...} or {name: ..., resourceGroup: ...}",
        )
        .describe("A WAN that exists already."),
    }),
  ],
  "a WAN, such as {name: vwan-contoso} or {existing: {name: ..., resourceGroup: ...}}",
);

const onPremises = optionalSection("a map, such as {prefersTunnelFor: all}", {
  prefersTunnelFor: z
    .union([z.literal("all"), prefixes], "all, or a list of prefixes, such as [10.110.0.0/16]")
    .optional()
    .describe("Azure prefixes for which on-premises routers prefer the tunnel. Default: unknown."),
  filtersExpressRoute: prefixes
    .optional()
    .describe("Azure prefixes that on-premises routers refuse to learn over ExpressRoute. Default: none is stated."),
});

/** What a network file says. It is the one definition: types and the JSON Schema are made from it. */
export const networkSchema = section("a map that begins with version: 1", {
  version: z.literal(1, "1, the only version there is").describe("The version of this file's format."),
  name: z
    .string("a name, such as contoso")
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "a name of small letters, digits and -, beginning with a letter, 40 at most")
    .describe("Name of the network. It begins the names of Terraform stacks, and is in names of Azure resources."),
  location: location
    .optional()
    .describe("Azure region that holds the records of what is global. Default: the first hub's."),
  subscription: z
    .string("the id of a subscription")
    .regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, "the id of a subscription, a UUID")
    .optional()
    .describe("Id of the Azure subscription. Default: that of ARM_SUBSCRIPTION_ID when Terraform runs."),
  tags: tags.optional().describe("Tags of everything that takes them."),
  terraform: terraform.optional().describe("How Terraform is set up."),
  resourceGroup: resourceGroup.optional().describe("The resource group of everything that says no other one."),
  wan: wan.optional().describe("The virtual WAN."),
  hubs: z
    .record(key, hub, "a map of hubs by name, most simply the Azure region")
    .superRefine((hubs, context) => {
      if (Object.keys(hubs).length === 0) {
        context.addIssue({ code: "custom", message: "a network has at least one hub" });
      }
    })
    .describe("Hubs by name, most simply the Azure region that each is in."),
  circuits: named("a map of circuits by name", circuit).optional().describe("ExpressRoute circuits by name."),
  sites: named("a map of sites by name", site).optional().describe("Sites on premises by name."),
  spokes: named("a map of spokes by name", spoke)
    .optional()
    .describe("Virtual networks that are connected to hubs, by name."),
  protectedPrefixes: prefixes
    .optional()
    .describe(
      "On-premises prefixes that must be reached encrypted. Default: what links over ExpressRoute advertise, and addressCidrs of their sites.",
    ),
  onPremises: onPremises.optional().describe("What on-premises routers do with the prefixes that Azure advertises."),
  onTunnelLoss: word(["drop", "cleartext"])
    .optional()
    .describe(
      "What should happen to protected traffic when a tunnel is lost. drop: route maps on every connection of a circuit keep what holds VPN devices and drop the rest. cleartext is stated for the gate, and changes no route. Default: not stated.",
    ),
  monitoring: monitoring
    .optional()
    .describe("Who hears of it when a tunnel, a session or a path is lost. Default: nobody."),
});

/** A network as a file describes it. */
export type NetworkDescription = z.output<typeof networkSchema>;
