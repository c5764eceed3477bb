import { closeSync, openSync, writeSync } from "node:fs";
import { type BenchConfiguration, configurationOf } from "./configuration";

/** How large a plan is. */
export interface PlanSize {
  /** Resources altogether. */
  readonly resources: number;
  /** VPN sites among them, with their connections and hubs; the rest are types that nobody judges. */
  readonly sites: number;
}

/**
 * Writes plan JSON as `terraform show -json` does: each resource in the planned values, in the changes, in the
 * configuration, and those that exist already in the state of before.
 *
 * @returns how many bytes it has
 */
export function writePlan(path: string, { resources, sites }: PlanSize): number {
  const { resource: ours, output } = configurationOf(sites);
  const planned = [...oursOf(ours), ...othersOf(resources, ours)];
  const out = openSync(path, "w");
  let size = 0;
  const put = (text: string) => {
    size += writeSync(out, text);
  };
  try {
    put(
      '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"outputs":{},"root_module":{"resources":',
    );
    putList(put, planned, plannedValues);
    put('}},"resource_changes":');
    putList(put, planned, changeOf);
    const value = JSON.stringify(output.network_intent.value);
    put(`,"output_changes":{"network_intent":{"actions":["no-op"],"before":${value},"after":${value},`);
    put('"after_unknown":false,"before_sensitive":false,"after_sensitive":false}}');
    put(',"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":');
    putList(put, planned.filter(exists), stateOf);
    put('}}},"configuration":{"provider_config":{},"root_module":{"resources":');
    putList(put, planned, configurationOfOne);
    put("}}}\n");
  } finally {
    closeSync(out);
  }
  return size;
}

interface PlannedResource {
  readonly type: string;
  readonly name: string;
  readonly values: object;
  readonly unknown: object;
  readonly expressions: object;
  readonly isNew: boolean;
}

function putList(
  put: (text: string) => void,
  all: readonly PlannedResource[],
  make: (one: PlannedResource) => object,
): void {
  put("[");
  for (let start = 0; start < all.length; start += 1_000) {
    const texts = all.slice(start, start + 1_000).map((one) => JSON.stringify(make(one)));
    put(`${start === 0 ? "" : ","}${texts.join(",")}`);
  }
  put("]");
}

function exists({ isNew }: PlannedResource): boolean {
  return !isNew;
}

function identity({ type, name }: PlannedResource): object {
  return { address: `${type}.${name}`, mode: "managed", type, name, provider_name: PROVIDER };
}

const PROVIDER = "registry.terraform.io/hashicorp/azurerm";

function plannedValues(one: PlannedResource): object {
  return { ...identity(one), schema_version: 0, values: one.values, sensitive_values: {} };
}

function stateOf(one: PlannedResource): object {
  return { ...plannedValues(one), depends_on: ["azurerm_resource_group.rg"] };
}

function changeOf(one: PlannedResource): object {
  const { values, unknown, isNew } = one;
  const change = {
    actions: [isNew ? "create" : "no-op"],
    before: isNew ? null : values,
    after: values,
    after_unknown: unknown,
    before_sensitive: isNew ? false : {},
    after_sensitive: {},
  };
  return { ...identity(one), change };
}

function configurationOfOne(one: PlannedResource): object {
  const { provider_name: _, ...rest } = { provider_name: "", ...identity(one) };
  return { ...rest, provider_config_key: "azurerm", expressions: one.expressions, schema_version: 0 };
}

/** What the configuration declares, as a plan that creates it tells it. */
function oursOf(resource: BenchConfiguration["resource"]): readonly PlannedResource[] {
  return Object.entries(resource).flatMap(([type, instances]) =>
    Object.entries(instances).map(([name, body]) => {
      const { values, unknown, expressions } = objectParts(body, resource);
      return { type, name, values, unknown: { ...unknown, id: true }, expressions, isNew: true };
    }),
  );
}

interface Parts {
  readonly values: Record<string, unknown>;
  readonly unknown: Record<string, unknown>;
  readonly expressions: Record<string, unknown>;
}

function objectParts(body: object, all: BenchConfiguration["resource"]): Parts {
  const parts: Parts = { values: {}, unknown: {}, expressions: {} };
  for (const [name, value] of Object.entries(body)) {
    const reference = typeof value === "string" ? /^\$\{(.*)\}$/.exec(value)?.[1] : undefined;
    const blocks = Array.isArray(value) ? value : typeof value === "object" ? [value] : [];
    if (reference !== undefined) {
      // The name of another resource is known before it exists, and its id is not.
      const [type = "", other = "", attribute = ""] = reference.split(".");
      const body = Object.entries(all[type]?.[other] ?? {});
      if (attribute === "name") {
        parts.values[name] = body.find(([key]) => key === "name")?.[1];
      } else {
        parts.unknown[name] = true;
      }
      parts.expressions[name] = { references: [reference, reference.replace(/\.\w+$/, "")] };
    } else if (blocks.length > 0 && typeof blocks[0] === "object") {
      const inner = blocks.map((block) => objectParts(block, all));
      parts.values[name] = inner.map(({ values }) => values);
      parts.unknown[name] = inner.map(({ unknown }) => unknown);
      parts.expressions[name] = inner.map(({ expressions }) => expressions);
    } else {
      parts.values[name] = value;
      parts.expressions[name] = { constant_value: value };
    }
  }
  return parts;
}

/** What else an estate is made of: all of it exists already, and nothing of it changes. */
function othersOf(resources: number, ours: object): readonly PlannedResource[] {
  const others = resources - Object.values(ours).reduce((sum, instances) => sum + Object.keys(instances).length, 0);
  return Array.from({ length: Math.max(others, 0) }, (_, index) => {
    const type = OTHER_TYPES[index % OTHER_TYPES.length] ?? "";
    return { type, name: `this${index}`, ...otherBody(type, index), isNew: false };
  });
}

const OTHER_TYPES = [
  "azurerm_storage_account",
  "azurerm_linux_virtual_machine",
  "azurerm_network_interface",
  "azurerm_key_vault_access_policy",
  "azurerm_role_assignment",
  "azurerm_network_security_rule",
  "azurerm_private_endpoint",
  "azurerm_kubernetes_cluster_node_pool",
];

function otherBody(type: string, index: number): Pick<PlannedResource, "values" | "unknown" | "expressions"> {
  const group = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-${index % 97}`;
  const id = `${group}/providers/Microsoft.Something/${type}/resource-${index}`;
  const flags = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`option_${at}_enabled`, at % 3 === 0]));
  const texts = Object.fromEntries(
    Array.from({ length: 3 }, (_, at) => [`attribute_${at}`, at % 2 === 0 ? null : `${id}/${at}`]),
  );
  const block = {
    name: "primary",
    subnet_id: `${group}/subnets/app`,
    private_ip_address: "10.1.2.3",
    zones: ["1", "2"],
  };
  return {
    values: {
      id,
      name: `resource-${index}`,
      location: "westeurope",
      ...flags,
      ...texts,
      configuration: [block],
      tags: TAGS,
    },
    unknown: {},
    expressions: {
      name: { references: ["each.key"] },
      location: { references: ["azurerm_resource_group.rg.location", "azurerm_resource_group.rg"] },
      configuration: [{ name: { constant_value: "primary" }, subnet_id: { references: ["var.subnet_id"] } }],
      tags: { references: ["local.tags"] },
    },
  };
}

const TAGS = { environment: "production", owner: "platform", "cost-center": "4711", team: "Zürich" };
