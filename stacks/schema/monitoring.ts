import { z } from "zod";
import { location } from "./hub";
import {
  address,
  flag,
  named,
  networkId,
  optionalSection,
  resourceId,
  section,
  tags,
  text,
  variable,
  wholeNumber,
} from "./values";

const resourceGroup = text("a name")
  .optional()
  .describe("Name of a resource group that exists. Default: the network's.");

const workspace = z.union(
  [
    optionalSection("a workspace, such as {retentionDays: 90}", {
      name: z
        .string("a name")
        .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/, "4 to 63 letters, digits and -, with neither end a -")
        .optional()
        .describe("Its name in Azure. Default: log- and the network's name."),
      resourceGroup,
      location: location.optional().describe("Its Azure region. Default: the network's."),
      retentionDays: wholeNumber(30, 730)
        .optional()
        .describe("Days for which logs and metrics are kept; the first 31 are free. Default: 30."),
      dailyQuotaGb: z
        .number("a number of gigabytes")
        .positive("more than 0; leave it out for no limit")
        .optional()
        .describe("Gigabytes a day after which it takes nothing more until the next day. Default: no limit."),
      tags: tags.optional().describe("Its tags, beside the network's."),
    }),
    section("{existing: {...}}", {
      existing: z
        .union(
          [
            section("{id: ..., location: ...}", {
              id: resourceId("Microsoft.OperationalInsights", "workspaces").describe("Its resource id."),
              location: location.describe("Its Azure region, where alerts on its logs are made."),
            }),
            section("{name: ..., resourceGroup: ...}", {
              name: text("a name").describe("Its name in Azure. Terraform reads it."),
              resourceGroup: text("a name").describe("Its resource group."),
            }),
          ],
          "{name: ..., resourceGroup: ...} or {id: ..., location: ...}",
        )
        .describe("A workspace that exists already."),
    }),
  ],
  "a workspace, such as {retentionDays: 90} or {existing: {name: ..., resourceGroup: ...}}",
);

const sms = section("{countryCode: '31', phoneNumber: '612345678'}", {
  countryCode: z.string("digits in quotes").regex(/^\d+$/, "digits, without + or zeros before").describe("Such as 31."),
  phoneNumber: z.string("digits in quotes").regex(/^\d+$/, "digits alone").describe("Without the country's code."),
});

const actionGroup = z.union(
  [
    section("an action group, such as {emails: {noc: noc@contoso.example}}", {
      name: text("a name").optional().describe("Its name in Azure. Default: ag- and the network's name."),
      shortName: z
        .string("1 to 12 characters")
        .min(1, "1 to 12 characters")
        .max(12, "1 to 12 characters")
        .optional()
        .describe("What messages begin with. Default: the first 12 characters of the network's name."),
      resourceGroup,
      emails: named("a map of mail addresses by name", text("a mail address"))
        .optional()
        .describe("Who gets a mail, by name. One receiver at least is needed, of whatever kind."),
      sms: named("a map of telephones by name", sms).optional().describe("Who gets a text message, by name."),
      webhooks: named("a map of {variable: ...} by name", variable)
        .optional()
        .describe("Systems that are called, by name. Their addresses are sensitive Terraform variables."),
      tags: tags.optional().describe("Its tags, beside the network's."),
    }),
    section("{existing: {id: ...}}", {
      existing: section("{id: ...}", {
        id: resourceId("Microsoft.Insights", "actionGroups").describe("Its resource id."),
      }).describe("An action group that exists already."),
    }),
  ],
  "an action group, such as {emails: {noc: noc@contoso.example}} or {existing: {id: ...}}",
);

/** Where an alert begins: a number, or false. Shares and percentages are above zero. */
function threshold(what: string, most?: number) {
  const right = `${what}, or false for no alert`;
  const number = z.number(right);
  const inRange = most === undefined ? number.gte(0, right) : number.gt(0, right).lte(most, right);
  return z.union([inRange, z.literal(false)], right).optional();
}

const percent = () => threshold("a percentage, more than 0 and at most 100", 100);

const count = () => threshold("0 or more");

const kbps = () => wholeNumber(1, 100_000_000).optional();

