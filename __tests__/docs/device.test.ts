import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BuiltCommand } from "../cli/built-command";
import { entry, type Tree } from "../device/azure/downloads";
import { LINK_CONNECTION } from "../device/verify/observed";
import { synthesizedExample } from "../support/example";

// The commands that pages show, run on examples/encrypted, with files as Azure would write them for it.
const ROOT = join(__dirname, "../..");
const { stacks, outputs } = synthesizedExample("encrypted");

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  cpSync(stacks, join(wanproof.folder, "cdktf.out"), { recursive: true });
  cpSync(outputs, join(wanproof.folder, "outputs.json"));
  for (const [name, content] of Object.entries(FILES)) {
    wanproof.write(name, JSON.stringify(content));
  }
});
afterAll(() => wanproof.remove());

const SPOKES = ["10.110.0.0/22", "10.110.4.0/22"];

function link(name: string, device: string, peer: string): Tree {
  const own = JSON.parse(JSON.stringify(entry({ site: "vst-contoso-hq", link: name, device, peer })));
  own.vpnSiteConnections[0].hubConfiguration.ConnectedSubnets = SPOKES;
  return own;
}

const linkConnection = (name: string) => ({
  ...LINK_CONNECTION,
  name,
  vpnSiteLink: { id: `/x/vpnSites/vst-contoso-hq/vpnSiteLinks/${name}` },
});

const over = (type: string, id: string, ...addressPrefixes: readonly string[]) => ({
  addressPrefixes,
  nextHopType: type,
  nextHops: [id],
  asPath: type === "VPN_S2S_Gateway" ? "65010" : type === "ExpressRouteGateway" ? "12076-65020" : "",
});

const FILES = {
  "vpn.json": [link("over-ams", "10.0.0.4", "192.168.255.1"), link("over-fra", "10.0.0.5", "192.168.255.2")],
  "connection.json": {
    id: "/x/vpnGateways/vpng-contoso-westeurope/vpnConnections/vcn-hq",
    name: "vcn-hq",
    connectionStatus: "Connected",
    vpnLinkConnections: [linkConnection("over-ams"), linkConnection("over-fra")],
  },
  "routes.json": {
    value: [
      over("Virtual Network Connection", "/x/virtualHubs/h/hubVirtualNetworkConnections/app", ...SPOKES),
      over("ExpressRouteGateway", "/x/expressRouteGateways/ergw-contoso-westeurope", "10.0.0.0/16"),
      over("VPN_S2S_Gateway", "/x/vpnGateways/vpng-contoso-westeurope", "10.0.1.0/24"),
    ],
  },
  "ams.json": { value: [{ network: "10.0.0.0/16", path: "65020" }] },
  "heard.json": { value: [{ prefix: "10.0.1.0/24", asPath: "65010" }] },
};

/** The commands of this package that a page shows, with what it shows of their output. */
function commandsIn(page: string): { readonly line: string; readonly shown: string }[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/^ *\$ (?:npx )?(wanproof (?:device|verify|intent) .*)\n((?:(?! *(?:\$|```)).*\n)*)/gm)].map(
    ([, line = "", shown = ""]) => ({ line, shown: shown.replace(/^ +/gm, "") }),
  );
}

const COMMANDS = ["README.md", "docs/device.md", "docs/intent.md"].flatMap((page) =>
  commandsIn(page).map((command) => ({ page, ...command })),
);

test("pages show commands of devices", () => {
  expect(COMMANDS.map(({ page, line }) => `${page}: ${line.split(" ").slice(0, 3).join(" ")}`)).toEqual([
    "README.md: wanproof device outputs.json",
    "docs/device.md: wanproof device outputs.json",
    "docs/device.md: wanproof verify cdktf.out",
    "docs/intent.md: wanproof intent init",
    "docs/intent.md: wanproof intent observe",
  ]);
});

test.each(COMMANDS)("$page: $line", ({ line, shown }) => {
  const { code, out } = wanproof.runShell(line);
  expect([code, shown === "" ? "" : out]).toEqual([0, shown]);
});

test("they made what the pages say", () => {
  const made = ["devices/vst-contoso-hq-over-ams/etc/swanctl/conf.d/azure.conf", "verify.md", "intent.yaml"];
  expect(made.filter((name) => !existsSync(join(wanproof.folder, name)))).toEqual([]);
});
