import { baseAddress, type Planned } from "./planned";
import type { Scope, Scopes } from "./scope";

type Key = string | number | undefined;

/** Finds the instances of a resource: those that will exist after apply, of every type. */
export class Instances {
  private readonly byResource = new Map<string, Map<Key, Planned>>();

  constructor(planned: readonly Planned[], scopes: Scopes) {
    for (const instance of planned) {
      const holder = scopes.at(instance.module)?.address ?? instance.module;
      const id = resourceId(holder, baseAddress(instance));
      const keys = this.byResource.get(id) ?? new Map<Key, Planned>();
      keys.set(instance.key, instance);
      this.byResource.set(id, keys);
    }
  }

  /** All instances of `azurerm_vpn_site.hq` in a module instance, by their keys. */
  of(scope: Scope, base: string): ReadonlyMap<Key, Planned> {
    return this.byResource.get(resourceId(scope.address, base)) ?? NONE;
  }
}

const NONE: ReadonlyMap<Key, Planned> = new Map();

function resourceId(holder: string, base: string): string {
  return `${holder}\n${base}`;
}
