import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demandPeers, installedVersion, PEERS } from "../../../lib/terraform/peers";

const RIGHT = { cdktf: "0.21.0", constructs: "10.4.2", "@cdktf/provider-azurerm": "14.23.0" };

function refusal(installed: Readonly<Record<string, string>>): string | undefined {
  try {
    demandPeers((name) => installed[name]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}

describe("the packages that making Terraform needs", () => {
  it("are found where they are installed", () => {
    expect(() => demandPeers()).not.toThrow();
    expect(installedVersion("no-such-package-anywhere")).toBeUndefined();
  });

  it("are named in one sentence where there are none, with versions and with what installs them", () => {
    expect(refusal({})).toBe(
      "to make Terraform, wanproof needs cdktf 0.21.0 or newer (not installed), constructs 10.4.2 or newer (not installed) " +
        "and @cdktf/provider-azurerm 14.23.0 or newer (not installed): " +
        "npm install cdktf@0.21 constructs@10 @cdktf/provider-azurerm@14",
    );
  });

  it("are named where they are too old, and only those", () => {
    expect([
      refusal({ ...RIGHT, cdktf: "0.20.12" }),
      refusal({ ...RIGHT, constructs: "10.4.1" }),
      refusal({ ...RIGHT, "@cdktf/provider-azurerm": "13.30.0" }),
    ]).toEqual([
      "to make Terraform, wanproof needs cdktf 0.21.0 or newer (0.20.12 is installed): npm install cdktf@0.21",
      "to make Terraform, wanproof needs constructs 10.4.2 or newer (10.4.1 is installed): npm install constructs@10",
      "to make Terraform, wanproof needs @cdktf/provider-azurerm 14.23.0 or newer (13.30.0 is installed): " +
        "npm install @cdktf/provider-azurerm@14",
    ]);
  });

  it("may be newer", () => {
    expect([
      refusal(RIGHT),
      refusal({ cdktf: "0.21.4", constructs: "10.10.0", "@cdktf/provider-azurerm": "14.23.1" }),
      refusal({ cdktf: "1.0.0", constructs: "10.4.10-pre.1", "@cdktf/provider-azurerm": "15.0.0" }),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it("are optional peers of the package, and those that it is tested with", () => {
    const manifest: {
      readonly peerDependencies: object;
      readonly peerDependenciesMeta: object;
      readonly devDependencies: Readonly<Record<string, string>>;
    } = JSON.parse(readFileSync(join(__dirname, "../../../package.json"), "utf8"));
    const names = PEERS.map(({ name }) => name).sort();
    expect(Object.keys(manifest.peerDependencies)).toEqual(names);
    expect(manifest.peerDependenciesMeta).toEqual(Object.fromEntries(names.map((name) => [name, { optional: true }])));
    expect(PEERS.map(({ name, since }) => [name, `^${since}`])).toEqual(
      PEERS.map(({ name }) => [name, manifest.devDependencies[name]]),
    );
  });
});
