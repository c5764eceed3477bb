import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { checkNetwork } from "../../../policies/gate";

const SITES = `{
  "resource": {
    "azurerm_vpn_site": {
      "hq": {
        "for_each": { "a": "b" },
        "name": "hq",
        "link": [
          { "name": "a", "ip_address": "10.0.0.4" },
          {
            "name": "b",
            "bgp": { "asn": 65010,
              "peering_address": "169.254.21.5" }
          }
        ]
      }
    }
  }
}
`;

describe("a resource of configuration is found in the files that somebody wrote", () => {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-lines-"));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string): string {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  function linesOf(inputs: readonly string[]): readonly unknown[] {
    const { findings } = checkNetwork(inputs);
    return findings.filter(({ rule }) => rule === "bgp-peer-not-apipa").map(({ source }) => source);
  }

  const inFile = (path: string, line: number) => ({
    file: relative(process.cwd(), path).replaceAll("\\", "/"),
    line,
  });

  test("by folder or by file, at the attribute", () => {
    const path = write("one/sites.tf.json", SITES);
    write("one/wan.tf.json", "{}");
    expect(linesOf([join(folder, "one")])).toEqual([inFile(path, 12)]);
    expect(linesOf([path])).toEqual([inFile(path, 12)]);
  });

  test("but not in what is synthesized, which nobody wrote", () => {
    write("two/cdk.tf.json", SITES);
    expect(linesOf([join(folder, "two")])).toEqual([undefined]);
  });
});
