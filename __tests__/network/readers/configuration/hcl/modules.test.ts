import { join, relative } from "node:path";
import { readInputs } from "../../../../../network/read/read-inputs";
import { inFolder, outcome } from "../../../read/files";

const VPN = `
variable "cidrs" { type = map(list(string)) }
variable "hub_id" { type = string }
resource "azurerm_vpn_site" "this" {
  for_each      = var.cidrs
  name          = each.key
  address_cidrs = each.value
}
resource "azurerm_vpn_gateway" "this" {
  virtual_hub_id = var.hub_id
}
output "site_ids" {
  value = { for key, site in azurerm_vpn_site.this : key => site.id }
}
`;

const ROOT = `
resource "azurerm_virtual_hub" "hub" {
  for_each       = toset(["weu", "neu"])
  name           = each.key
  address_prefix = "10.100.0.0/23"
}
module "vpn" {
  source   = "./vpn"
  for_each = azurerm_virtual_hub.hub
  hub_id   = each.value.id
  cidrs    = { hq = ["10.1.0.0/16"] }
}
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = module.vpn["weu"].site_ids["hq"]
}
`;

type Files = Readonly<Record<string, string | object>>;

/** The resources of `infra`: their addresses with an attribute each, and what isn't read of it. */
function read(files: Files, attribute = "name") {
  return inFolder(files, (folder) => {
    const [reading] = readInputs([join(folder, "infra")]);
    const here = relative(process.cwd(), folder).replaceAll("\\", "/");
    return {
      values: Object.fromEntries(
        (reading?.resources ?? []).map(({ address, attributes }) => [address, attributes[attribute]]),
      ),
      lines: Object.fromEntries(
        (reading?.resources ?? []).map((resource) => {
          const line = resource.lines?.lineOf(resource, attribute);
          return [
            resource.address,
            line === undefined ? undefined : `${line.file.replace(`${here}/`, "")}:${line.line}`,
          ];
        }),
      ),
      unread: (reading?.unread ?? []).map(({ address, reason }) => `${address} ${reason}`),
    };
  });
}

describe("the modules of a folder of Terraform", () => {
  const files = { "infra/main.tf": ROOT, "infra/vpn/main.tf": VPN };

  test("are read, an instance each, with what they are given", () => {
    expect(read(files, "address_cidrs").values).toEqual({
      'azurerm_virtual_hub.hub["neu"]': undefined,
      'azurerm_virtual_hub.hub["weu"]': undefined,
      "azurerm_vpn_gateway_connection.hq": undefined,
      'module.vpn["neu"].azurerm_vpn_gateway.this': undefined,
      'module.vpn["neu"].azurerm_vpn_site.this["hq"]': ["10.1.0.0/16"],
      'module.vpn["weu"].azurerm_vpn_gateway.this': undefined,
      'module.vpn["weu"].azurerm_vpn_site.this["hq"]': ["10.1.0.0/16"],
    });
  });

  test("give their outputs, so that references lead into them and out of them", () => {
    expect(read(files, "remote_vpn_site_id").values["azurerm_vpn_gateway_connection.hq"]).toMatchObject({
      address: 'module.vpn["weu"].azurerm_vpn_site.this["hq"]',
      path: ["id"],
    });
    expect(read(files, "virtual_hub_id").values['module.vpn["neu"].azurerm_vpn_gateway.this']).toMatchObject({
      address: 'azurerm_virtual_hub.hub["neu"]',
      path: ["id"],
    });
  });

  test("have their own lines, and those of a registry that of the call", () => {
    expect(read(files, "address_cidrs").lines['module.vpn["weu"].azurerm_vpn_site.this["hq"]']).toBe(
      "infra/vpn/main.tf:7",
    );
    const registry = {
      "infra/main.tf": ROOT.replace('"./vpn"', '"registry.example/vpn/azurerm"'),
      "infra/.terraform/modules/vpn/main.tf": VPN,
      "infra/.terraform/modules/modules.json": { Modules: [{ Key: "vpn", Dir: ".terraform/modules/vpn" }] },
    };
    expect(read(registry, "address_cidrs").lines['module.vpn["weu"].azurerm_vpn_site.this["hq"]']).toBe(
      "infra/main.tf:7",
    );
  });

  test("that aren't there are named, and leave the verdict open", () => {
    const { values, unread } = read({ "infra/main.tf": ROOT.replace('"./vpn"', '"Azure/vpn/azurerm"') });
    expect(unread).toEqual([
      "module.vpn is a module that isn't in the folder: terraform init fetches it; or check the plan",
    ]);
    expect(Object.keys(values)).toHaveLength(3);
  });

  test("that can't be read are named with the reason", () => {
    expect(read({ ...files, "infra/vpn/main.tf": "resource {" }).unread).toEqual([
      "module.vpn can't be read: main.tf can't be read as HCL, from line 1 on; or check the plan",
    ]);
    expect(read({ ...files, "infra/vpn/main_override.tf": "" }).unread).toEqual([
      "module.vpn can't be read: main_override.tf is an override file, which isn't read; or check the plan",
    ]);
    expect(read({ ...files, "infra/vpn/more.tf": 'output "site_ids" {\n  value = 1\n}\n' }).unread).toEqual([
      "module.vpn can't be read: declares something twice; or check the plan",
    ]);
  });

  test("are there once, and repeated, where nothing tells how often", () => {
    const open = ROOT.replace("azurerm_virtual_hub.hub\n  hub_id", "var.regions\n  hub_id");
    const { values, unread } = read({ ...files, "infra/main.tf": open });
    expect(Object.keys(values)).toContain("module.vpn.azurerm_vpn_gateway.this");
    const why = "is repeated as often as a value says that is unknown before the plan";
    expect(unread).toEqual([
      `module.vpn.azurerm_vpn_gateway.this ${why}`,
      `module.vpn.azurerm_vpn_site.this["hq"] ${why}`,
    ]);
  });

  test("are not there where their count is 0", () => {
    const none = ROOT.replace(
      "for_each = azurerm_virtual_hub.hub\n  hub_id   = each.value.id",
      'count = 0\n  hub_id = "x"',
    );
    expect(Object.keys(read({ ...files, "infra/main.tf": none }).values)).toHaveLength(3);
  });

  test("that call themselves end", () => {
    const itself = `${VPN}\nmodule "again" {\n  source = "../vpn"\n  cidrs = {}\n  hub_id = var.hub_id\n}\n`;
    const { unread } = read({ ...files, "infra/vpn/main.tf": itself });
    expect(unread.every((line) => line.endsWith("is nested too deeply: does the module call itself?"))).toBe(true);
    expect(unread).toHaveLength(2);
  });

  test("tell what they forget in Azure", () => {
    const removed = `${VPN}\nremoved {\n  from = azurerm_vpn_gateway_connection.old\n  lifecycle {\n    destroy = false\n  }\n}\n`;
    expect(read({ ...files, "infra/vpn/main.tf": removed }).unread).toEqual(
      ["neu", "weu"].map(
        (key) =>
          `module.vpn["${key}"].azurerm_vpn_gateway_connection.old leaves Terraform and stays in Azure, and configuration doesn't hold what it is: check the plan`,
      ),
    );
  });
});

