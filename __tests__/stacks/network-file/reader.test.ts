import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseNetworkFile, readNetworkFile } from "../../../stacks";

const folder = mkdtempSync(join(tmpdir(), "wanproof-reader-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string | Buffer): string {
  const path = join(folder, "network.yaml");
  writeFileSync(path, content);
  return path;
}

const SMALL = "version: 1\nname: net\nhubs: { westeurope: { addressPrefix: 10.100.0.0/23 } }\n";

test("anchors, aliases and merge keys work, with a place for them under x-", () => {
  const { network } = parseNetworkFile(
    "network.yaml",
    `x-gateways: &gateways { vpnGateway: { scaleUnits: 2 }, expressRouteGateway: }
version: 1
name: net
hubs:
  westeurope: &weu { <<: *gateways, addressPrefix: 10.100.0.0/23 }
  northeurope: { <<: *weu, addressPrefix: 10.102.0.0/23 }
`,
  );
  const gateways = { vpnGateway: { scaleUnits: 2 }, expressRouteGateway: {} };
  expect(network.hubs).toEqual({
    westeurope: { addressPrefix: "10.100.0.0/23", ...gateways },
    northeurope: { addressPrefix: "10.102.0.0/23", ...gateways },
  });
});

test("an alias may be used for many sites", () => {
  const sites = Array.from({ length: 90 }, (_, index) => `  s${index}: { links: { a: *link } }\n`).join("");
  const link = "{ over: expressRoute, provider: Colt, speedMbps: 50, deviceAddress: 10.0.0.4 }";
  const { network } = parseNetworkFile("network.yaml", `x-link: &link ${link}\n${SMALL}sites:\n${sites}`);
  expect(Object.keys(network.sites ?? {})).toHaveLength(90);
});

test("the same as JSON, with a byte order mark and Windows line ends, is read too", () => {
  const json = { version: 1, name: "net", hubs: { westeurope: { addressPrefix: "10.100.0.0/23" } } };
  expect(readNetworkFile(fileWith(JSON.stringify(json))).network).toEqual(json);
  expect(readNetworkFile(fileWith(`\ufeff${SMALL.replaceAll("\n", "\r\n")}`)).network).toEqual(json);
});

test("each part has its line", () => {
  const file = parseNetworkFile(
    "network.yaml",
    `${SMALL}spokes:\n  app:\n    hub: westeurope\n    addressSpace: [10.110.0.0/22]\n`,
  );
  expect(file.sourceOf(["spokes", "app"])).toEqual({ file: "network.yaml", line: 5 });
  expect(file.sourceOf(["spokes", "app", "hub"])).toEqual({ file: "network.yaml", line: 6 });
  expect(file.sourceOf(["resourceGroup"])).toEqual({ file: "network.yaml", line: 1 });
});

test.each([
  ["a folder", () => folder, "is a folder; name the network.yaml in it"],
  ["a file that isn't there", () => join(folder, "none.yaml"), "there is no such file"],
  ["a file that isn't UTF-8", () => fileWith(Buffer.from([0x76, 0xff, 0xfe])), "is no UTF-8 text; save it as UTF-8"],
])("%s is refused in one line", (_what, path, message) => {
  expect(() => readNetworkFile(path())).toThrow(new Error(`${path()}: ${message}`));
});

test("text that is nested without end is refused in one line", () => {
  expect(() => parseNetworkFile("network.yaml", "[".repeat(100_000))).toThrow(
    new Error("network.yaml: is nested too deeply, so it is no network file"),
  );
});
