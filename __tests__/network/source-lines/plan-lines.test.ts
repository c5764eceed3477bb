import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { readInputs } from "../../../network/read/read-inputs";
import { InputError } from "../../../text/complaint";
import { HQ, plan, SITE } from "./planned-site";

describe("a resource of a plan is found in the files that the plan was made of", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wanproof-hcl-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  /** `main.tf:3`, for a path in the first resource of a plan. */
  function line(path: string, { plans = ["plan.json"], dirs = [], which = 0 }: Asked = {}): string | undefined {
    const readings = readInputs(
      plans.map((name) => join(folder, name)),
      { terraformDirs: dirs.map((dir) => dir.replaceAll("@", folder)) },
    );
    const resource = readings[which]?.resources[0];
    const source = resource?.lines?.lineOf(resource, path);
    const here = relative(process.cwd(), folder).replaceAll("\\", "/");
    return source === undefined ? undefined : `${source.file.replace(`${here}/`, "")}:${source.line}`;
  }

  interface Asked {
    readonly plans?: readonly string[];
    readonly dirs?: readonly string[];
    readonly which?: number;
  }

  test("by attribute, by block, and by the nearest block where an attribute isn't written", () => {
    write({ "plan.json": plan([SITE]), "main.tf": HQ });
    const paths = [
      "",
      "name",
      "link[0].bgp[0].asn",
      "link[1]",
      "link[1].bgp[0].asn",
      "link[1].ip_address",
      "link",
      "tags.a",
    ];
    expect(paths.map((path) => line(path))).toEqual([
      "main.tf:2",
      "main.tf:3",
      "main.tf:6",
      "main.tf:8",
      "main.tf:11",
      "main.tf:8",
      "main.tf:4",
      "main.tf:2",
    ]);
  });

  test("in an override file, which goes before the others", () => {
    write({
      "plan.json": plan([SITE]),
      "a_override.tf": 'resource "azurerm_vpn_site" "hq" {\n\n  name = "hq"\n}\n',
      "main.tf": HQ,
    });
    expect([line(""), line("name"), line("link[0].name")]).toEqual(["main.tf:2", "a_override.tf:3", "main.tf:5"]);
  });

  test("blocks of an override file take the place of all of their name", () => {
    write({
      "plan.json": plan([SITE]),
      "main.tf": HQ,
      "override.tf.json": '{"resource":{"azurerm_vpn_site":{"hq":{\n"link":[{"name":"a"},\n{"name":"b"}]}}}}',
    });
    expect([line("link[1].name"), line("link[1].bgp[0].asn")]).toEqual(["override.tf.json:3", "override.tf.json:3"]);
  });

  test("in JSON", () => {
    write({
      "plan.json": plan([SITE]),
      "main.tf.json":
        '{"resource":{\n"azurerm_vpn_site":{\n"hq":{"name":"hq",\n"link":[{"name":"a"},\n{"name":"b"}]}}}}',
    });
    expect([line(""), line("link[0].name"), line("link[1].name")]).toEqual([
      "main.tf.json:3",
      "main.tf.json:4",
      "main.tf.json:5",
    ]);
  });

  test("in modules, to any depth and behind any key", () => {
    const inner = { source: "../inner", module: {} };
    write({
      "plan.json": plan([{ ...SITE, module: 'module.outer["a.b/c"].module.inner[0]', key: "x.y" }], {
        outer: { source: "./modules/outer", module: { module_calls: { inner } } },
      }),
      "main.tf": 'module "outer" {\n  source = "./modules/outer"\n}\n',
      "modules/outer/main.tf": 'module "inner" {\n  source = "../inner"\n}\n',
      "modules/inner/site.tf": HQ,
    });
    expect(line("link[1].bgp[0].asn")).toBe("modules/inner/site.tf:11");
  });

  test.each([
    ["a registry", "Azure/avm-ptn-virtualwan/azurerm"],
    ["a repository", "git::https://example.com/network.git//modules/site"],
  ])("at the module block, where the module comes from %s", (_what, source) => {
    const inner = { source: "./inner", module: {} };
    write({
      "plan.json": plan([{ ...SITE, module: "module.site.module.inner" }], {
        site: { source, module: { module_calls: { inner } } },
      }),
      "main.tf": `# remote\nmodule "site" {\n  source = "${source}"\n}\n`,
      ".terraform/modules/site/inner/main.tf": HQ,
      "inner/main.tf": HQ,
    });
    expect(line("link[1].bgp[0].asn")).toBe("main.tf:2");
  });

  test("blocks of a set by their values, because a plan has them in another order", () => {
    const routes = ["b", "a", "c"].map((name) => ({ name, destinations: [], next_hop: "id" }));
    const table = { type: "azurerm_virtual_hub_route_table", name: "t", values: { name: "t", route: routes } };
    const written = ["a", "b", "c"].map((name) => `  route {\n    name = "${name}"\n  }\n`).join("");
    write({
      "plan.json": plan([table]),
      "main.tf": `resource "azurerm_virtual_hub_route_table" "t" {\n${written}}\n`,
    });
    expect([0, 1, 2].map((index) => line(`route[${index}].name`))).toEqual(["main.tf:6", "main.tf:3", "main.tf:9"]);
  });

  test("a set's blocks that can't be told apart are at the resource", () => {
    const routes = ["b", "a"].map((name) => ({ name, destinations: [], next_hop: "id" }));
    const table = { type: "azurerm_virtual_hub_route_table", name: "t", values: { route: routes } };
    write({
      "plan.json": plan([table]),
      "main.tf":
        'resource "azurerm_virtual_hub_route_table" "t" {\n  route { name = var.a }\n  route { name = var.b }\n}\n',
    });
    expect(line("route[0].name")).toBe("main.tf:1");
  });

  test("links of a dynamic block at what it repeats, and written ones beside it by their values", () => {
    const text = `resource "azurerm_vpn_site" "hq" {
  dynamic "link" {
    for_each = var.links
    content {
      name = link.value
      bgp { asn = 65010 }
    }
  }
  link {
    name = "b"
  }
}
`;
    write({ "plan.json": plan([SITE]), "main.tf": text });
    expect(["link[0]", "link[0].name", "link[0].bgp[0].asn", "link[1].name"].map((path) => line(path))).toEqual([
      "main.tf:2",
      "main.tf:5",
      "main.tf:6",
      "main.tf:10",
    ]);
  });

  test("a file that can't be scanned, a folder and an unfinished editor's file are passed over", () => {
    write({
      "plan.json": plan([SITE]),
      "broken.tf": 'resource "azurerm_vpn_site" "hq" {\n',
      "broken.tf.json": "{",
      "folder.tf/main.tf": HQ,
      ".#main.tf": HQ,
      "main.tf": HQ,
    });
    expect(line("")).toBe("main.tf:2");
  });

  test("a folder that doesn't declare what the plan has is another configuration's", () => {
    write({
      "plan.json": plan([SITE, { type: "azurerm_virtual_hub", name: "weu", values: {} }]),
      "main.tf": HQ,
    });
    expect(line("")).toBeUndefined();
  });

  test("in the folder that is named, whatever it declares", () => {
    write({
      "plans/plan.json": plan([SITE, { type: "azurerm_virtual_hub", name: "weu", values: {} }]),
      "infra/main.tf": HQ,
    });
    const plans = ["plans/plan.json"];
    expect([line("", { plans }), line("", { plans, dirs: ["@/infra"] })]).toEqual([undefined, "infra/main.tf:2"]);
  });

  test("each plan in the folder that is named for it", () => {
    write({
      "weu=1.json": plan([SITE]),
      "neu.json": plan([SITE]),
      "weu/main.tf": HQ,
      "neu/main.tf": `\n${HQ}`,
    });
    const plans = ["weu=1.json", "neu.json"];
    const dirs = ["@/weu=1.json=@/weu", "@/neu"];
    expect([line("", { plans, dirs }), line("", { plans, dirs, which: 1 })]).toEqual([
      "weu/main.tf:2",
      "neu/main.tf:3",
    ]);
  });

  test("an OpenTofu plan in *.tofu files, and one of Terraform not", () => {
    write({
      "tofu.json": plan([SITE], {}, "registry.opentofu.org"),
      "terraform.json": plan([SITE]),
      "main.tf": HQ,
      "main.tofu": `\n\n${HQ}`,
    });
    expect([line("", { plans: ["tofu.json"] }), line("", { plans: ["terraform.json"] })]).toEqual([
      "main.tofu:4",
      "main.tf:2",
    ]);
  });

  test("wanproof.sources.json goes before it", () => {
    write({
      "plan.json": plan([SITE]),
      "main.tf": HQ,
      "wanproof.sources.json": '{"resources":{"azurerm_vpn_site.hq":{"file":"network.yaml","line":7}}}',
    });
    expect(readInputs([join(folder, "plan.json")])[0]?.resources[0]?.source).toEqual({ file: "network.yaml", line: 7 });
  });

  test("a folder that isn't there, one without Terraform, and a second for the same plan are complaints", () => {
    write({ "plan.json": plan([SITE]), "empty/readme.md": "" });
    const dirs = ["nowhere", "empty", "."].map((name) => join(folder, name));
    expect(complaintsOf(() => readInputs([join(folder, "plan.json")], { terraformDirs: dirs }))).toEqual([
      {
        path: dirs[0],
        message: "is no folder: name the one that the plan was made in, or PLAN=FOLDER for one of several plans",
      },
      { path: dirs[1], message: "is named beside another folder for the same plan" },
      { path: dirs[2], message: "is named beside another folder for the same plan" },
    ]);
    expect(complaintsOf(() => readInputs([join(folder, "plan.json")], { terraformDirs: dirs.slice(1, 2) }))).toEqual([
      {
        path: dirs[1],
        message: "holds no *.tf or *.tf.json file: name the folder that the plan was made in",
      },
    ]);
  });
});

function complaintsOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof InputError ? error.complaints : error;
  }
}
