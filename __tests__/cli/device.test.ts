import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entry, PLANTED } from "../device/azure/downloads";
import { SOUND_ENTRY } from "../device/rendering";
import { CONNECTION, LINK_CONNECTION } from "../device/verify/observed";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { BuiltCommand } from "./built-command";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("sound.tf.json", SOUND);
  wanproof.write("azure.json", [entry(SOUND_ENTRY)]);
  wanproof.write("outputs.json", {
    vpn_gateway_addresses_sdc: {
      sensitive: false,
      value: {
        instance0: { privateAddress: "10.100.0.5", bgpAddress: "10.100.0.15" },
        instance1: { privateAddress: "10.100.0.4", bgpAddress: "10.100.0.12" },
      },
    },
  });
});
afterAll(() => wanproof.remove());

const ARGS = ["sound.tf.json", "--platform", "strongswan-frr", "--next-hop", "a=172.16.0.1"];
const in64 = Buffer.from(PLANTED).toString("base64");

const filesIn = (folder: string) =>
  readdirSync(join(wanproof.folder, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(wanproof.folder, folder, name)).isFile())
    .sort();

describe("wanproof device", () => {
  test("writes a folder for each device and each router, laid out as on the machine", () => {
    const { code, out, err } = wanproof.run(["device", "azure.json", ...ARGS, "-o", "made"]);

    expect([code, out, err]).toEqual([
      0,
      "8 files are in made\n",
      "Site bergen, link a, Hub hub-sdc: keys are left out; REPLACE-WITH-PRE-SHARED-KEY stands for it in azure-keys.conf.\n",
    ]);
    expect(filesIn("made")).toEqual([
      ".wanproof-device",
      "bergen-a/etc/frr/frr.conf",
      "bergen-a/etc/nftables.d/azure.nft",
      "bergen-a/etc/strongswan.d/azure.conf",
      "bergen-a/etc/swanctl/conf.d/azure-keys.conf",
      "bergen-a/etc/swanctl/conf.d/azure.conf",
      "bergen-a/etc/systemd/system/azure-tunnels.service",
      "bergen-a/usr/local/sbin/azure-tunnels",
      "expressroute-erc-stockholm/etc/frr/frr.conf",
    ]);
  });

  test("writes the same from Azure's file and from Terraform's outputs, wherever they stand", () => {
    const [fromAzure, fromOutputs] = [
      ["azure.json", ...ARGS],
      ["outputs.json", ...ARGS],
    ].map((args) => wanproof.run(["device", ...args]).out);
    expect(fromOutputs).toBe(fromAzure);
    const both = wanproof.run(["device", "azure.json", "outputs.json", ...ARGS]);
    expect([both.code, both.err]).toEqual([
      2,
      "wanproof: azure.json, outputs.json: Link a of site bergen at 10.100.0.0/23 is told twice; give one file that tells it\n",
    ]);
  });

  test("writes keys only into a folder, for their owner alone, and replaces what it wrote before", () => {
    expect(wanproof.run(["device", "azure.json", ...ARGS, "--with-secrets"])).toEqual({
      code: 2,
      out: "",
      err: "wanproof: keys are written to files only: name a folder, with -o FOLDER\n",
    });
    wanproof.run(["device", "azure.json", ...ARGS, "-o", "keyed"]);
    const { code, out, err } = wanproof.run(["device", "azure.json", ...ARGS, "--with-secrets", "-o", "keyed"]);
    const keys = join(wanproof.folder, "keyed/bergen-a/etc/swanctl/conf.d/azure-keys.conf");
    expect([code, out, err, statSync(keys).mode & 0o777]).toEqual([0, "8 files are in keyed\n", "", 0o600]);
    expect(readFileSync(keys, "utf8")).toContain(`secret = 0s${in64}\n`);
    expect(
      filesIn("keyed").filter((name) => readFileSync(join(wanproof.folder, "keyed", name), "utf8").includes(in64)),
    ).toEqual(["bergen-a/etc/swanctl/conf.d/azure-keys.conf"]);
  });

  test("leaves a folder alone that holds other things, and nothing half-written behind", () => {
    mkdirSync(join(wanproof.folder, "mine"));
    writeFileSync(join(wanproof.folder, "mine/notes.txt"), "x");
    const { code, err } = wanproof.run(["device", "azure.json", ...ARGS, "-o", "mine"]);
    expect([code, err, filesIn("mine")]).toEqual([
      2,
      "wanproof: mine: holds other files: name a folder that isn't there, or an empty one\n",
      ["notes.txt"],
    ]);
    wanproof.run(["device", "broken.json", ...ARGS, "-o", "never"]);
    expect(readdirSync(wanproof.folder).filter((name) => /never|\.tmp/.test(name))).toEqual([]);
  });

  test("shows no key that any input holds, in no command and no format", () => {
    const key = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].shared_key";
    wanproof.write("keyed.tf.json", changed(SOUND, { [key]: PLANTED }));
    wanproof.write("keyed.json", {
      ...CONNECTION,
      sharedKey: PLANTED,
      vpnLinkConnections: [{ ...LINK_CONNECTION, sharedKey: PLANTED }],
    });
    const formats = ["text", "json", "sarif", "junit", "github", "azuredevops", "markdown", "gitlab", "conftest"];
    const commands = [
      ["device", "azure.json", "keyed.tf.json", "--platform", "strongswan-frr"],
      ["device", "outputs.json", "keyed.tf.json", "--platform", "strongswan-frr"],
      ["intent", "init", "keyed.tf.json"],
      ...formats.map((format) => [
        "verify",
        "keyed.tf.json",
        "--azure",
        "azure.json",
        "keyed.json",
        "--format",
        format,
      ]),
    ];
    const said = commands.map((args) => wanproof.run(args)).map(({ out, err }) => `${out}\n${err}`);
    expect(said.filter((text) => text.includes("Planted") || text.includes(in64))).toEqual([]);
    expect(said.every((text) => text.length > 100)).toBe(true);
  });

  test.each([
    ["a file that isn't there", ["gone.json", ...ARGS], "gone.json: there is no such file"],
    [
      "a plan in its place",
      ["sound.tf.json", ...ARGS],
      'sound.tf.json: tells no VPN gateway; name the file of "Download VPN Config", or what `terraform output -json` writes of a stack with a VPN gateway',
    ],
    ["another site", ["azure.json", ...ARGS, "--site", "oslo"], 'azure.json: it has no site "oslo"; it has bergen'],
    [
      "a next hop that is none",
      ["azure.json", ...ARGS, "--next-hop", "a=router"],
      '--next-hop: "a=router" is no next hop; right is an IPv4 address, or the name of a link and one: over-ams=172.16.0.1',
    ],
    [
      "outputs alone",
      ["outputs.json", "--platform", "strongswan-frr"],
      "outputs.json: no input has a link at the gateway that it speaks of; hand over the configuration or plan that makes the site's connection",
    ],
  ])("says of %s what is wrong", (_what, args, said) => {
    expect(wanproof.run(["device", ...args])).toEqual({ code: 2, out: "", err: `wanproof: ${said}\n` });
  });

  test("takes a site by its name in Azure, its address, or the end of that", () => {
    const [first, ...others] = ["bergen", "azurerm_vpn_site.bergen"].map((site) =>
      wanproof.run(["device", "azure.json", ...ARGS, "--site", site]),
    );
    expect(first?.code).toBe(0);
    expect(others).toEqual([first]);
  });

  test("works from Azure's file alone, and says what it assumes", () => {
    const { code, err } = wanproof.run([
      "device",
      "azure.json",
      "--platform",
      "strongswan-frr",
      "--next-hop",
      "172.16.0.1",
    ]);
    expect([code, err.split("\n")]).toEqual([
      0,
      [
        "No input was given: nothing is rendered for the routers at the circuits, and algorithms, announcements and preferences are assumed.",
        "Link a of site bergen at 10.100.0.0/23: no input shows it, and the file holds no algorithms: Azure's defaults are written.",
        "Link a of site bergen: no intent says what it announces, so it announces nothing yet.",
        "Link a of site bergen: no intent says what it prefers the tunnel for: it does for everything.",
        "Link a of site bergen: no intent says what becomes of packets when tunnels are lost: no route drops them.",
        "Site bergen, link a, Hub 10.100.0.0/23: keys are left out; REPLACE-WITH-PRE-SHARED-KEY stands for it in azure-keys.conf.",
        "",
      ],
    ]);
  });
});
