import { inspect } from "node:util";
import { azureFileOf } from "../../../device/azure/read-azure-file";
import { InputError } from "../../../text/complaint";
import { entry, PLANTED, publicEntry, staticEntry } from "./downloads";

const read = (json: unknown) => azureFileOf("azure.json", JSON.stringify(json, undefined, 1));

/** What is said of a file that can't be read. */
function complaints(text: string): readonly string[] {
  try {
    azureFileOf("azure.json", text);
  } catch (error) {
    return error instanceof InputError ? error.message.split("\n") : [String(error)];
  }
  return [];
}

test("an entry with BGP tells both instances in their order, whatever order the file has", () => {
  const { kind, links } = { links: [], ...read([entry()]) };
  const [link] = links;
  expect([kind, link?.site, link?.link, link?.device?.text, link?.bgp?.asn, link?.bgp?.address.text]).toEqual([
    "download",
    "hq",
    "over-ams",
    "10.0.0.4",
    65010,
    "192.168.255.1",
  ]);
  const [connection] = link?.connections ?? [];
  expect(
    connection?.instances.map((one) => [
      one.name,
      one.tunnelAddress.text,
      one.bgpAddress?.text,
      one.customBgpAddresses.map(({ text }) => text),
    ]),
  ).toEqual([
    ["Instance0", "10.100.0.5", "10.100.0.15", ["169.254.21.1"]],
    ["Instance1", "10.100.0.4", "10.100.0.12", ["169.254.22.1"]],
  ]);
  expect([connection?.hubPrefix.text, connection?.connectedSubnets?.map(({ text }) => text)]).toEqual([
    "10.100.0.0/23",
    ["10.110.0.0/22"],
  ]);
});

test("a file of old has no link's name, no spokes and no BGP, and names with spaces around them", () => {
  const { links } = { links: [], ...read([staticEntry()]) };
  expect(links.map(({ site, link, bgp, connections }) => [site, link, bgp, connections[0]?.connectedSubnets])).toEqual([
    ["branch one", undefined, undefined, undefined],
  ]);
});

test("several sites and links are all there", () => {
  const { links } = { links: [], ...read([publicEntry(), entry(), entry({ link: "over-fra", device: "10.0.0.5" })]) };
  expect(links.map(({ site, link }) => [site, link])).toEqual([
    ["shop", "internet"],
    ["hq", "over-ams"],
    ["hq", "over-fra"],
  ]);
});

test("a link that is connected to nothing is no fault", () => {
  const { links } = { links: [], ...read([{ ...entry(), vpnSiteConnections: [] }]) };
  expect(links.map(({ connections }) => connections)).toEqual([[]]);
});

test("a key can't be printed by accident", () => {
  const file = read([entry()]);
  const shown = [JSON.stringify(file), inspect(file, { depth: 20, showHidden: true }), String(file)].join("\n");
  expect(shown).not.toContain(PLANTED);
});

test("every fault of a file is told at its line, without the key", () => {
  const broken = JSON.stringify(
    [
      {
        vpnSiteConfiguration: { Name: "", IPAddress: "10.0.0.400" },
        vpnSiteConnections: [
          {
            hubConfiguration: { AddressSpace: "10.100.0.0" },
            gatewayConfiguration: { IpAddresses: { Instance0: 5 } },
            connectionConfiguration: { IsBgpEnabled: "yes", PSK: [PLANTED] },
          },
        ],
      },
    ],
    undefined,
    1,
  );
  expect(complaints(broken)).toEqual([
    'azure.json:4:12: [0].vpnSiteConfiguration.Name is ""; right is a text',
    'azure.json:5:17: [0].vpnSiteConfiguration.IPAddress is "10.0.0.400"; right is an IPv4 address, such as 10.100.0.4',
    'azure.json:10:22: [0].vpnSiteConnections[0].hubConfiguration.AddressSpace is "10.100.0.0"; right is an IPv4 prefix, such as 10.100.0.0/23',
    'azure.json:18:22: [0].vpnSiteConnections[0].connectionConfiguration.IsBgpEnabled is "yes"; right is true or false',
    "azure.json:14:20: [0].vpnSiteConnections[0].gatewayConfiguration.IpAddresses.Instance0 is 5; right is an IPv4 address, such as 10.100.0.4",
    "azure.json:13:21: [0].vpnSiteConnections[0].gatewayConfiguration.IpAddresses.Instance1 is empty; right is an IPv4 address, such as 10.100.0.4",
    "azure.json:19:13: [0].vpnSiteConnections[0].connectionConfiguration.PSK is no text",
  ]);
});

const WHAT =
  'azure.json: tells no VPN gateway; name the file of "Download VPN Config", or what `terraform output -json` writes of a stack with a VPN gateway';

test.each([
  ["an empty file", "", ["azure.json: is empty"]],
  ["a page of HTML", "<html>", ["azure.json:1: is not JSON: it can't be read from line 1, column 1 on"]],
  ["a list of nothing", "[]", [WHAT]],
  ["another list", '[{"name": "vnet"}]', [WHAT]],
  ["a text", '"x"', [WHAT]],
  ["outputs of a stack without a gateway", '{"network_intent": {"value": {}}}', [WHAT]],
])("%s is refused in a sentence", (_what, text, said) => {
  expect(complaints(text)).toEqual(said);
});

test("a byte order mark, as PowerShell writes it, is no fault", () => {
  expect(complaints(`\ufeff${JSON.stringify([entry()])}`)).toEqual([]);
});

test("terraform output -json tells the addresses of each gateway", () => {
  const value = {
    instance1: { privateAddress: "10.100.0.4", bgpAddress: "10.100.0.12" },
    instance0: { privateAddress: "10.100.0.5", bgpAddress: null },
  };
  const file = read({ network_intent: { value: {} }, vpn_gateway_addresses_weu: { sensitive: false, value } });
  const { gateways } = { gateways: [], ...file };
  expect(
    gateways.map(({ gateway, instances }) => [
      gateway,
      instances.map((one) => [one.name, one.tunnelAddress.text, one.bgpAddress?.text]),
    ]),
  ).toEqual([
    [
      "weu",
      [
        ["Instance0", "10.100.0.5", undefined],
        ["Instance1", "10.100.0.4", "10.100.0.12"],
      ],
    ],
  ]);
});
