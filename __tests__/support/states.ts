import { isJsonObject, type Json, type JsonObject, objectAt, objectsAt } from "../../text/json";

/** A state as `terraform show -json` writes it, which has these resources in its root module. */
export function shown(resources: readonly Json[], outputs: JsonObject = {}): JsonObject {
  return {
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: { outputs, root_module: { resources: [...resources] } },
  };
}

/** The state that a plan of something new would leave behind, but for what is known after apply only. */
export function stateAfter(plan: JsonObject): JsonObject {
  const planned = objectAt(plan, "planned_values");
  const isTold = Object.keys(objectAt(planned, "root_module")).length > 0;
  const values = isTold ? planned : objectAt(objectAt(plan, "prior_state"), "values");
  return { format_version: "1.0", terraform_version: "1.11.4", values };
}

/** A state as Terraform keeps it, version 4, of one that is shown. */
export function kept(state: JsonObject): JsonObject {
  const values = objectAt(state, "values");
  return {
    version: 4,
    terraform_version: "1.11.4",
    serial: 7,
    lineage: "5a1c8b1e-0000-4000-8000-000000000000",
    outputs: objectAt(values, "outputs"),
    resources: keptResources(objectAt(values, "root_module")),
    check_results: null,
  };
}

function keptResources(module: JsonObject): Json[] {
  const own = objectsAt(module, "resources").map(({ mode, type, name, index, values, sensitive_values }) => ({
    ...(module.address === undefined ? {} : { module: module.address }),
    ...{ mode: mode ?? null, type: type ?? null, name: name ?? null },
    provider: 'provider["registry.terraform.io/hashicorp/azurerm"]',
    instances: [
      {
        ...(index === undefined ? {} : { index_key: index }),
        schema_version: 0,
        attributes: values ?? null,
        sensitive_attributes: pathsIn(sensitive_values ?? null, []),
        private: "bnVsbA==",
      },
    ],
  }));
  return [...own, ...objectsAt(module, "child_modules").flatMap(keptResources)];
}

function pathsIn(mask: Json, path: readonly Json[]): Json[] {
  if (mask === true) {
    return [[...path]];
  }
  if (Array.isArray(mask)) {
    return mask.flatMap((one: Json, index) =>
      pathsIn(one, [...path, { type: "index", value: { value: index, type: "number" } }]),
    );
  }
  return isJsonObject(mask)
    ? Object.entries(mask).flatMap(([name, one]) => pathsIn(one, [...path, { type: "get_attr", value: name }]))
    : [];
}
