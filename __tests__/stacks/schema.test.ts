import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { parse } from "yaml";
import { networkJsonSchema } from "../../stacks/schema/json-schema";

const ROOT = join(__dirname, "..", "..");
const file = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("schema/network.schema.json is what the definition makes (npm run schemas writes it)", () => {
  expect(file("schema/network.schema.json")).toBe(`${JSON.stringify(networkJsonSchema(), null, 2)}\n`);
});

describe("an editor that knows the schema", () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(networkJsonSchema());
  const complaintsOn = (value: unknown) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  test.each([
    "examples/encrypted/network.yaml",
    "examples/fail-closed/network.yaml",
    "examples/two-regions/network.yaml",
    "examples/brownfield/network.yaml",
    "__tests__/stacks/every-setting.yaml",
  ])("takes %s", (path) => {
    expect(complaintsOn(parse(file(path), { merge: true }))).toEqual([]);
  });

  test("complains about an unknown key and a value out of range", () => {
    const hub = { addressPrefix: "10.100.0.0/23", minimumCapacity: 1, capacity: 2 };
    const complaints = complaintsOn({ version: 1, name: "n", hubs: { westeurope: hub } });
    expect(complaints).toContain("/hubs/westeurope/minimumCapacity must be >= 2");
    expect(complaints).toContain("/hubs/westeurope must NOT have additional properties");
  });
});
