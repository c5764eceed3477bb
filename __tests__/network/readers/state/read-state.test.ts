import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../../../../network/input/reading";
import { readBothTimes, readInputs } from "../../../../network/read/read-inputs";
import { saveNetwork } from "../../../../network/read/save-network";
import { checkNetwork } from "../../../../policies/gate";
import type { JsonObject } from "../../../../text/json";
import { CASES } from "../../../policies/proof/plans";
import { folderOfItsOwn } from "../../../stacks/terraform";
import { kept, shown, stateAfter } from "../../../support/states";

const folder = folderOfItsOwn();
let files = 0;

function fileOf(state: JsonObject): string {
  files += 1;
  const file = join(folder, `state-${files}.json`);
  writeFileSync(file, JSON.stringify(state));
  return file;
}

function readingOf(state: JsonObject): Reading {
  const [reading] = readInputs([fileOf(state)]);
  if (reading === undefined) {
    throw new Error("there is one");
  }
  return reading;
}

const KEY = "Rype6Multe2Tyttebaer9X";
const WAN = {
  address: "azurerm_virtual_wan.wan",
  mode: "managed",
  type: "azurerm_virtual_wan",
  name: "wan",
  values: { id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan", name: "wan" },
  sensitive_values: {},
};
const CONNECTION = {
  address: 'module.site["a\\"b"].azurerm_vpn_gateway_connection.this[0]',
  mode: "managed",
  type: "azurerm_vpn_gateway_connection",
  name: "this",
  index: 0,
  values: { name: "c", vpn_link: [{ name: "over-ams", shared_key: KEY, bandwidth_mbps: 100 }] },
  sensitive_values: { vpn_link: [{ shared_key: true, bandwidth_mbps: true }] },
};
const FOREIGN = { address: "random_id.x", mode: "managed", type: "random_id", name: "x", values: {} };
const STATE: JsonObject = {
  format_version: "1.0",
  values: {
    outputs: {
      network_intent: { sensitive: false, value: { protected: ["10.1.0.0/16"] } },
      other: { sensitive: true, value: KEY },
    },
    root_module: {
      resources: [WAN, FOREIGN],
      child_modules: [{ address: 'module.site["a\\"b"]', resources: [CONNECTION] }],
    },
  },
};

describe.each([
  ["as it is shown", STATE],
  ["as Terraform keeps it", kept(STATE)],
])("a state %s", (_, state) => {
  test("holds what exists, with the addresses of modules and instances", () => {
    const { kind, counts, resources, unread } = readingOf(state);
    expect({ kind, counts, unread }).toEqual({ kind: "state", counts: { total: 3, ofOurTypes: 2 }, unread: [] });
    expect(resources.map(({ address, standing, type }) => [address, standing, type])).toEqual([
      ["azurerm_virtual_wan.wan", "managed", "azurerm_virtual_wan"],
      [CONNECTION.address, "managed", "azurerm_vpn_gateway_connection"],
    ]);
  });

  test("tells the intent that was applied", () => {
    expect(readingOf(state).intent).toEqual({ protected: ["10.1.0.0/16"] });
  });

  test("loses its keys, and keeps sensitive values to judge with", () => {
    const reading = readingOf(state);
    const link = reading.resources[1]?.attributes.vpn_link;
    expect(link).toMatchObject([{ name: "over-ams", shared_key: { from: "sensitive" }, bandwidth_mbps: {} }]);
    expect(JSON.stringify(reading)).not.toContain(KEY);
    expect(saveNetwork([fileOf(state)]).text).not.toContain(KEY);
  });

  test("is what was there before, too", () => {
    const { after, before } = readBothTimes([fileOf(state)]);
    expect(before).toEqual(after);
  });
});

test("a key that only some versions of Terraform call sensitive is sensitive", () => {
  const bare = kept(shown([{ ...CONNECTION, address: "azurerm_vpn_gateway_connection.c", sensitive_values: {} }]));
  expect(readingOf(bare).resources[0]?.attributes.vpn_link).toMatchObject([{ shared_key: { from: "sensitive" } }]);
});

test("a path to a sensitive value that can't be followed makes all of the resource sensitive", () => {
  const [resource] = [...(Array.isArray(kept(shown([WAN])).resources) ? [kept(shown([WAN])).resources] : [])].flat();
  const odd = { ...kept(shown([])), resources: [withPaths(resource, [[{ type: "odd" }]])] };
  expect(readingOf(odd).resources[0]?.attributes.name).toMatchObject({ from: "sensitive" });
});

function withPaths(resource: unknown, sensitive_attributes: JsonObject[][]): JsonObject {
  const text = JSON.stringify(resource);
  const parsed: { instances: JsonObject[] } & JsonObject = JSON.parse(text);
  return { ...parsed, instances: parsed.instances.map((one) => ({ ...one, sensitive_attributes })) };
}

test("an empty state holds nothing", () => {
  expect(readingOf({ format_version: "1.0", terraform_version: "1.11.4" }).counts).toEqual({ total: 0, ofOurTypes: 0 });
  expect(readingOf(kept(shown([]))).counts).toEqual({ total: 0, ofOurTypes: 0 });
});

test.each(CASES.map((one) => [one.name, one] as const))(
  "the report on the state that %s leaves says that it judged what exists, alike in both forms, and shows no secret",
  (_, { plan, secret }) => {
    const state = stateAfter(plan);
    const [one, two] = [state, kept(state)].map((form) => {
      const { findings, notices, inputs } = checkNetwork([fileOf(form)]);
      expect(notices).toContainEqual({
        at: inputs[0]?.path,
        message: "is a state: what exists there was judged, and no change of it",
      });
      expect(inputs.map(({ kind, exists }) => [kind, exists])).toEqual([["state", true]]);
      return findings.map(({ rule, outcome, address, path, status }) => [rule, outcome, address, path, status]);
    });
    expect(one).toEqual(two);
    expect(one?.every(([, , , , status]) => status === "existing")).toBe(true);
    expect(JSON.stringify([one, two])).not.toContain(secret);
  },
);

test("a saved state is judged like the state, but for sensitive values, which are not saved", () => {
  const state = fileOf(STATE);
  const saved = join(folder, "saved.json");
  writeFileSync(saved, saveNetwork([state]).text);
  const said = (input: string) =>
    checkNetwork([input])
      .findings.filter(({ path }) => path !== "vpn_link[0].bandwidth_mbps")
      .map(({ rule, outcome, address, path, status }) => [rule, outcome, address, path, status]);
  expect(said(saved)).toEqual(said(state));
  expect(readFileSync(saved, "utf8")).not.toContain(KEY);
});
