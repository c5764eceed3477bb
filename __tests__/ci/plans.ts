const WAN = { name: "wan-corp", resource_group_name: "rg", location: "westeurope", type: "Standard" };

/** A plan of one WAN with these attributes besides. */
export function planOf(attributes: object, unknown: object = {}): string {
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: [
      {
        address: "azurerm_virtual_wan.corp",
        mode: "managed",
        type: "azurerm_virtual_wan",
        name: "corp",
        change: {
          actions: ["create"],
          before: null,
          after: { ...WAN, ...attributes },
          after_unknown: unknown,
          after_sensitive: {},
        },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          {
            address: "azurerm_virtual_wan.corp",
            mode: "managed",
            type: "azurerm_virtual_wan",
            name: "corp",
            expressions: { disable_vpn_encryption: { references: ["var.off"] } },
          },
        ],
        variables: { off: {} },
      },
    },
  });
}

export const SOUND = planOf({ disable_vpn_encryption: false });
export const VIOLATED = planOf({ disable_vpn_encryption: true });
export const OPEN = planOf({}, { disable_vpn_encryption: true });

/** The Terraform of these plans. */
export const MAIN_TF = `resource "azurerm_virtual_wan" "corp" {
  name                   = "wan-corp"
  disable_vpn_encryption = var.off
}
`;

/** A configuration by which the violation is a note. */
export const LENIENT = "version: 1\nlevels:\n  encryption-on: note\n";
