import { readConfigurations } from "../../../../network/readers/configuration/read-configuration";
import { Secret, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";
import { readOne, reference, stack, unknown } from "./configuration-json";

const OUTPUTS = "data.terraform_remote_state.cross-stack-reference-input-global.outputs";

const GLOBAL: JsonObject = {
  resource: { azurerm_virtual_wan: { wan: { name: "wan", tags: { x: "${var.x}" } } } },
  variable: { x: {}, psk: { sensitive: true } },
  output: {
    wan_id: { value: "${azurerm_virtual_wan.wan.id}", sensitive: true },
    wan_name: { value: "${azurerm_virtual_wan.wan.name}", sensitive: true },
    x: { value: "${var.x}", sensitive: true },
    psk: { value: "${var.psk}", sensitive: true },
  },
};

function site(attributes: JsonObject): JsonObject {
  return { resource: { azurerm_vpn_site: { hq: attributes } } };
}

const GLOBAL_STACK = stack(GLOBAL, { path: "out/stacks/global", names: ["global"] });

function beside(attributes: JsonObject, ...others: ReturnType<typeof stack>[]) {
  return readConfigurations([stack(site(attributes)), ...others])[0]?.resources[0]?.attributes;
}

describe("cross-stack references", () => {
  it("lead to the other stack's resource, and give what is written there", () => {
    const attributes = { virtual_wan_id: `\${${OUTPUTS}.wan_id}`, name: `site-of-\${${OUTPUTS}.wan_name}` };
    expect(beside(attributes, GLOBAL_STACK)).toEqual({
      virtual_wan_id: reference("azurerm_virtual_wan.wan", ["id"], "out/stacks/global"),
      name: "site-of-wan",
    });
  });

  it("name what decides a value there and here", () => {
    const text = `\${${OUTPUTS}.x}`;
    expect(beside({ name: text }, GLOBAL_STACK)).toEqual({ name: unknown(text, `${OUTPUTS}.x`, "var.x") });
  });

  it("carry a secret as a secret", () => {
    expect(beside({ name: `\${${OUTPUTS}.psk}` }, GLOBAL_STACK)).toEqual({ name: new Secret("sensitive") });
  });

  it("are unknown without the other stack, without the output, and where two stacks have the name", () => {
    const text = `\${${OUTPUTS}.wan_id}`;
    const missing = `\${${OUTPUTS}.missing}`;
    const elsewhere = stack(GLOBAL, { path: "other/stacks/global", names: ["global"], root: "other" });
    const again = stack(GLOBAL, { path: "third/stacks/global", names: ["global"], root: "third" });
    expect([
      beside({ name: text }),
      beside({ name: missing }, GLOBAL_STACK),
      beside({ name: text }, elsewhere, again),
    ]).toEqual([
      { name: unknown(text, `${OUTPUTS}.wan_id`) },
      { name: unknown(missing, `${OUTPUTS}.missing`) },
      { name: unknown(text, `${OUTPUTS}.wan_id`) },
    ]);
  });

  it("prefer the stack of the same folder", () => {
    const elsewhere = stack(GLOBAL, { path: "other/stacks/global", names: ["global"], root: "other" });
    expect(beside({ name: `\${${OUTPUTS}.wan_id}` }, elsewhere, GLOBAL_STACK)).toEqual({
      name: reference("azurerm_virtual_wan.wan", ["id"], "out/stacks/global"),
    });
  });

  it("of two stacks that want each other end", () => {
    const loop = (other: string): JsonObject => ({
      output: { x: { value: `\${data.terraform_remote_state.cross-stack-reference-input-${other}.outputs.x}` } },
    });
    const [first] = readConfigurations([
      stack(
        {
          ...loop("b"),
          resource: {
            azurerm_virtual_wan: {
              wan: { name: "${data.terraform_remote_state.cross-stack-reference-input-b.outputs.x}" },
            },
          },
        },
        { path: "a", names: ["a"] },
      ),
      stack(loop("a"), { path: "b", names: ["b"] }),
    ]);
    expect(first?.resources[0]?.attributes.name).toBeInstanceOf(UnknownAttribute);
  });
});

describe("what a stack says of itself", () => {
  it("is its intent, with the line that states it", () => {
    const content = { output: { network_intent: { value: { version: 1, protected: ["10.0.0.0/8", "${var.p}"] } } } };
    const sources = {
      version: 1,
      resources: { "output.network_intent": { constructPath: "weu/intent", file: "main.ts", line: 7 } },
    };
    const { intent, intentSource } = readOne(content, { sources });
    expect({ intent, intentSource }).toEqual({
      intent: { version: 1, protected: ["10.0.0.0/8", unknown("${var.p}", "var.p")] },
      intentSource: { file: "main.ts", line: 7 },
    });
  });

  it("is dropped where the intent is sensitive", () => {
    expect(readOne({ output: { network_intent: { value: { version: 1 }, sensitive: true } } }).intent).toEqual(
      new Secret("sensitive"),
    );
  });

  it("is the construct and line of each resource, of all instances of one too", () => {
    const sources = {
      version: 1,
      resources: {
        "azurerm_virtual_hub.hub": { constructPath: "weu/hub", file: "network.yaml", line: 3 },
        "azurerm_virtual_hub.hub[1]": { constructPath: "weu/hub", file: "network.yaml", line: 9 },
      },
    };
    const content = { resource: { azurerm_virtual_hub: { hub: { name: "hub", count: 2 } } } };
    expect(
      readOne(content, { sources }).resources.map(({ address, constructPath, source }) => ({
        address,
        constructPath,
        source,
      })),
    ).toEqual([
      { address: "azurerm_virtual_hub.hub[0]", constructPath: "weu/hub", source: { file: "network.yaml", line: 3 } },
      { address: "azurerm_virtual_hub.hub[1]", constructPath: "weu/hub", source: { file: "network.yaml", line: 9 } },
    ]);
  });

  it("are the modules that it calls, which can't be followed", () => {
    const { unread, counts } = readOne({
      module: { spokes: { source: "./spokes" } },
      resource: { azurerm_resource_group: { rg: {} } },
    });
    expect({ unread, counts }).toEqual({
      unread: [
        {
          address: "module.spokes",
          reason: "is a module call, and configuration JSON doesn't hold what the module makes: check the plan",
          unknown: { decidedBy: ["module.spokes"] },
        },
      ],
      counts: { total: 1, ofOurTypes: 0 },
    });
  });
});
