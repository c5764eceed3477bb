import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { VariableArgument } from "../../../../../network/read/given";
import { readInputs } from "../../../../../network/read/read-inputs";
import { Secret, UnknownAttribute } from "../../../../../network/resource";
import { InputError } from "../../../../../text/complaint";

let folder = "";
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-hcl-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  process.env = { ...before };
});

function write(files: { readonly [name: string]: string }): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const SITE = `
resource "azurerm_vpn_site" "hq" {
  name          = var.name
  address_cidrs = var.cidrs
}
`;

/** What is read of the site with these files beside it. */
function site(files: { readonly [name: string]: string }, variables: readonly VariableArgument[] = []) {
  write({ "main.tf": SITE, ...files });
  const [reading] = readInputs([folder], { variables });
  const { name, address_cidrs: cidrs } = reading?.resources[0]?.attributes ?? {};
  return { name, cidrs };
}

const DECLARED = 'variable "name" {\n  type = string\n}\nvariable "cidrs" {\n  type = list(string)\n}\n';

function variable(text: string): VariableArgument {
  return { kind: "variable", text };
}

function file(name: string): VariableArgument {
  return { kind: "file", path: join(folder, name) };
}

function complaintsOf(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof InputError) {
      return error.complaints.map(({ path, message }) => `${path.replaceAll(folder, "FOLDER")}: ${message}`);
    }
    throw error;
  }
}

describe("the variables of a folder of Terraform", () => {
  test("have their defaults where nobody gives a value", () => {
    const defaults = 'variable "name" {\n  default = "hq"\n}\nvariable "cidrs" {\n  default = ["10.1.0.0/16"]\n}\n';
    expect(site({ "variables.tf": defaults })).toEqual({ name: "hq", cidrs: ["10.1.0.0/16"] });
  });

  test("without a default and a value leave open what is made of them, and name themselves, so that one variable is one thing", () => {
    const { name, cidrs } = site({ "variables.tf": DECLARED });
    expect(name).toEqual(new UnknownAttribute({ decidedBy: ["var.name"], expression: "${var.name}" }));
    expect(cidrs).toEqual(new UnknownAttribute({ decidedBy: ["var.cidrs"], expression: "${var.cidrs}" }));
  });

  test("have the value of what counts last, in Terraform's order", () => {
    const files: Record<string, string> = { "variables.tf": `${DECLARED}` };
    const named = (text: string) => `name = "${text}"\ncidrs = ["10.1.0.0/16"]\n`;
    process.env.TF_VAR_name = "environment";
    process.env.TF_VAR_cidrs = '["10.9.0.0/16"]';
    const steps: [string, () => readonly VariableArgument[]][] = [
      ["environment", () => []],
      ["terraform.tfvars", () => []],
      ["terraform.tfvars.json", () => []],
      ["a.auto.tfvars", () => []],
      ["b.auto.tfvars.json", () => []],
      ["more.tfvars", () => [file("more.tfvars")]],
      ["argument", () => [file("more.tfvars"), variable("name=argument")]],
      ["last.tfvars", () => [file("more.tfvars"), variable("name=argument"), file("last.tfvars")]],
    ];
    for (const [name, args] of steps) {
      if (name.endsWith(".json")) {
        files[name] = JSON.stringify({ name });
      } else if (name.endsWith(".tfvars")) {
        files[name] = named(name);
      }
      expect(site(files, args()).name).toBe(name);
    }
    expect(site(files).cidrs).toEqual(["10.1.0.0/16"]);
  });

  test("take text as it is where their type is simple, and as an expression else", () => {
    const args = [variable('name=["x"]'), variable('cidrs=["10.1.0.0/16", "10.2.0.0/16"]')];
    expect(site({ "variables.tf": DECLARED }, args)).toEqual({ name: '["x"]', cidrs: ["10.1.0.0/16", "10.2.0.0/16"] });
    const untyped = 'variable "name" {}\nvariable "cidrs" {\n  type = any\n}\n';
    expect(site({ "variables.tf": untyped }, args)).toEqual({ name: '["x"]', cidrs: ["10.1.0.0/16", "10.2.0.0/16"] });
  });

  test("are converted to the type that they declare", () => {
    const typed = 'variable "name" {\n  type = string\n}\nvariable "cidrs" {\n  type = set(string)\n}\n';
    const { name, cidrs } = site({ "variables.tf": typed, "terraform.tfvars": 'name = 7\ncidrs = ["b", "a", "b"]\n' });
    expect([name, [...(Array.isArray(cidrs) ? cidrs : [])]]).toEqual(["7", ["a", "b"]]);
  });

  test("that are sensitive hide their value", () => {
    const sensitive =
      'variable "name" {\n  sensitive = true\n  default = "topsecret"\n}\nvariable "cidrs" {\n  default = []\n}\n';
    expect(site({ "variables.tf": sensitive }).name).toEqual(new Secret("sensitive"));
  });

  test("are text in a file of JSON, whatever it looks like", () => {
    expect(site({ "variables.tf": DECLARED, "terraform.tfvars.json": '{"name":"${var.x}"}' }).name).toBe("${var.x}");
  });

  test("can't refer to anything in a file, so what does so is open", () => {
    const { name } = site({ "variables.tf": DECLARED, "terraform.tfvars": "name = var.cidrs\n" });
    expect(name).toBeInstanceOf(UnknownAttribute);
  });

  test("that nobody declares, and files that can't be read, are complaints, all at once", () => {
    write({ "main.tf": SITE, "variables.tf": DECLARED, "bad.tfvars": "name = \n= 3", "list.tfvars.json": "[]" });
    const stray = [variable("nmae=x"), variable("name=hq"), variable("name")];
    expect(complaintsOf(() => readInputs([folder], { variables: stray }))).toEqual([
      "--var nmae: is no variable of any folder that is read",
      "--var: has to be name=value",
    ]);
    const variables = [variable("name"), file("bad.tfvars"), file("no.tfvars"), file("list.tfvars.json")];
    expect(complaintsOf(() => readInputs([folder], { variables }))).toEqual([
      "FOLDER/bad.tfvars: can't be read as HCL, from line 1 on",
      "FOLDER/no.tfvars: does not exist",
      "FOLDER/list.tfvars.json: is no JSON object of variables",
      "--var: has to be name=value",
    ]);
  });

  test("of what is synthesized stay open, whatever their defaults say", () => {
    write({
      "cdk.tf.json": JSON.stringify({
        resource: { azurerm_vpn_site: { hq: { name: "${var.name}" } } },
        variable: { name: { default: "hq" } },
      }),
    });
    const [reading] = readInputs([folder]);
    expect(reading?.resources[0]?.attributes.name).toBeInstanceOf(UnknownAttribute);
  });
});
