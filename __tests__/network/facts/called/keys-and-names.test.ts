import fc from "fast-check";
import { UnknownAttribute } from "../../../../network/resource";
import { plain } from "../../../../text/plain";
import { called, networkWith, type Sample } from "./named-network";

const UNKNOWN = new UnknownAttribute({ decidedBy: ["terraform_data.name.output"] });

function hubs(...samples: readonly (readonly [address: string, sample?: Sample])[]): string[] {
  const network = networkWith(samples.map(([address, sample = {}]) => [address, sample]));
  return called(network, network.hubs);
}

function named(name: string): Sample {
  return { attributes: { name } };
}

describe("what a thing is called", () => {
  test("is the key of for_each, rather than its name in Azure", () => {
    expect(hubs(['azurerm_virtual_hub.this["weu"]', named("vhub-1")], ['azurerm_virtual_hub.this["neu"]'])).toEqual([
      "hub neu",
      "hub weu",
    ]);
  });

  test("is the innermost key, and that of a module where modules tell all things apart", () => {
    expect(
      hubs(
        ['module.corp["a"].module.region["weu"].azurerm_virtual_hub.this[0]', named("vhub")],
        ['module.corp["a"].module.region["neu"].azurerm_virtual_hub.this[0]', named("vhub")],
        ['module.corp["a"].module.region["sdc"].azurerm_virtual_hub.this["sweden"]'],
      ),
    ).toEqual(["hub neu", "hub sweden", "hub weu"]);
  });

  test("is no key of a module that holds one thing alone, or two", () => {
    expect(hubs(['module.region["weu"].azurerm_virtual_hub.this', named("vhub-weu")])).toEqual(["hub vhub-weu"]);
    expect(
      hubs(
        ['module.region["weu"].azurerm_virtual_hub.a', named("vhub-a")],
        ['module.region["weu"].azurerm_virtual_hub.b', named("vhub-b")],
        ['module.region["neu"].azurerm_virtual_hub.c', named("vhub-c")],
      ),
    ).toEqual(["hub vhub-c", "hub vhub-a", "hub vhub-b"]);
  });

  test("is what constructs call it, where wanproof or a person made it so", () => {
    const constructPath = "corp/hub-westeurope/Default";
    expect(hubs(["azurerm_virtual_hub.westeurope", { constructPath, ...named("vhub-corp-weu") }])).toEqual([
      "hub westeurope",
    ]);
    expect(hubs(["data.azurerm_virtual_hub.westeurope", { constructPath }])).toEqual(["hub westeurope"]);
  });

  test("is no id of a construct that cdktf made up, and none that says what it is", () => {
    const sample = { constructPath: "corp/net/hub", ...named("vhub-corp") };
    expect(hubs(["azurerm_virtual_hub.net_hub_8A3F01BC", sample])).toEqual(["hub vhub-corp"]);
    expect(hubs(["azurerm_virtual_hub.hub", sample])).toEqual(["hub vhub-corp"]);
    expect(hubs(["azurerm_virtual_hub.virtual-hub", sample])).toEqual(["hub vhub-corp"]);
  });

  test("is its name in other Terraform, and its address where that can't be told", () => {
    expect(
      hubs(["azurerm_virtual_hub.a", named("vhub-a")], ["azurerm_virtual_hub.b", { attributes: { name: UNKNOWN } }]),
    ).toEqual(["hub vhub-a", "hub azurerm_virtual_hub.b"]);
    expect(hubs(["azurerm_virtual_hub.c[0]", named(" ")])).toEqual(["hub azurerm_virtual_hub.c[0]"]);
  });

  test("is nothing that another one is called too, whatever the letters", () => {
    expect(hubs(["azurerm_virtual_hub.a", named("vhub")], ["azurerm_virtual_hub.b", named("VHUB")])).toEqual([
      "hub azurerm_virtual_hub.a",
      "hub azurerm_virtual_hub.b",
    ]);
    expect(
      hubs(['azurerm_virtual_hub.x["weu"]', named("one")], ['azurerm_virtual_hub.y["weu"]', named("two")]),
    ).toEqual(["hub one", "hub two"]);
    // The name of the second is the key of the first.
    expect(hubs(['azurerm_virtual_hub.x["weu"]', named("one")], ["azurerm_virtual_hub.y", named("weu")])).toEqual([
      "hub weu",
      "hub azurerm_virtual_hub.y",
    ]);
  });

  test("is the input too, where two inputs have one address and nothing else tells them apart", () => {
    const network = networkWith([
      ["azurerm_virtual_hub.hub", { input: "weu.json" }],
      ["azurerm_virtual_hub.hub", { input: "neu.json" }],
    ]);
    expect(called(network, network.hubs)).toEqual([
      "hub azurerm_virtual_hub.hub in neu.json",
      "hub azurerm_virtual_hub.hub in weu.json",
    ]);
  });

  test("is in quotes where it holds more than a word, and cut where it is long", () => {
    expect(hubs(["azurerm_virtual_hub.a", named("westeurope, which passes")])).toEqual([
      'hub "westeurope, which passes"',
    ]);
    expect(hubs(["azurerm_virtual_hub.a", named("weu\n::error::x\u001b[2J")])).toEqual([
      'hub "weu\\n::error::x\\u001b[2J"',
    ]);
    expect(hubs(["azurerm_virtual_hub.a", named("x".repeat(200))])).toEqual([`hub ${"x".repeat(80)}…`]);
    // What is cut may be the same for two.
    const long = "x".repeat(80);
    expect(hubs(["azurerm_virtual_hub.a", named(`${long}a`)], ["azurerm_virtual_hub.b", named(`${long}b`)])).toEqual([
      "hub azurerm_virtual_hub.a",
      "hub azurerm_virtual_hub.b",
    ]);
  });

  test("is never what another one is called, whatever people write", () => {
    const text = fc
      .array(fc.constantFrom("a", "A", "-", " at ", ", link ", '"', "\n", "\\n", "\u200b", "…", "é", "e\u0301"))
      .map((pieces) => pieces.join(""));
    const sample = fc.record({ key: fc.option(text), module: fc.option(text), name: fc.option(text) });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 6 }), (samples) => {
        const names = hubs(
          ...samples.map(({ key, module, name }, index) => {
            const within = module === null ? "" : `module.m${index}[${JSON.stringify(module)}].`;
            const address = `${within}azurerm_virtual_hub.h${index}${key === null ? "" : `[${JSON.stringify(key)}]`}`;
            return [address, name === null ? {} : named(name)] as const;
          }),
        );
        const read = names.map((name) => plain(name).normalize("NFKC").toLowerCase());
        expect(new Set(read).size).toBe(samples.length);
      }),
    );
  });
});
