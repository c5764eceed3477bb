import { nameInId, parseArmId, splitChildId } from "../../network/arm-id";

const HUB = "/subscriptions/s/resourceGroups/RG-Net/providers/Microsoft.Network/virtualHubs/Weu";

test("an id tells the resource group and what holds what", () => {
  expect(parseArmId(`${HUB}/hubRouteTables/default/`)).toEqual({
    resourceGroup: "RG-Net",
    segments: [
      { type: "virtualHubs", name: "Weu" },
      { type: "hubRouteTables", name: "default" },
    ],
  });
});

test.each([
  "",
  "weu",
  "/subscriptions/s",
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs",
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs//x",
])("%j is no id of a resource", (text) => {
  expect(parseArmId(text)).toBeUndefined();
});

test("a name is told for its own type only, in whatever case", () => {
  expect([nameInId(HUB, "VIRTUALHUBS"), nameInId(HUB, "virtualWans"), nameInId("weu", "virtualHubs")]).toEqual([
    "Weu",
    undefined,
    undefined,
  ]);
});

test("a child id splits into what holds it and its name", () => {
  const split = { parent: HUB, name: "in" };
  expect(splitChildId(`${HUB}/routeMaps/in`, "routeMaps")).toEqual(split);
  expect(splitChildId(`${HUB}/routemaps/in/`, "routeMaps")).toEqual(split);
  expect(splitChildId(`${HUB}/routeMaps/in`, "hubRouteTables")).toBeUndefined();
  expect(splitChildId(HUB, "virtualHubs")).toBeUndefined();
});
