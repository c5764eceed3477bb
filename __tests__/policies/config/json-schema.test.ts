import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { parse } from "yaml";
import { configJsonSchema } from "../../../policies/config/json-schema";

const ROOT = join(__dirname, "..", "..", "..");
const file = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("schema/wanproof.schema.json is what the definition makes (npm run schemas writes it)", () => {
  expect(file("schema/wanproof.schema.json")).toBe(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
});

describe("an editor that knows the schema", () => {
  const validate = new Ajv({ strict: false, allErrors: true, formats: { date: true } }).compile(configJsonSchema());
  const complaintsOn = (value: unknown) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).sort();
  };

  test("takes the example of the documentation", () => {
    const [, example = ""] = /```yaml\n(version: 1[\s\S]*?)```/.exec(file("docs/suppressions.md")) ?? [];
    expect(Object.keys(parse(example))).toEqual(["version", "levels", "failOn", "ignoredPaths", "suppressions"]);
    expect(complaintsOn(parse(example))).toEqual([]);
  });

  test("complains about what is missing, unknown or no rule", () => {
    const suppression = { rule: "bgp-*", address: "x", expires: "2027-02-30", why: "x" };
    expect(complaintsOn({ levels: { monitored: "off", nothing: "note" }, suppressions: [suppression] })).toEqual([
      " must have required property 'version'",
      "/levels must be equal to one of the allowed values",
      "/levels must be null",
      "/levels must match a schema in anyOf",
      "/levels property name must be valid",
      "/levels/monitored must be equal to one of the allowed values",
      "/suppressions must be null",
      "/suppressions must match a schema in anyOf",
      "/suppressions/0 must NOT have additional properties",
      "/suppressions/0 must have required property 'reason'",
      expect.stringMatching(/^\/suppressions\/0\/expires must match pattern/),
      "/suppressions/0/rule must be equal to one of the allowed values",
    ]);
  });
});
