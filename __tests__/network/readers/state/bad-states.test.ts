import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readInputs } from "../../../../network/read/read-inputs";
import { checkNetwork } from "../../../../policies/gate";
import type { Json, JsonObject } from "../../../../text/json";
import { folderOfItsOwn } from "../../../stacks/terraform";
import { complaintsOf } from "../../../support/complaints";
import { kept, shown } from "../../../support/states";

const folder = folderOfItsOwn();
const file = join(folder, "state.json");

function saidOf(content: JsonObject | string): readonly string[] {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return complaintsOf(() => readInputs([file])).map((text) => text.replace(/^.*?state\.json(?::1)?: /, ""));
}

function unreadOf(content: JsonObject): readonly string[] {
  writeFileSync(file, JSON.stringify(content));
  const { verdict, unread } = checkNetwork([file]);
  expect(unread.length > 0 ? "undecided" : verdict).toBe(verdict);
  return unread.map(({ address, reason }) => `${address} ${reason}`);
}

const WAN = { mode: "managed", type: "azurerm_virtual_wan", name: "wan", values: { name: "wan" } };
const NAMED = { address: "azurerm_virtual_wan.wan", ...WAN };
const AGAIN = "write it again: terraform show -json > state.json";

test.each<[string, JsonObject | string, string]>([
  [
    "a state that is cut off",
    JSON.stringify(shown([NAMED])).slice(0, -20),
    "is cut off: the JSON ends early, at line 1, column 209; write the file again",
  ],
  [
    "a state that Terraform keeps, cut off",
    JSON.stringify(kept(shown([NAMED]))).slice(0, -20),
    "is cut off: the JSON ends early, at line 1, column 369; write the file again",
  ],
  [
    "a state without its resources",
    { format_version: "1.0", values: {} },
    `is a Terraform state without its resources; ${AGAIN}`,
  ],
  [
    "values of a wrong type",
    { format_version: "1.0", values: [] },
    `is a Terraform state without its resources; ${AGAIN}`,
  ],
  [
    "a format that isn't known",
    { format_version: "2.0", values: { root_module: {} } },
    "has a state format that isn't known; only 1.x can be read: terraform show -json > state.json",
  ],
  [
    "a state of an old Terraform",
    { version: 3, terraform_version: "0.11.14", serial: 1, lineage: "x", modules: [] },
    "is a Terraform state of another version than 4; write it anew: terraform show -json > state.json",
  ],
  [
    "kept resources of a wrong type",
    { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", resources: {} },
    `is a Terraform state without its resources; ${AGAIN}`,
  ],
])("%s is refused", (_, content, message) => {
  expect(saidOf(content)).toEqual([message]);
});

describe("what a state doesn't tell is undecided, and named:", () => {
  test.each<[string, Json, string]>([
    ["an entry that is no resource", "azurerm_virtual_wan.wan", "root_module.resources[0] is no resource"],
    ["a resource without address", WAN, "root_module.resources[0] doesn't tell its address, mode, type and name"],
    [
      "a resource of no mode",
      { ...NAMED, mode: "other" },
      "azurerm_virtual_wan.wan doesn't tell its address, mode, type and name",
    ],
    ["a resource without values", { ...NAMED, values: null }, "azurerm_virtual_wan.wan doesn't tell what it is"],
    [
      "what a replacement left behind",
      { ...NAMED, deposed_key: "0123abcd" },
      "azurerm_virtual_wan.wan was to be replaced, and the object of before still exists",
    ],
  ])("%s", (_, resource, said) => {
    expect(unreadOf(shown([resource]))).toEqual([said]);
  });

  test("the same address twice", () => {
    expect(unreadOf(shown([NAMED, NAMED]))).toEqual(["azurerm_virtual_wan.wan is in the state twice"]);
  });

  test("lists that are none", () => {
    const state = { format_version: "1.0", values: { root_module: { resources: {}, child_modules: [3] } } };
    expect(unreadOf(state)).toEqual([
      "root_module.resources is no list, so it doesn't tell what exists",
      "root_module.child_modules[0] is no module",
    ]);
  });

  test.each<[string, JsonObject, string]>([
    [
      "instances that are no list",
      { instances: {} },
      "root_module.resources[0] doesn't tell its address, mode, type and name",
    ],
    [
      "an instance that is none",
      { instances: [3] },
      "root_module.resources[0] doesn't tell its address, mode, type and name",
    ],
    [
      "attributes in the form of Terraform 0.11",
      { instances: [{ attributes_flat: { name: "wan" } }] },
      "azurerm_virtual_wan.wan doesn't tell what it is",
    ],
    [
      "an object that was deposed",
      { instances: [{ deposed: "0123abcd", attributes: {} }] },
      "azurerm_virtual_wan.wan was to be replaced, and the object of before still exists",
    ],
  ])("%s", (_, rest, said) => {
    const { mode, type, name } = WAN;
    expect(unreadOf({ ...kept(shown([])), resources: [{ mode, type, name, ...rest }] })).toEqual([said]);
  });
});

test("hostile names steer nothing", () => {
  const address = 'azurerm_virtual_wan.wan["\u001b[2J::error::x"]';
  const names = JSON.parse('{"__proto__": {"x": 1}, "constructor": {"prototype": 1}, "name": "wan"}');
  const state = shown([
    { ...NAMED, address, values: names },
    { ...NAMED, address: "__proto__", deposed_key: "x" },
  ]);
  expect(unreadOf(state)).toEqual(["__proto__ was to be replaced, and the object of before still exists"]);
  expect(unreadOf(kept(state))).toEqual(["azurerm_virtual_wan.wan is in the state twice"]);
});
