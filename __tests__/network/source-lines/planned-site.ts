/** A VPN site of a plan, with two links. */
export const SITE = {
  mode: "managed",
  type: "azurerm_vpn_site",
  name: "hq",
  values: {
    name: "hq",
    link: [
      { name: "a", bgp: [{ asn: 65010 }] },
      { name: "b", bgp: [{ asn: 65011 }] },
    ],
  },
};

/** An instance that a plan creates. */
export interface PlannedInstance {
  readonly module?: string;
  readonly key?: string;
  readonly type: string;
  readonly name: string;
  readonly values: object;
}

/** The modules that the root module calls. */
export interface Modules {
  readonly [name: string]: { readonly source: string; readonly module?: object };
}

/** A plan of instances; what is in no module is in its configuration too. */
export function plan(
  instances: readonly PlannedInstance[],
  modules: Modules = {},
  provider = "registry.terraform.io",
): string {
  const address = ({ module, type, name, key }: PlannedInstance) =>
    `${module === undefined ? "" : `${module}.`}${type}.${name}${key === undefined ? "" : `["${key}"]`}`;
  return JSON.stringify({
    format_version: "1.2",
    resource_changes: instances.map((one) => ({
      address: address(one),
      module_address: one.module,
      mode: "managed",
      type: one.type,
      name: one.name,
      index: one.key,
      change: { actions: ["create"], after: one.values, after_unknown: {}, after_sensitive: {} },
    })),
    configuration: {
      provider_config: { azurerm: { name: "azurerm", full_name: `${provider}/hashicorp/azurerm` } },
      root_module: {
        resources: instances
          .filter(({ module }) => module === undefined)
          .map(({ type, name }) => ({ address: `${type}.${name}`, mode: "managed", type, name, expressions: {} })),
        module_calls: modules,
      },
    },
  });
}

/** {@link SITE} as a person writes it. */
export const HQ = `# the site
resource "azurerm_vpn_site" "hq" {
  name = "hq"
  link {
    name = "a"
    bgp { asn = 65010 }
  }
  link {
    name = "b"
    bgp {
      asn = 65011
    }
  }
}
`;
