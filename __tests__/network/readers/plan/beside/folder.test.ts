import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textReport } from "../../../../../policies/report/text";
import { InputError } from "../../../../../text/complaint";
import { Fabrikam, gravest } from "./fabrikam";

let fabrikam = new Fabrikam();

beforeEach(() => {
  fabrikam = new Fabrikam();
});

afterEach(() => {
  fabrikam.remove();
});

/** What is said of the folder, with its place cut off. */
function folderRead(report = fabrikam.report()) {
  const { folder } = report.inputs[0] ?? {};
  return folder === undefined ? undefined : { ...folder, path: folder.path.replace(fabrikam.top, "") };
}

const READ = { path: "/infra", isRead: true, notes: [] };

describe("a plan of locals, for expressions and dynamic blocks", () => {
  it("is decided with the folder that it lies in", () => {
    const report = fabrikam.report();
    expect([report.verdict, gravest(report), folderRead(report)]).toEqual(["pass", [], READ]);
  });

  it("is decided with the folder that is named", () => {
    const report = fabrikam.reportAlone([fabrikam.folder]);
    expect([report.verdict, folderRead(report)]).toEqual(["pass", READ]);
  });

  it("is undecided without, and no violation", () => {
    const report = fabrikam.reportAlone();
    expect([report.verdict, report.inputs[0]?.folder]).toEqual(["undecided", undefined]);
    expect(gravest(report).filter((finding) => !finding.startsWith("undecided"))).toEqual([]);
    expect(gravest(report)).not.toEqual([]);
    const plan = join(fabrikam.top, "plan.json");
    const undecided = report.findings.filter(({ level, outcome }) => level === "error" && outcome === "undecided");
    expect(new Set(undecided.map(({ remedy }) => remedy))).toEqual(
      new Set([`Run this in the folder that made ${plan}, or name it with --terraform-dir.`]),
    );
  });

  it("is violated where the files join what doesn't belong together", () => {
    fabrikam.change(
      "vpn/main.tf",
      "local.link_ids[each.value.site][vpn_link.value.name]",
      "values(local.link_ids[each.value.site])[0]",
    );
    const report = fabrikam.report();
    expect([report.verdict, folderRead(report)]).toEqual(["fail", READ]);
    expect(gravest(report)).toContain(
      'violation links-match-site module.vpn["weu"].azurerm_vpn_gateway_connection.con["weu/hq"] vpn_link[1].vpn_site_link_id',
    );
  });

  it("names the folder in the report for people", () => {
    expect(textReport(fabrikam.report())).toContain(
      `    what it leaves open is read from the Terraform in ${fabrikam.folder}\n`,
    );
  });

  it("is looked up in modules that terraform init has fetched", () => {
    const fetched = join(fabrikam.folder, ".terraform", "modules");
    mkdirSync(fetched, { recursive: true });
    renameSync(join(fabrikam.folder, "vpn"), join(fetched, "vpn"));
    const modules = {
      Modules: [{ Key: "vpn", Source: "registry.terraform.io/fabrikam/vpn/azurerm", Dir: ".terraform/modules/vpn" }],
    };
    writeFileSync(join(fetched, "modules.json"), JSON.stringify(modules));
    fabrikam.change("main.tf", '"./vpn"', '"fabrikam/vpn/azurerm"');
    fabrikam.change("plan.json", '"source":"./vpn"', '"source":"fabrikam/vpn/azurerm"');
    const report = fabrikam.report();
    expect([report.verdict, folderRead(report)]).toEqual(["pass", READ]);
  });
});

