import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { checkNetwork, InputError, jsonReport, RULES, textReport } from "../../../policies";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-gate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("checking a network", () => {
  test("reads, judges and reports, and ends there", () => {
    const path = write("one.tf.json", { azurerm_virtual_wan: { corp: { ...WAN, disable_vpn_encryption: true } } });

    expect(checkNetwork([path])).toEqual({
      version: 1,
      verdict: "fail",
      failOn: "error",
      failOnNew: false,
      compared: undefined,
      inputs: [{ path, kind: "configuration", resources: 1, total: 1, unread: [] }],
      checked: { rules: RULES.length, resources: { azurerm_virtual_wan: 1 } },
      findings: [
        {
          rule: "encryption-on",
          level: "error",
          outcome: "violation",
          address: "azurerm_virtual_wan.corp",
          path: "disable_vpn_encryption",
          input: path,
          source: { file: relative(process.cwd(), path).replaceAll("\\", "/"), line: 1 },
          message: "WAN wan-corp has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted",
          inAddresses: "azurerm_virtual_wan.corp has disable_vpn_encryption on: no VPN tunnel of the WAN is encrypted",
          evidence: expect.any(Object),
          remedy: "Take disable_vpn_encryption out of the WAN.",
          docs: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec",
          decidedBy: [],
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          status: undefined,
          suppressed: undefined,
        },
      ],
      fixed: [],
      notices: [],
      protected: [],
      notJudged: [],
      unread: [],
      outside: [],
      pathChanges: undefined,
      rules: RULES.map(({ judge: _judge, ...entry }) => entry),
    });
  });

  test("judges several inputs as one network, in whatever order they come", () => {
    const wan = { azurerm_virtual_wan: { corp: WAN } };
    const a = write("a.tf.json", { ...wan, azurerm_virtual_hub: { a: hub("hub-a", "10.0.0.0/22") } });
    const b = write("b.tf.json", { azurerm_virtual_hub: { b: hub("hub-b", "10.0.2.0/23") } });

    const ab = checkNetwork([a, b]);

    expect(checkNetwork([a]).findings).toEqual([]);
    expect(checkNetwork([b]).findings).toEqual([]);
    expect(ab.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["address-overlap", "10.0.2.0/23 of hub hub-b lies in 10.0.0.0/22 of hub hub-a (azurerm_virtual_hub.a)"],
    ]);
    expect({ ...checkNetwork([b, a]), inputs: [] }).toEqual({ ...ab, inputs: [] });
  });

  test("lets milder findings count where asked to", () => {
    const path = write("note.tf.json", {
      azurerm_virtual_wan: { corp: WAN },
      azurerm_virtual_hub: { a: hub("hub-a", "10.0.0.0/24") },
    });

    expect([checkNetwork([path]).verdict, checkNetwork([path], { failOn: "note" }).verdict]).toEqual(["pass", "fail"]);
  });

  test("takes intent from a file, and complains about it and the inputs at once", () => {
    const intent = join(folder, "intent.json");
    writeFileSync(intent, "{");
    const empty = join(folder, "empty.json");
    writeFileSync(empty, "");

    const error = thrownBy(() => checkNetwork([empty], { intent }));

    expect(error).toBeInstanceOf(InputError);
    expect(error instanceof InputError ? error.complaints.map(({ path }) => path) : []).toEqual([empty, intent]);
  });

  test("passes where there is nothing to judge, unless a network is required", () => {
    const path = write("other.tf.json", { azurerm_resource_group: { a: { name: "rg", location: "westeurope" } } });

    expect(checkNetwork([path]).verdict).toBe("pass");
    expect(thrownBy(() => checkNetwork([path], { requireNetwork: true }))).toEqual(
      new InputError([
        {
          path,
          message: "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
        },
      ]),
    );
  });

  test("reports a pre-shared key in the clear without showing it", () => {
    const key = "Qf7-secret ~value";
    const path = write("key.tf.json", {
      azurerm_vpn_gateway_connection: {
        hq: {
          name: "hq",
          vpn_gateway_id: "/subscriptions/s/gateway",
          remote_vpn_site_id: "/subscriptions/s/site",
          vpn_link: [{ name: "a", vpn_site_link_id: "/subscriptions/s/link", shared_key: key }],
        },
      },
    });
    const report = checkNetwork([path]);

    expect(
      report.findings.some(({ rule, outcome }) => rule === "preshared-key-secret" && outcome === "violation"),
    ).toBe(true);
    expect(`${textReport(report)}${jsonReport(report)}${JSON.stringify(report)}`).not.toContain("secret ~value");
  });
});

const WAN = { name: "wan-corp", resource_group_name: "rg", location: "westeurope" };

function hub(name: string, prefix: string): object {
  return { ...WAN, name, virtual_wan_id: "/subscriptions/s/wan", address_prefix: prefix };
}

function write(name: string, resource: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ resource }));
  return path;
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