const thresholds = optionalSection("a map, such as {expressRouteGateway: {cpuPercent: 70}}", {
  vpnGateway: optionalSection("a map, such as {bandwidthPercent: 70}", {
    bgpPeerStatus: threshold("a share, more than 0 and at most 1", 1).describe(
      "Share of the time that a BGP session is up, below which it counts as lost. Default: 1.",
    ),
    tunnelBytes: count().describe(
      "Bytes that a link's tunnels carry in one direction in 15 minutes, below which they count as silent. Default: 1.",
    ),
    packetDrops: count().describe(
      "Packets that a tunnel drops in 15 minutes, above which it counts as faulty. Default: 0.",
    ),
    routes: count().describe(
      "Routes that a BGP session learns, and that it advertises, below which it counts as useless. Default: 1.",
    ),
    bandwidthPercent: percent().describe(
      "Percent of what its scale units let an instance carry, above which the gateway counts as too small. Default: 80.",
    ),
  })
    .optional()
    .describe("Of VPN gateways."),
  expressRouteGateway: optionalSection("a map, such as {cpuPercent: 70}", {
    cpuPercent: percent().describe(
      "Percent of an instance's processor, above which it counts as too small. Default: 80.",
    ),
    bandwidthPercent: percent().describe(
      "Percent of what its scale units allow, carried for one circuit in one direction, above which it counts as too small. Default: 80.",
    ),
    bitsPerSecond: count().describe(
      "Bits a second in one direction of a circuit's connection, below which it counts as silent. Default: 1.",
    ),
    routes: count().describe(
      "Routes that an instance learns, and that it advertises, below which it counts as useless. Default: 1.",
    ),
  })
    .optional()
    .describe("Of ExpressRoute gateways."),
  circuit: optionalSection("a map, such as {arpAvailabilityPercent: 95}", {
    arpAvailabilityPercent: percent().describe(
      "Percent of the time that ARP is there on a path, below which layer 2 counts as lost. Default: 90.",
    ),
    bgpAvailabilityPercent: percent().describe(
      "Percent of the time that BGP is up on a path, below which layer 3 counts as lost. Default: 90.",
    ),
  })
    .optional()
    .describe("Of ExpressRoute circuits."),
  encryptionBypass: z
    .union(
      [
        optionalSection("a map, such as {circuitKbps: 5000}", {
          circuitKbps: kbps().describe(
            "Kilobits a second on a hub's circuits, both directions together, above which traffic flows. Default: 1000.",
          ),
          tunnelKbps: kbps().describe(
            "Kilobits a second in the gateway's tunnels, both directions together, below which they carry nothing of use. Default: 10.",
          ),
        }),
        z.literal(false),
      ],
      "a map, such as {circuitKbps: 5000}, or false for no alert",
    )
    .optional()
    .describe("Of traffic that goes over ExpressRoute while the tunnels carry none."),
});

const connectionMonitor = section("a map, such as {virtualMachine: id}", {
  virtualMachine: resourceId("Microsoft.Compute", "virtualMachines").describe(
    "Resource id of the virtual machine that tests: it exists, runs, and has the Network Watcher extension.",
  ),
  location: location.optional().describe("Azure region of the virtual machine. Default: the hub's."),
  networkWatcher: networkId("networkWatchers")
    .optional()
    .describe(
      "Resource id of the region's Network Watcher. Default: NetworkWatcher_ and the region, in NetworkWatcherRG, which Terraform reads.",
    ),
  name: text("a name").optional().describe("Its name in Azure. Default: cm-, the network's name and the hub's."),
  addresses: named("a map of addresses by site", address)
    .optional()
    .describe("What is tested of a site. Default: the BGP address of each of its devices, else where its tunnel ends."),
  tcpPort: wholeNumber(1, 65_535).optional().describe("TCP port that is tried. Default: a ping."),
  everySeconds: wholeNumber(30, 1800).optional().describe("Seconds between two tests. Default: 60."),
  failedPercent: wholeNumber(0, 100)
    .optional()
    .describe(
      "Percent of tests that may fail before a site counts as out of reach. Default: Azure's own, all of them.",
    ),
});

export const monitoring = section("a map, such as {actionGroup: {emails: {noc: noc@contoso.example}}}", {
  workspace: workspace
    .optional()
    .describe("The Log Analytics workspace that gets logs and metrics. Default: a new one."),
  actionGroup: actionGroup.describe("Who hears of alerts."),
  thresholds: thresholds.optional().describe("Where alerts begin. docs/monitoring.md has the source of each default."),
  workbook: z
    .union(
      [
        optionalSection("a workbook, such as {displayName: Our WAN}", {
          displayName: text("a name")
            .optional()
            .describe("Name that people see. Default: Virtual WAN and the network's name."),
        }),
        z.literal(false),
      ],
      "a workbook, such as {displayName: Our WAN}, or false for none",
    )
    .optional()
    .describe("A workbook that shows hubs, sites, connections and what they carry. Default: one is made."),
  connectionMonitors: named("a map of connection monitors by hub", connectionMonitor)
    .optional()
    .describe("Tests from a virtual machine to the sites of a hub, by the hub's name here. Default: none."),
  watchExisting: flag()
    .optional()
    .describe(
      "Whether gateways and circuits that exist already are watched too. Azure takes no second diagnostic setting for the same workspace. Default: true.",
    ),
});

export type MonitoringDescription = z.output<typeof monitoring>;
