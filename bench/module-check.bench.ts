import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../policies/gate";
import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt, objectsAt } from "../text/json";
import { writePlan } from "./plan";
import { cpuMs, type Row } from "./row";

const SITES = 1_000;

/** `wanproof check` of a plan in which each site is an instance of a module, beside the same sites without modules. */
export function benchModuleCheck(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    const flat = join(folder, "flat.json");
    writePlan(flat, { resources: 0, sites: SITES });
    const inModules = join(folder, "modules.json");
    const plan: Json = JSON.parse(readFileSync(flat, "utf8"));
    writeFileSync(inModules, JSON.stringify(isJsonObject(plan) ? withModules(plan) : plan));
    const [ours, reference] = [inModules, flat].map((file) => cpuMs(() => passes(file), 3));
    const size = `${SITES} module instances`;
    return [
      {
        what: "check of sites in modules, beside sites without",
        size,
        ours: ours ?? 0,
        reference: reference ?? 0,
        aim: "at most 2",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function passes(file: string): void {
  const { verdict } = checkNetwork([file]);
  if (verdict !== "pass") {
    throw new Error(`the benchmark's own plan should pass, and is judged ${verdict}`);
  }
}

const IN_MODULES = /^(azurerm_vpn_site|azurerm_vpn_gateway_connection)\.(site\d+)$/;

/** The plan with each site and its connection in `module.site["…"]`. */
function withModules(plan: JsonObject): JsonObject {
  const configured = objectsAt(objectAt(objectAt(plan, "configuration"), "root_module"), "resources");
  const planned = objectsAt(objectAt(objectAt(plan, "planned_values"), "root_module"), "resources").map(inModule);
  const changes = objectsAt(plan, "resource_changes").map(inModule);
  const instances = [...new Set(planned.flatMap(({ module_address }) => module_address ?? []))];
  return {
    ...plan,
    planned_values: {
      outputs: {},
      root_module: {
        resources: planned.filter(({ module_address }) => module_address === undefined),
        child_modules: instances.map((address) => ({
          address,
          resources: planned.filter(({ module_address }) => module_address === address),
        })),
      },
    },
    resource_changes: changes,
    output_changes: withAddresses(objectAt(plan, "output_changes")),
    configuration: {
      provider_config: {},
      root_module: {
        resources: configured.filter((one) => !isSite(one)),
        module_calls: { site: callOf(configured) },
      },
    },
  };
}

function isSite({ address }: JsonObject): boolean {
  return typeof address === "string" && IN_MODULES.test(address);
}

function inModule(resource: JsonObject): JsonObject {
  const [, type, name] = IN_MODULES.exec(String(resource.address)) ?? [];
  const module_address = `module.site["${name}"]`;
  return type === undefined
    ? resource
    : { ...resource, address: `${module_address}.${type}.this`, name: "this", module_address };
}

/** One call for all instances, of a module that declares a site and its connection. */
function callOf(configured: readonly JsonObject[]): JsonObject {
  const first = ["azurerm_vpn_site.site0", "azurerm_vpn_gateway_connection.site0"];
  return {
    source: "./site",
    for_each_expression: { references: ["var.sites"] },
    expressions: {
      wan: { references: ["azurerm_virtual_wan.wan.id", "azurerm_virtual_wan.wan"] },
      gateway: { references: ["azurerm_vpn_gateway.hub0.id", "azurerm_vpn_gateway.hub0"] },
      site: { references: ["each.value"] },
    },
    module: {
      resources: configured.filter(({ address }) => first.includes(String(address))).map(inside),
      variables: { wan: {}, gateway: {}, site: {} },
    },
  };
}

/** A resource as the module declares it: what it says itself is a variable's, and what it refers to a variable or its neighbour. */
function inside(resource: JsonObject): JsonObject {
  const type = String(resource.type);
  return { ...resource, address: `${type}.this`, name: "this", expressions: asVariables(resource.expressions ?? null) };
}

function asVariables(value: Json): Json {
  if (isJsonArray(value)) {
    return value.map(asVariables);
  }
  if (!isJsonObject(value)) {
    return value;
  }
  if (isJsonArray(value.references)) {
    return { references: value.references.map(asVariable) };
  }
  return Object.hasOwn(value, "constant_value")
    ? { references: ["var.site"] }
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asVariables(one)]));
}

function asVariable(reference: Json): Json {
  const text = String(reference);
  if (text.startsWith("azurerm_virtual_wan.")) {
    return "var.wan";
  }
  return text.startsWith("azurerm_vpn_gateway.") ? "var.gateway" : text.replace(".site0", ".this");
}

/** Intent speaks of sites by their new addresses. */
function withAddresses(value: Json): Json {
  if (isJsonArray(value)) {
    return value.map(withAddresses);
  }
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [
          name.replace(/^azurerm_vpn_site\.(site\d+)$/, 'module.site["$1"].azurerm_vpn_site.this'),
          withAddresses(one),
        ]),
      )
    : value;
}
