import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../policies/report/report";
import { objectOf } from "../../scripts/azurerm-schema";
import { addNetworkStacks, NetworkApp, parseNetworkFile } from "../../stacks";
import { InputError } from "../../text/complaint";
import { folderOfItsOwn, resourcesOf, terraformOf } from "./terraform";

const folder = folderOfItsOwn();
const EXAMPLE = readFileSync(join(__dirname, "../../examples/fail-closed/network.yaml"), "utf8");
const HERE = "westeurope: { advertises: [10.0.0.0/24] }";
const AT = "network.yaml:21:7: circuits.ams.connections.westeurope:";

/** The example with other words in it. */
function changed(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, EXAMPLE);
}

let outputs = 0;

/** What the gate finds of one rule in the Terraform of a file, with no network refused. */
function foundBy(rule: string, text: string): Report["findings"] {
  outputs += 1;
  const reports: Report[] = [];
  const outdir = join(folder, String(outputs));
  const app = new NetworkApp({ outdir, onReport: (report) => reports.push(report) });
  addNetworkStacks(app, parseNetworkFile("network.yaml", text));
  app.synth();
  return reports.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule);
}

/** The prefixes that each route map lets pass, by its name; undefined where it drops everything. */
function keptBy(text: string): Record<string, unknown> {
  const maps = resourcesOf(terraformOf(text, folder), "woodgrove-westeurope", "azurerm_route_map");
  return Object.fromEntries(
    Object.values(maps).map((map) => {
      const { name, rule } = objectOf(map);
      return [String(name), objectOf(first(objectOf(first(rule)).match_criterion) ?? {}).route_prefix];
    }),
  );
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function complaintsOn(text: string): readonly string[] {
  try {
    terraformOf(text, folder);
    return [];
  } catch (failure) {
    if (failure instanceof InputError) {
      return failure.message.split("\n");
    }
    throw failure;
  }
}

test("each circuit keeps the prefix that holds its VPN device, and advertises no spoke", () => {
  expect(keptBy(EXAMPLE)).toEqual({
    "con-ams-inbound": ["10.0.0.0/24"],
    "con-ams-outbound": undefined,
    "con-fra-inbound": ["10.0.2.0/24"],
    "con-fra-outbound": undefined,
  });
});

test("the gate says of that Terraform that it fails closed, and of the same without route maps that it doesn't", () => {
  expect(foundBy("fails-closed", EXAMPLE)).toEqual([]);
  const open = foundBy("fails-closed", changed(["onTunnelLoss: drop", "onTunnelLoss: cleartext"]));
  expect(open.map(({ level, outcome, message }) => ({ level, outcome, message }))).toEqual([
    {
      level: "note",
      outcome: "violation",
      message:
        "when tunnels are lost, on-premises routers send traffic for 10.110.0.0/21 unencrypted: it stays advertised over ExpressRoute",
    },
  ]);
});

test("routes that a router leaks over ExpressRoute change nothing, as long as the maps are there", () => {
  const leaked = changed([HERE, "westeurope: { advertises: [10.0.0.0/24, 10.0.1.0/25, 10.0.0.0/20] }"]);
  expect(foundBy("fails-closed", leaked)).toEqual([]);
  expect(foundBy("encrypted-to-onprem", leaked)).toEqual([]);
  const open = leaked.replace("onTunnelLoss: drop", "");
  expect(() => foundBy("encrypted-to-onprem", open)).toThrow("10.0.1.0/25");
});

test("a spoke that is kept on ExpressRoute is what the gate says doesn't fail closed", () => {
  const kept =
    "westeurope: { advertises: [10.0.0.0/24], onTunnelLoss: { action: drop, keepOutbound: [10.110.0.0/22] } }";
  expect(() => foundBy("fails-closed", changed([HERE, kept]))).toThrow("fails-closed");
});

test("what is named stays beside what holds devices", () => {
  const own =
    "westeurope: { advertises: [10.0.0.0/24, 172.16.0.0/16], onTunnelLoss: { action: drop, keepInbound: [172.16.0.0/16], keepOutbound: [10.110.4.0/22] } }";
  expect(keptBy(changed([HERE, own]))).toMatchObject({
    "con-ams-inbound": ["172.16.0.0/16", "10.0.0.0/24"],
    "con-ams-outbound": ["10.110.4.0/22"],
  });
});

test("one connection can drop where the network says nothing of it", () => {
  const own = "westeurope: { advertises: [10.0.0.0/24], onTunnelLoss: { action: drop } }";
  expect(keptBy(changed([HERE, own], ["onTunnelLoss: drop\n", ""]))).toEqual({
    "con-ams-inbound": ["10.0.0.0/24"],
    "con-ams-outbound": undefined,
  });
});

describe("where it can't be told what the tunnels need", () => {
  test("a device that is only in a prefix with protected addresses needs another advertisement", () => {
    expect(complaintsOn(changed([HERE, "westeurope: { advertises: [10.0.0.0/16] }"]))).toEqual([
      `${AT} advertises: the VPN device 10.0.0.4 of link over-ams is only in 10.0.0.0/16, which holds protected prefixes as well and so can't be kept; advertise a prefix of its own over ExpressRoute too, such as 10.0.0.0/24`,
    ]);
    expect(
      complaintsOn(
        changed(
          [HERE, "westeurope: { advertises: [10.0.0.0/16] }"],
          ["[10.0.1.0/24]\nonP", "[10.0.0.0/29, 10.0.1.0/24]\nonP"],
        ),
      ),
    ).toEqual([
      `${AT} advertises: the VPN device 10.0.0.4 of link over-ams is only in 10.0.0.0/16, which holds protected prefixes as well and so can't be kept; move the device out of what is protected`,
    ]);
    expect(complaintsOn(changed([HERE, "westeurope: { advertises: [10.0.0.0/16, 10.0.0.0/24] }"]))).toEqual([]);
  });

  test("the suggested prefix is as long as it has to be", () => {
    const close = changed(
      [HERE, "westeurope: { advertises: [10.0.0.0/16] }"],
      ["protectedPrefixes: [10.0.1.0/24]", "protectedPrefixes: [10.0.1.0/24, 10.0.0.8/29]"],
    );
    expect(complaintsOn(close)).toEqual([expect.stringMatching(/such as 10\.0\.0\.0\/29$/)]);
  });

  test("nothing is advertised, as far as is stated", () => {
    expect(complaintsOn(changed([HERE, "westeurope:"]))).toEqual([
      `${AT} advertises: state it, to tell which prefix holds the VPN devices, or name in onTunnelLoss.keepInbound what stays`,
    ]);
    const named = (prefix: string) => `westeurope: { onTunnelLoss: { action: drop, keepInbound: [${prefix}] } }`;
    expect(complaintsOn(changed([HERE, named("10.0.0.0/24")]))).toEqual([]);
    expect(complaintsOn(changed([HERE, named("172.16.0.0/16")]))).toEqual([
      `${AT} onTunnelLoss.keepInbound: it keeps no prefix that holds the VPN device 10.0.0.4 of link over-ams, whose tunnels need one`,
    ]);
  });

  test("no device is behind a circuit", () => {
    const elsewhere = changed([HERE, "westeurope: { advertises: [172.16.0.0/16] }"]);
    expect(complaintsOn(elsewhere)).toEqual([
      `${AT} onTunnelLoss: nothing that is advertised here (172.16.0.0/16) holds a VPN device and nothing protected, so every route would be dropped; name what stays in onTunnelLoss.keepInbound, or [] for nothing`,
    ]);
    const said = elsewhere.replace(
      "[172.16.0.0/16] }",
      "[172.16.0.0/16], onTunnelLoss: { action: drop, keepInbound: [] } }",
    );
    expect(keptBy(said)).toMatchObject({ "con-ams-inbound": undefined, "con-fra-inbound": ["10.0.2.0/24"] });
  });

  test("what is kept holds protected prefixes, or isn't advertised", () => {
    const own =
      "westeurope: { advertises: [10.0.0.0/24, 10.0.0.0/16], onTunnelLoss: { action: drop, keepInbound: [10.0.0.0/16, 172.16.0.0/16] } }";
    expect(complaintsOn(changed([HERE, own]))).toEqual([
      `${AT} onTunnelLoss.keepInbound[1]: 172.16.0.0/16 is not among what is advertised (10.0.0.0/24, 10.0.0.0/16); a route is kept by its exact prefix only`,
      `${AT} onTunnelLoss.keepInbound: 10.0.0.0/16 overlaps what is protected (10.0.1.0/24), which would go on unencrypted; keep prefixes without any of it`,
    ]);
  });

  test("what is protected isn't stated", () => {
    const silent = changed(["protectedPrefixes: [10.0.1.0/24]", ""], ["advertises: [10.0.1.0/24]", ""]);
    expect(complaintsOn(silent)).toEqual([
      `${AT} protectedPrefixes: state them, to tell what onTunnelLoss may keep, or name in onTunnelLoss.keepInbound what stays`,
    ]);
    expect(complaintsOn(changed(["protectedPrefixes: [10.0.1.0/24]", ""]))).toEqual([]);
  });
});
