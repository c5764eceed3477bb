import { z } from "zod";
import { HUB_ROUTING_PREFERENCES } from "../../lib/hub/virtual-hub";
import { expressRouteGateway, vpnGateway } from "./gateway";
import { defaultRouteTable, routeMap, routeTable, routingIntent } from "./routing";
import { flag, named, networkId, prefix, section, tags, text, wholeNumber, word } from "./values";

export const location = z
  .string("an Azure region, such as westeurope")
  .regex(/^[a-z][a-z0-9]+$/, "an Azure region in small letters without spaces, such as westeurope");

/** What a hub has, be it made here or there already. */
const contents = {
  location: location
    .optional()
    .describe(
      "Azure region of the hub. Its part of the network is in the Terraform stack of this region. Default: the name here.",
    ),
  vpnGateway: vpnGateway.optional().describe("Its VPN gateway, where tunnels end. Default: none."),
  expressRouteGateway: expressRouteGateway
    .optional()
    .describe("Its ExpressRoute gateway, to which circuits connect. Default: none."),
  routeTables: named("a map of route tables by name", routeTable)
    .optional()
    .describe("Route tables, for spokes: circuits and sites use the default one."),
  defaultRouteTable: defaultRouteTable.optional().describe("What is added to the route table that every hub has."),
  routeMaps: named("a map of route maps by name", routeMap).optional().describe("Route maps, for connections to use."),
  routingIntent: routingIntent
    .optional()
    .describe("What the hub sends through a firewall in it. Not beside routeTables."),
};

const complete = flag()
  .optional()
  .describe("States that it has no gateways and connections but those of this file. Default: not stated.");

export const hub = z.union(
  [
    section("a hub, such as {addressPrefix: 10.100.0.0/23}", {
      name: text("a name").optional().describe("Its name in Azure. Default: vhub-, the network's name and the hub's."),
      resourceGroup: text("a name")
        .optional()
        .describe("Name of a resource group that exists, for the hub and its gateways. Default: the network's."),
      addressPrefix: prefix.describe(
        "Address prefix: /24 or larger, /23 recommended. Changing it replaces the hub and all that is in it.",
      ),
      routingPreference: word(HUB_ROUTING_PREFERENCES)
        .optional()
        .describe("Which path it takes to one prefix that it learns over several. Default: ExpressRoute."),
      minimumCapacity: wholeNumber(2, 50)
        .optional()
        .describe("Routing infrastructure units that it always keeps. Default: 2."),
      branchToBranch: flag()
        .optional()
        .describe("Whether sites and circuits of this hub reach each other through it. Default: false."),
      tags: tags.optional().describe("Tags of the hub and its gateways, beside the network's."),
      ...contents,
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ...}", {
              id: networkId("virtualHubs").describe("Its resource id. Nothing else is known of it."),
              complete,
            }),
            section("{name: ..., resourceGroup: ...}", {
              name: text("a name").describe("Its name in Azure. Terraform reads it."),
              resourceGroup: text("a name").describe("Its resource group."),
              addressPrefix: prefix
                .optional()
                .describe(
                  "States its address prefix, for the gate. Terraform refuses to plan where Azure has another one. Default: not stated.",
                ),
              complete,
            }),
          ],
          "{id: ...} or {name: ..., resourceGroup: ...}",
        )
        .describe("A hub that exists already."),
      tags: tags.optional().describe("Tags of gateways that are made in the hub, beside the network's."),
      ...contents,
    }),
  ],
  "a hub, such as {addressPrefix: 10.100.0.0/23} or {existing: {name: ..., resourceGroup: ...}}",
);

export type HubDescription = z.output<typeof hub>;
