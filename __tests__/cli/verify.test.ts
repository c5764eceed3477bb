import { PLANTED } from "../device/azure/downloads";
import { AS_PLANNED, GATEWAY, OVER_EXPRESSROUTE, ROUTES } from "../device/verify/observed";
import { SOUND } from "../policies/rules/sound";
import { BuiltCommand } from "./built-command";

const LEAK = { addressPrefixes: ["10.31.20.0/24"], ...OVER_EXPRESSROUTE };

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("sound.tf.json", SOUND);
  for (const [name, content] of Object.entries(AS_PLANNED)) {
    wanproof.write(name, JSON.stringify(content));
  }
  wanproof.write("leak.json", { value: [...ROUTES, LEAK] });
  wanproof.write("strange.json", { ...GATEWAY, name: "vpngw-oslo" });
  wanproof.write("empty.json", { value: [] });
  wanproof.write("heard.json", { value: [{ prefix: "10.31.0.0/16", asPath: "65020" }] });
  wanproof.write(
    "wanproof.yaml",
    'version: 1\nsuppressions:\n  - rule: observed-route\n    address: "azurerm_virtual_hub.none"\n    reason: "Of another network."\n    expires: 2099-01-01\n',
  );
});
afterAll(() => wanproof.remove());

const FILES = Object.keys(AS_PLANNED);
const verify = (...args: readonly string[]) => wanproof.run(["verify", "sound.tf.json", ...args]);

describe("wanproof verify", () => {
  test("passes where Azure runs what was planned, and says so", () => {
    const { code, out, err } = verify("--azure", ...FILES);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Checked: 5 rules on 12 resources");
    expect(out).toContain("Verdict: pass");
  });

  test("fails where a route goes past a tunnel, with the exit code of check and in every format of it", () => {
    const files = FILES.map((name) => (name === "routes.json" ? "hub-sdc=leak.json" : name));
    const { code, out } = verify("--azure", ...files, "--format", "json");
    expect(code).toBe(1);
    const { verdict, findings } = JSON.parse(out);
    expect(verdict).toBe("fail");
    expect(findings).toEqual([
      expect.objectContaining({
        rule: "observed-route",
        level: "error",
        outcome: "violation",
        address: "azurerm_virtual_hub.sdc",
        input: "sound.tf.json",
        evidence: { prefix: "10.31.20.0/24", observed: "ExpressRoute", asPath: [12076, 65020], file: "leak.json" },
      }),
    ]);
    for (const format of ["text", "sarif", "junit", "github", "azuredevops", "markdown", "gitlab", "conftest"]) {
      const said = verify("--azure", ...files, "--format", format);
      expect([said.code, said.err, said.out.includes("10.31.20.0/24")]).toEqual([1, "", true]);
      expect(said.out).not.toContain(PLANTED);
    }
  });

  test("takes suppressions, of which a check says nothing", () => {
    const { code, out } = wanproof.run(["check", "sound.tf.json", "--format", "json"]);
    expect([code, JSON.parse(out).notices]).toEqual([0, []]);
  });

  test("is undecided where a file is missing that would tell", () => {
    const { code, out } = verify("--azure", "vpn.json", "connection.json");
    expect([code, out.includes("no file tells which routes hub hub-sdc has")]).toEqual([3, true]);
  });

  test.each([
    [
      ["empty.json"],
      'empty.json: is nothing that Azure tells of a VPN gateway: take the file of "Download VPN Config", or what az network vpn-gateway show, vpn-gateway connection show, vhub get-effective-routes or express-route list-route-tables print with -o json',
    ],
    [["oslo=routes.json"], 'routes.json: the inputs have no hub "oslo", or several; there are hub-sdc'],
    [
      ["heard.json"],
      "heard.json: holds what a connection hears or tells, and not which: name it inbound:CONNECTION=FILE or outbound:CONNECTION=FILE",
    ],
    [
      ["strange.json"],
      "strange.json: tells only of what no input shows (gateway vpngw-oslo); hand over the input that makes it",
    ],
    [["gone.json"], "gone.json: there is no such file"],
  ])("%j can't be read, and the sentence says why", (files, said) => {
    const { code, out, err } = verify("--azure", ...files);
    expect([code, out, err.replace(/json:\d+:\d+:/, "json:")]).toEqual([2, "", `wanproof: ${said}\n`]);
  });
});
