import { parseNetworkFile } from "../../../stacks";
import { InputError } from "../../../text/complaint";

/** Everything that is said of a text, as `line:column: message`. */
function complaintsOn(text: string): string[] {
  try {
    parseNetworkFile("network.yaml", text);
    return [];
  } catch (failure) {
    if (failure instanceof InputError) {
      return failure.complaints.map(({ line, column, message }) =>
        line === undefined ? message : `${line}:${column}: ${message}`,
      );
    }
    throw failure;
  }
}

const BASE =
  "version: 1\nname: net\nhubs: { westeurope: { addressPrefix: 10.100.0.0/23, vpnGateway: {}, expressRouteGateway: {} } }\n";
const LINK = "over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4";

interface Wrong {
  readonly what: string;
  readonly text: string;
  readonly complaints: readonly string[];
}

const WRONG: readonly Wrong[] = [
  { what: "an empty file", text: "", complaints: ['is empty; a network file starts with "version: 1"'] },
  { what: "comments only", text: "# nothing\n", complaints: ['is empty; a network file starts with "version: 1"'] },
  {
    what: "a list",
    text: "- version: 1\n",
    complaints: ["1:1: the file is a list; right is a map that begins with version: 1"],
  },
  {
    what: "text",
    text: "hello\n",
    complaints: ['1:1: the file is "hello"; right is a map that begins with version: 1'],
  },
  {
    what: "several documents",
    text: `${BASE}---\n${BASE}`,
    complaints: ["4:1: one document is expected; remove what follows ---"],
  },
  {
    what: "a tab as indentation",
    text: "version: 1\nhubs:\n\twesteurope: {}\n",
    complaints: ["3:1: YAML takes no tab for indentation; use spaces"],
  },
  {
    what: "keys that stand twice",
    text: `${BASE}tags: { a: b, a: c }\ntags: {}\n`,
    complaints: ['4:15: key "a" stands here and in line 4', '5:1: key "tags" stands here and in line 4'],
  },
  {
    what: "an alias without an anchor",
    text: `${BASE}tags: *common\n`,
    complaints: ["4:7: this alias (*name) refers to no anchor before it"],
  },
  {
    what: "YAML 1.1",
    text: `%YAML 1.1\n---\n${BASE}`,
    complaints: ["1:1: YAML 1.2 is expected; remove the %YAML line"],
  },
  {
    what: "nothing that is needed",
    text: "tags: {}\n",
    complaints: [
      "1:1: the file needs version: 1, the only version there is",
      "1:1: the file needs name: a name, such as contoso",
      "1:1: the file needs hubs: a map of hubs by name, most simply the Azure region",
    ],
  },
  {
    what: "a version and a number in quotes, and a number where text belongs",
    text: 'version: "1"\nname: net\nterraform: { providerVersion: 4.60 }\nhubs: { westeurope: { addressPrefix: 10.100.0.0/23, minimumCapacity: "3" } }\n',
    complaints: [
      '1:10: version is "1"; right is 1, the only version there is',
      "3:31: terraform.providerVersion is 4.6; right is a constraint in quotes, such as '~> 4.55'",
      '4:70: hubs.westeurope.minimumCapacity is "3"; right is a whole number from 2 to 50',
    ],
  },
  {
    what: "the no of YAML 1.1, and an octal number",
    text: `${BASE}wan: { allowBranchToBranch: no }\nsites: { hq: { connections: { westeurope: }, links: { a: { ${LINK}, bgp: { asn: 064512, peeringAddress: 10.9.9.9 } } } } }\n`,
    complaints: [
      '4:29: wan.allowBranchToBranch is "no"; right is true or false',
      "5:148: sites.hq.links.a.bgp.asn is 064512, which some read as octal; write 64512, or put it in quotes",
    ],
  },
  {
    what: "unknown keys, near known ones and far from any",
    text: `${BASE}tagz: {}\nzzzzzzzzzz: 1\ncircuits: { ams: { existing: { peerringId: x } } }\n`,
    complaints: [
      "4:1: tagz is no known key; did you mean tags?",
      "5:1: zzzzzzzzzz is no known key; known keys: version, name, location, subscription, tags, terraform, resourceGroup, wan, hubs, circuits, sites, spokes, protectedPrefixes, onPremises, onTunnelLoss, monitoring",
      "6:30: circuits.ams.existing needs peeringId: a resource id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/expressRouteCircuits/.../peerings/...",
      "6:32: circuits.ams.existing.peerringId is no known key; did you mean peeringId?",
    ],
  },
  {
    what: "prefixes, addresses and ASNs that are none",
    text: `version: 1\nname: net\nhubs:\n  westeurope:\n    addressPrefix: 10.100.0.5/23\n    vpnGateway:\n      customBgpAddresses: { instance0: [169.254.21.256], instance1: [fe80::1] }\nprotectedPrefixes: [10.0.1.0, 10.0.1.0/024, 10/8]\n`,
    complaints: [
      '5:20: hubs.westeurope.addressPrefix is "10.100.0.5/23": it has host bits set; right would be 10.100.0.0/23',
      '7:41: hubs.westeurope.vpnGateway.customBgpAddresses.instance0[0] is "169.254.21.256": octet 256 is over 255',
      '7:70: hubs.westeurope.vpnGateway.customBgpAddresses.instance1[0] is "fe80::1": Azure takes IPv4 only here',
      '8:21: protectedPrefixes[0] is "10.0.1.0": it has no mask',
      '8:31: protectedPrefixes[1] is "10.0.1.0/024": prefix length 024 has a leading zero; right would be 10.0.1.0/24',
      '8:45: protectedPrefixes[2] is "10/8": an IPv4 address has four octets',
    ],
  },
  {
    what: "names that nothing has",
    text: `${BASE}circuits: { ams: { existing: { name: a, resourceGroup: b }, connections: { westeurop: { routing: { inboundRouteMap: x } } } } }
sites: { hq: { links: { a: { ${LINK}, circuit: amz } }, connections: { westeurope: { links: { b: } } } } }
spokes: { app: { hub: weu, addressSpace: [10.110.0.0/22] } }\n`,
    complaints: [
      '4:76: circuits.ams.connections.westeurop names the hub "westeurop", which isn\'t there; did you mean westeurope?',
      '4:117: circuits.ams.connections.westeurop.routing.inboundRouteMap names the route map of hub westeurop "x", which isn\'t there; there is no route map of hub westeurop',
      '5:115: sites.hq.links.a.circuit names the circuit "amz", which isn\'t there; did you mean ams?',
      '5:162: sites.hq.connections.westeurope.links.b names the link "b", which isn\'t there; did you mean a?',
      '6:23: spokes.app.hub names the hub "weu", which isn\'t there; there are: westeurope',
    ],
  },
  {
    what: "a hub without gateways or a region, and a circuit of two regions",
    text: `version: 1\nname: net\nhubs:\n  weu: { addressPrefix: 10.100.0.0/23 }\n  northeurope: { addressPrefix: 10.102.0.0/23, expressRouteGateway: {} }\n  uksouth: { addressPrefix: 10.104.0.0/23, expressRouteGateway: {} }
circuits: { ams: { provider: Colt, peeringLocation: Oslo, bandwidthMbps: 50, peering: managedByProvider, connections: { northeurope: , uksouth: , weu: } } }\n`,
    complaints: [
      "4:3: hubs.weu has no location, and weu is no Azure region known here; give location, such as westeurope",
      '7:13: circuits.ams connects to hubs of northeurope and uksouth, so no region\'s stack can hold it; add "stack: global"',
      '7:147: circuits.ams.connections.weu needs expressRouteGateway in hubs.weu, which has none; give it, if only as "expressRouteGateway: {}"',
    ],
  },
  {
    what: "a key of another kind of link, and a link that says too little",
    text: `${BASE}sites: { hq: { connections: { westeurope: }, links: { a: { over: internet, provider: Colt, speedMbps: 50, fqdn: vpn.example, circuit: ams }, b: { over: expressRoute, deviceAddress: 10.0.0.4 } } } }\n`,
    complaints: [
      "4:126: sites.hq.links.a.circuit is no known key; known keys: over, fqdn, provider, speedMbps, bgp, advertises, asPath, tunnel",
      '4:135: sites.hq.links.a.circuit names the circuit "ams", which isn\'t there; there is no circuit',
      "4:142: sites.hq.links.b needs provider: the name of the circuit's provider, which no circuit made in this file tells",
      "4:142: sites.hq.links.b needs speedMbps: the circuit's speed, which no circuit made in this file tells",
    ],
  },
  {
    what: "one variable for two kinds of secret",
    text: `${BASE}circuits: { ams: { existing: { name: a, resourceGroup: b }, connections: { westeurope: { authorizationKey: { variable: k } } } } }
sites: { hq: { tunnel: { preSharedKey: { variable: k } }, links: { a: { ${LINK} } }, connections: { westeurope: } } }\n`,
    complaints: [
      "5:52: sites.hq.tunnel.preSharedKey.variable is the variable of a pre-shared key, and of the circuit's authorization key in circuits.ams.connections.westeurope.authorizationKey.variable too; take two variables",
    ],
  },
];

test.each(WRONG)("$what", ({ text, complaints }) => {
  expect(complaintsOn(text)).toEqual(complaints);
});

test("a key that stands where the name of a variable belongs is not shown", () => {
  const key = "S3cret!Pa55word";
  const text = `${BASE}sites: { hq: { connections: { westeurope: }, links: { a: { ${LINK} } }, tunnel: { preSharedKey: ${key} } } }
circuits: { ams: { existing: { id: x }, peering: { peerAsn: 1, vlanId: 1, sharedKey: { variable: ${key} } }, connections: { westeurope: { authorizationKey: ${key} } } } }\n`;
  const complaints = complaintsOn(text);
  expect(complaints.filter((complaint) => complaint.includes("not shown"))).toHaveLength(3);
  expect(complaints.join("\n")).not.toContain(key);
});
