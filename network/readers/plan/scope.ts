import { type JsonObject, objectAt, objectsAt, stringAt } from "../../../text/json";
import { parseTraversal, type Step, writeTraversal } from "../../traversal";

/** One module of the plan's configuration, as called from one place. */
export interface Scope {
  /** Address of this instance of the module; empty for the root. */
  readonly address: string;
  readonly module: JsonObject;
  /** The call that made it, in its parent; undefined for the root. */
  readonly call: Call | undefined;
}

/** A `module` block, and the key of the instance that a scope is. */
export interface Call {
  readonly parent: Scope;
  readonly configuration: JsonObject;
  readonly key: string | number | undefined;
}

/** Finds module instances of a plan by address, and the configuration of their resources. */
export class Scopes {
  readonly root: Scope;
  private readonly known = new Map<string, Scope | undefined>();
  private readonly resources = new Map<JsonObject, Map<string, JsonObject>>();

  constructor(plan: JsonObject) {
    this.root = { address: "", module: objectAt(objectAt(plan, "configuration"), "root_module"), call: undefined };
    this.known.set("", this.root);
  }

  /** The module instance at an address such as `module.site["hq"]`; undefined where the configuration has none. */
  at(address: string): Scope | undefined {
    if (!this.known.has(address)) {
      this.known.set(address, this.walk(parseTraversal(address) ?? []));
    }
    return this.known.get(address);
  }

  /** The module that a call in `scope` makes. */
  child(scope: Scope, name: string, key: string | number | undefined): Scope | undefined {
    const calls = objectAt(scope.module, "module_calls");
    if (!Object.hasOwn(calls, name)) {
      return undefined;
    }
    const configuration = objectAt(calls, name);
    const step = writeTraversal([{ name: "module" }, { name }, ...(key === undefined ? [] : [{ key }])]);
    const address = scope.address === "" ? step : `${scope.address}.${step}`;
    return { address, module: objectAt(configuration, "module"), call: { parent: scope, configuration, key } };
  }

  /** The configuration of `azurerm_vpn_site.hq` or `data.azurerm_virtual_hub.hub` in a module. */
  resource(scope: Scope, base: string): JsonObject | undefined {
    let byAddress = this.resources.get(scope.module);
    if (byAddress === undefined) {
      const entries = objectsAt(scope.module, "resources");
      byAddress = new Map(entries.map((entry) => [stringAt(entry, "address") ?? "", entry]));
      this.resources.set(scope.module, byAddress);
    }
    return byAddress.get(base);
  }

  private walk(steps: readonly Step[]): Scope | undefined {
    let scope: Scope | undefined = this.root;
    let at = 0;
    while (scope !== undefined && at < steps.length) {
      const name = steps[at + 1];
      const key = steps[at + 2];
      if (name === undefined || "key" in name) {
        return undefined;
      }
      const hasKey = key !== undefined && "key" in key;
      scope = this.child(scope, name.name, hasKey ? key.key : undefined);
      at += hasKey ? 3 : 2;
    }
    return scope;
  }
}
