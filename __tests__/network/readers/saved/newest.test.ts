import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readInputs } from "../../../../network/read/read-inputs";
import { saveNetwork } from "../../../../network/read/save-network";
import { checkNetwork } from "../../../../policies/gate";
import { folderOfItsOwn } from "../../../stacks/terraform";
import { complaintsOf } from "../../../support/complaints";
import { shown } from "../../../support/states";

const folder = folderOfItsOwn();

function saved(file: string, wan: string, as?: { name: string; at: string | undefined }): string {
  const state = join(folder, "state.json");
  const values = { name: wan, type: "Standard" };
  const resource = { address: "azurerm_virtual_wan.wan", mode: "managed", type: "azurerm_virtual_wan", name: "wan" };
  writeFileSync(state, JSON.stringify(shown([{ ...resource, values }])));
  const path = join(folder, file);
  writeFileSync(path, saveNetwork([state], {}, as).text);
  return path;
}

function wansOf(inputs: readonly string[]): readonly unknown[] {
  return readInputs(inputs).map(({ resources }) => resources[0]?.attributes.name);
}

const NIGHT = "2026-11-28T01:00:00.000Z";
const DAY = "2026-11-28T09:30:00.500Z";

test("of several saved networks of one name the newest counts, in whatever order, and the report says so", () => {
  const [night, day] = [
    saved("night.json", "old", { name: "weu", at: NIGHT }),
    saved("day.json", "new", { name: "weu", at: DAY }),
  ];
  const other = saved("other.json", "other", { name: "neu", at: NIGHT });
  expect(wansOf([night, day, other])).toEqual(["new", "other"]);
  expect(wansOf([other, day, night])).toEqual(["other", "new"]);
  const { notices, inputs } = checkNetwork([night, day]);
  expect(inputs.map(({ savedAs }) => savedAs)).toEqual([{ name: "weu", at: DAY }]);
  expect(notices).toContainEqual({
    at: night,
    message: `is not judged: network "weu" was saved ${NIGHT} in it, and again ${DAY}`,
  });
});

test("what is left out gives no other input a longer name", () => {
  const night = saved("night.json", "old", { name: "weu", at: NIGHT });
  const day = saved("day.json", "new", { name: "weu", at: DAY });
  expect(readInputs([night, day]).map(({ path }) => path)).toEqual([join(folder, "state.json")]);
});

test("saved networks without a name are all judged", () => {
  expect(wansOf([saved("one.json", "one"), saved("two.json", "two")])).toEqual(["one", "two"]);
});

test("a saved network that is saved again keeps its name and time, unless it is given another", () => {
  const night = saved("night.json", "old", { name: "weu", at: NIGHT });
  const again = join(folder, "again.json");
  writeFileSync(again, saveNetwork([night]).text);
  expect(readInputs([again]).map(({ savedAs }) => savedAs)).toEqual([{ name: "weu", at: NIGHT }]);
  writeFileSync(again, saveNetwork([night], {}, { name: "all", at: DAY }).text);
  expect(readInputs([again]).map(({ savedAs }) => savedAs)).toEqual([{ name: "all", at: DAY }]);
});

test.each([
  ["at the same time", NIGHT, NIGHT, "were saved at the same time"],
  ["one at no known time", NIGHT, undefined, "don't all tell when they were saved"],
])("without an order they are refused: saved %s", (_, one, two, why) => {
  const files = [
    saved("one.json", "one", { name: "weu", at: one }),
    saved("two.json", "two", { name: "weu", at: two }),
  ];
  const [first, second] = files;
  expect(complaintsOf(() => readInputs(files))).toEqual([
    `${first}: holds the network "weu", and so do others (${first}, ${second}) that ${why}; name one of them`,
  ]);
});

test.each([
  [{ name: "weu", at: "yesterday" }, "inputs[0].as.at is no time such as 2026-11-28T05:46:05.123Z"],
  [{ name: "", at: NIGHT }, "inputs[0].as.name is empty"],
])("a wrong name or time is refused: %j", (as, fault) => {
  const file = saved("wrong.json", "one", as);
  expect(complaintsOf(() => readInputs([file]))).toEqual([
    `${file}: is no sound saved network: ${fault}; save it again`,
  ]);
});
