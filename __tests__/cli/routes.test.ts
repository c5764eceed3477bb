import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { BuiltCommand } from "./built-command";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("sound.tf.json", SOUND);
  const leak = ["10.31.0.0/16", "10.31.20.0/24"];
  const advertised = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
  wanproof.write("leak.tf.json", changed(SOUND, { [advertised]: leak }));
  wanproof.write("silent.tf.json", changed(SOUND, { network_intent: undefined }));
  wanproof.write(
    "evil.tf.json",
    changed(SOUND, { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].name": "x\n::error::\u001b[2J" }),
  );
});
afterAll(() => wanproof.remove());

const schema = JSON.parse(readFileSync(join(__dirname, "../../schema/routes.schema.json"), "utf8"));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

describe("wanproof routes", () => {
  test.each([
    ["a table", ["sound.tf.json"]],
    ["a table without intent", ["silent.tf.json"]],
    ["a table of one loss", ["sound.tf.json", "--when-lost", "circuit", "--from", "hub-sdc"]],
    ["a change", ["leak.tf.json", "--diff", "sound.tf.json"]],
    ["no change", ["sound.tf.json", "--diff", "sound.tf.json"]],
  ])("writes %s as JSON that satisfies the schema, and exits with 0", (_case, args) => {
    const { code, out, err } = wanproof.run(["routes", ...args, "--format", "json"]);

    expect([code, err, validate(JSON.parse(out)) ? [] : validate.errors]).toEqual([0, "", []]);
  });

  test("tells one row of JSON whole", () => {
    const args = ["routes", "sound.tf.json", "--from", "vnet-app", "--to", "10.31.16.0/20", "--when-lost", "link"];
    const tunnel = "azurerm_vpn_gateway_connection.bergen#a";
    const circuit = "azurerm_express_route_connection.stockholm";

    expect(JSON.parse(wanproof.run([...args, "--format", "json"]).out)).toEqual({
      version: 1,
      routes: [
        {
          direction: "to-onprem",
          from: "azurerm_virtual_hub_connection.app",
          destination: "10.31.16.0/20",
          outcome: "encrypted",
          via: [tunnel],
          reason: "more-specific-on-vpn",
          sentence: "The tunnel has a longer prefix than ExpressRoute.",
          alternatives: [{ via: circuit, "why not": "its prefix is shorter" }],
          whenLost: [{ lost: `link ${tunnel}`, outcome: "clear", via: [circuit] }],
        },
      ],
    });
  });

  test("takes a place by its address, its name in Azure, or what the text calls it", () => {
    const [byName, ...others] = ["hub-sdc", "hub hub-sdc", "azurerm_virtual_hub.sdc"].map(
      (from) => wanproof.run(["routes", "sound.tf.json", "--from", from]).out,
    );
    expect(byName).toMatch(/^ {2}from hub hub-sdc \(azurerm_virtual_hub\.sdc\)$/m);
    expect(others).toEqual([byName, byName]);
  });

  test("traces one address step by step", () => {
    const { code, out } = wanproof.run(["routes", "sound.tf.json", "--to", "10.31.16.7", "--from", "hub-sdc"]);
    const clear = "clear over circuit erc-stockholm at hub-sdc";

    expect([code, out]).toEqual([
      0,
      `hub hub-sdc (azurerm_virtual_hub.sdc) -> 10.31.16.7
  1. 10.31.16.0/20 is routed over site bergen, link a (azurerm_vpn_gateway_connection.bergen); hub hub-sdc takes site bergen, link a (longest prefix, the only route of it)
  2. 10.31.0.0/16 is routed over circuit erc-stockholm at hub-sdc (azurerm_express_route_connection.stockholm): its prefix is shorter
  3. 10.31.16.7/32: encrypted over site bergen, link a (more-specific-on-vpn): The tunnel has a longer prefix than ExpressRoute.
  4. when site bergen, link a is lost: ${clear}
  5. when the connection of site bergen at hub-sdc (azurerm_vpn_gateway_connection.bergen) is lost: ${clear}
  6. when all tunnels of site bergen (azurerm_vpn_site.bergen) are lost: ${clear}
  7. when the connection of circuit erc-stockholm at hub-sdc is lost: dropped
  8. when circuit erc-stockholm (azurerm_express_route_circuit.stockholm) is lost: dropped
  9. when all tunnels are lost: ${clear}
`,
    ]);
  });

  test("says first what is no longer encrypted", () => {
    const { out } = wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json"]);

    expect(out.split("\n").slice(0, 3)).toEqual([
      "10.31.20.0/24  no longer encrypted",
      "  from hub hub-sdc (azurerm_virtual_hub.sdc)",
      "  encrypted over site bergen, link a (azurerm_vpn_gateway_connection.bergen) (more-specific-on-vpn), then clear over circuit erc-stockholm at hub-sdc (azurerm_express_route_connection.stockholm) (more-specific-on-expressroute)",
    ]);
  });

  test("writes several reports, those with a file there", () => {
    const { code, out } = wanproof.run([
      "routes",
      "sound.tf.json",
      "--format",
      "json=routes.json",
      "--format",
      "markdown",
    ]);
    const written = JSON.parse(readFileSync(join(wanproof.folder, "routes.json"), "utf8"));

    expect([code, validate(written), out.split("\n")[0]]).toEqual([0, true, "## wanproof routes"]);
  });

  test.each([
    ["text", "text"],
    ["markdown", "markdown"],
  ])("shows no line or control character that a name makes up, as %s", (_case, format) => {
    const { out } = wanproof.run(["routes", "evil.tf.json", "--format", format]);

    expect(out.split("\n").filter((line) => line.startsWith("::error"))).toEqual([]);
    expect(out).not.toContain("\u001b");
  });

  test.each([
    [
      "a place that isn't there",
      ["--from", "hub-sdk"],
      "--from hub-sdk: there is no such hub, spoke or site; did you mean hub-sdc?",
    ],
    [
      "a destination that is none",
      ["--to", "10.31.16.7/20"],
      "--to 10.31.16.7/20 is neither an address nor a prefix: it has host bits set; right would be 10.31.16.0/20",
    ],
    [
      "a change of what tells nothing of before",
      ["--diff"],
      "sound.tf.json: doesn't tell what was before the change: give a plan, or name the earlier input with --diff",
    ],
    [
      "a change of which both sides are on stdin",
      ["-", "--diff", "-"],
      "-: what was before and after can't both come from stdin: name a file for one of them",
    ],
  ])("refuses %s, with a line on stderr and exit code 2", (_case, args, line) => {
    expect(wanproof.run(["routes", "sound.tf.json", ...args])).toEqual({
      code: 2,
      out: "",
      err: `wanproof: ${line}\n`,
    });
  });
});
