import type { Planned } from "./planned";
import type { Scope, Scopes } from "./scope";

type Key = string | number | undefined;

/** Finds the instances of a resource: those that will exist after apply, of every type. */
export class Instances {
  private readonly byModule = new Map<string, Map<string, Map<Key, Planned>>>();

  constructor(planned: readonly Planned[], scopes: Scopes) {
    for (const instance of planned) {
      const holder = scopes.at(instance.module)?.address ?? instance.module;
      const resources = orNew(this.byModule, holder);
      orNew(resources, instance.base).set(instance.key, instance);
    }
  }

  /** All instances of `azurerm_vpn_site.hq` in a module instance, by their keys. */
  of(scope: Scope, base: string): ReadonlyMap<Key, Planned> {
    return this.byModule.get(scope.address)?.get(base) ?? NONE;
  }
}

const NONE: ReadonlyMap<Key, Planned> = new Map();

function orNew<K, V>(maps: Map<string, Map<K, V>>, name: string): Map<K, V> {
  const map = maps.get(name) ?? new Map<K, V>();
  maps.set(name, map);
  return map;
}