describe("a folder from which nothing is taken is told, and what that leaves open is undecided:", () => {
  const untold = (note: string) => ({ path: "/infra", isRead: false, notes: [note] });

  it.each<readonly [string, string, string, string, string]>([
    [
      "one that says otherwise than the plan",
      "vpn/main.tf",
      '"site-${each.key}"',
      '"branch-${each.key}"',
      'says otherwise than the plan of module.vpn["neu"].azurerm_vpn_site.site["port"].name, so it isn\'t the folder as it was',
    ],
    [
      "one with other keys",
      "vpn/main.tf",
      "for_each           = var.connections",
      "for_each           = var.sites",
      'says otherwise than the plan of module.vpn["neu"].azurerm_vpn_gateway_connection.con["neu/port"], so it isn\'t the folder as it was',
    ],
    [
      "one where an id comes from somewhere else",
      "main.tf",
      "azurerm_express_route_gateway.er[each.key].id",
      "azurerm_express_route_gateway.other[each.key].id",
      'says otherwise than the plan of azurerm_express_route_connection.er["neu"].express_route_gateway_id, so it isn\'t the folder as it was',
    ],
    [
      "one that hands something else to a module",
      "main.tf",
      "\n  hub_id      = azurerm_virtual_hub.hub[each.key].id",
      "\n  hub_id      = azurerm_virtual_wan.wan.id",
      'says otherwise than the plan of module.vpn["neu"].hub_id, so it isn\'t the folder as it was',
    ],
    [
      "one that lacks a resource",
      "main.tf",
      '"azurerm_virtual_wan" "wan"',
      '"azurerm_virtual_wan" "other"',
      "doesn't declare all that the plan has",
    ],
    [
      "one that can't be read",
      "main.tf",
      'resource "azurerm_virtual_wan" "wan" {',
      'resource "azurerm_virtual_wan" "wan" {{',
      "main.tf can't be read as HCL, from line 29 on",
    ],
  ])("%s", (_name, file, from, to, note) => {
    fabrikam.change(file, from, to);
    const report = fabrikam.report();
    expect([report.verdict, folderRead(report)]).toEqual(["undecided", untold(note)]);
  });

  it("two that may be meant are refused", () => {
    const [first, second] = [fabrikam.folder, join(fabrikam.top, "copy")];
    cpSync(first, second, { recursive: true });
    const before = process.cwd();
    process.chdir(second);
    try {
      fabrikam.report();
      throw new Error("nothing is refused");
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect(error instanceof InputError ? error.complaints : []).toEqual([
        {
          path: join(first, "plan.json"),
          message: `may have been made in ${first} or in .: say in which with --terraform-dir FOLDER`,
        },
      ]);
    } finally {
      process.chdir(before);
    }
  });
});

describe("what of a folder isn't read is told:", () => {
  const noted = (note: string) => ({ path: "/infra", isRead: true, notes: [note] });
  const isUndecided = (note: string) => {
    const report = fabrikam.report();
    expect([report.verdict, folderRead(report)]).toEqual(["undecided", noted(note)]);
    return textReport(report);
  };

  it("a module that isn't there", () => {
    rmSync(join(fabrikam.folder, "vpn"), { recursive: true });
    isUndecided("module vpn isn't in the folder: terraform init fetches it");
  });

  it("a module whose files can't be read", () => {
    fabrikam.change("vpn/main.tf", "locals {", "locals {{ top-secret");
    expect(isUndecided("vpn/main.tf can't be read as HCL, from line 25 on")).not.toContain("top-secret");
  });

  it("a file that is larger than any", () => {
    truncateSync(join(fabrikam.folder, "vpn", "main.tf"), 300 * 1024 * 1024);
    isUndecided("vpn/main.tf is larger than 4 MB");
  });

  it("a file of a function that is a link out of the repository, of which nothing is shown", () => {
    const outside = join(fabrikam.top, "elsewhere.yaml");
    renameSync(join(fabrikam.folder, "sites.yaml"), outside);
    symlinkSync(outside, join(fabrikam.folder, "sites.yaml"));
    isUndecided("./sites.yaml is outside the repository, so it isn't read");
  });

  it("a file of a function that is too large", () => {
    truncateSync(join(fabrikam.folder, "sites.yaml"), 300 * 1024 * 1024);
    isUndecided("./sites.yaml is larger than 1 MB, so it isn't read");
  });
});

describe("an id that the files make of another one", () => {
  const GATEWAY = "azurerm_vpn_gateway.gw.id";

  it.each([
    ["by a function", `replace(${GATEWAY}, "vpng", "other")`],
    ["by a condition that isn't known yet", `${GATEWAY} == "x" ? "/subscriptions/s/old" : ${GATEWAY}`],
    ["by a part of it", `split("-", ${GATEWAY})[0]`],
  ])("is open, though the plan names that one: %s", (_, other) => {
    fabrikam.change("vpn/main.tf", GATEWAY, other);
    const report = fabrikam.report();
    expect([report.verdict, folderRead(report)]).toEqual(["undecided", READ]);
  });

  it("is the id of what lies in it, where its path is added", () => {
    fabrikam.change(
      "vpn/main.tf",
      "local.link_ids[each.value.site][vpn_link.value.name]",
      'format("%s/vpnSiteLinks/%s", azurerm_vpn_site.site[each.value.site].id, vpn_link.value.name)',
    );
    expect(fabrikam.report().verdict).toBe("pass");
  });
});

describe("a key that the files leave out", () => {
  it("is Azure's own", () => {
    fabrikam.change("vpn/main.tf", "var.keys[each.value.site]", "try(each.value.key, null)");
    fabrikam.withoutKeys();
    const report = fabrikam.report();
    expect([report.verdict, gravest(report), folderRead(report)]).toEqual(["pass", [], READ]);
  });
});