describe("a folder", () => {
  test("without Terraform lists the roots below it, and not the modules that those call", () => {
    const files = {
      "live/weu/main.tf": 'module "vpn" {\n  source = "../../modules/vpn"\n}\n',
      "live/neu/main.tf.json": { module: { vpn: { source: "../../modules/vpn" } } },
      "modules/vpn/main.tf": "",
      "live/weu/.terraform/modules/x/main.tf": "",
    };
    expect(inFolder(files, (folder) => outcome(folder, ["."]))).toEqual([
      "FOLDER: holds no Terraform itself; name one or more of the folders below it: FOLDER/live/neu, FOLDER/live/weu",
    ]);
  });

  test("of OpenTofu is read as OpenTofu reads it: its own files in place of Terraform's", () => {
    const files = {
      "infra/main.tf": 'resource "azurerm_virtual_wan" "wan" {\n  name = "terraform"\n}\n',
      "infra/main.tofu": 'resource "azurerm_virtual_wan" "wan" {\n  name = "tofu"\n}\n',
    };
    expect(read(files).values).toEqual({ "azurerm_virtual_wan.wan": "tofu" });
  });

  test("that was synthesized has its local modules too, and open variables", () => {
    const stack = {
      variable: { name: { default: "a" } },
      module: { wan: { source: "./wan", name: "b" }, open: { source: "./wan", name: "${var.name}" } },
    };
    const wan = 'variable "name" {}\nresource "azurerm_virtual_wan" "wan" {\n  name = var.name\n}\n';
    const { values, unread } = read({ "infra/cdk.tf.json": stack, "infra/wan/main.tf": wan });
    expect([values["module.wan.azurerm_virtual_wan.wan"], unread]).toEqual(["b", []]);
    expect(values["module.open.azurerm_virtual_wan.wan"]).toMatchObject({ unknown: { decidedBy: ["var.name"] } });
  });

  test("with HCL and JSON is one module", () => {
    const files = {
      "infra/main.tf": 'resource "azurerm_virtual_wan" "wan" {\n  name = local.name\n}\n',
      "infra/locals.tf.json": { locals: { name: "wan" } },
    };
    expect(read(files).values).toEqual({ "azurerm_virtual_wan.wan": "wan" });
  });

  test("with an override file, or one that can't be read, is refused", () => {
    const files = { "a/main.tf": "", "a/override.tf": "", "b/main.tf": "locals {\n  x = \n}\n" };
    expect(inFolder(files, (folder) => outcome(folder, ["a", "b"]))).toEqual([
      "FOLDER/a: override.tf is an override file, which isn't read",
      "FOLDER/b: main.tf can't be read as HCL, from line 2 on",
    ]);
  });

  test("reads files with functions inside its repository, and none outside", () => {
    const files = {
      "top/.git/HEAD": "",
      "top/infra/main.tf":
        'resource "azurerm_virtual_wan" "in" {\n  name = yamldecode(file("${path.module}/../net.yaml")).name\n}\nresource "azurerm_virtual_wan" "out" {\n  name = file("${path.module}/../../secret.txt")\n}\n',
      "top/net.yaml": "name: wan\n",
      "secret.txt": "hunter2",
    };
    const values = inFolder(files, (folder) =>
      readInputs([join(folder, "top/infra")])[0]?.resources.map(({ attributes: { name } }) => name),
    );
    expect(values?.[0]).toBe("wan");
    expect(JSON.stringify(values?.[1])).not.toContain("hunter2");
  });
});
