import { attributesOf, reference } from "./configuration-json";

/** What is read of an existing hub whose condition is written like this. */
function stated(...conditions: string[]) {
  const postcondition = conditions.map((condition) => ({ condition, error_message: "not as stated" }));
  const { "data.azurerm_virtual_hub.old": hub } = attributesOf({
    data: { azurerm_virtual_hub: { old: { name: "old", lifecycle: { postcondition } } } },
    locals: { prefix: "10.100.0.0/23" },
  });
  return hub;
}

describe("what a condition of an existing resource states", () => {
  it.each([
    ['${self.address_prefix == "10.100.0.0/23"}', { address_prefix: "10.100.0.0/23" }],
    ['${"10.100.0.0/23" == self.address_prefix}', { address_prefix: "10.100.0.0/23" }],
    ["${self.address_prefix == local.prefix}", { address_prefix: "10.100.0.0/23" }],
    ["${self.disable_vpn_encryption == false}", { disable_vpn_encryption: false }],
    ["${!self.disable_vpn_encryption}", { disable_vpn_encryption: false }],
    ["${self.enabled}", { enabled: true }],
    ["${self.virtual_router_asn == 65515}", { virtual_router_asn: 65515 }],
    ['${jsonencode(self.address_space) == "[\\"10.0.0.0/16\\"]"}', { address_space: ["10.0.0.0/16"] }],
    ['${jsonencode(sort(self.address_space)) == jsonencode(["10.0.0.0/16"])}', { address_space: ["10.0.0.0/16"] }],
    [
      '${toset(self.address_space) == toset(["10.1.0.0/16", "10.0.0.0/16"])}',
      { address_space: ["10.0.0.0/16", "10.1.0.0/16"] },
    ],
    [
      '${(self.sku == "Standard") && (self.address_prefix == "10.0.0.0/23")}',
      { sku: "Standard", address_prefix: "10.0.0.0/23" },
    ],
  ])("is known: %s", (condition, known) => {
    expect(stated(condition)).toEqual({ name: "old", ...known });
  });

  it.each([
    '${self.sku == "Standard" || self.sku == "Basic"}',
    "${self.address_prefix == var.prefix}",
    '${self.address_prefix != "10.0.0.0/23"}',
    '${lower(self.sku) == "standard"}',
    "${length(self.address_space) == 1}",
    "${self.bgp_settings[0].asn == 65515}",
    '${data.azurerm_virtual_hub.other.sku == "Standard"}',
    "${self.sku == null}",
    '${jsonencode(self.address_space) == "[broken"}',
    "${self.sku ==",
    "plain text",
  ])("is nothing of the kind: %s", (condition) => {
    expect(stated(condition)).toEqual({ name: "old" });
  });

  it("is known where ids are compared as ARM does, without regard to case", () => {
    const condition = "${lower(self.virtual_wan_id) == lower(data.azurerm_virtual_wan.wan.id)}";
    const id = reference("data.azurerm_virtual_wan.wan", ["id"]);
    const found = attributesOf({
      data: {
        azurerm_virtual_wan: { wan: { name: "wan" } },
        azurerm_virtual_hub: { old: { name: "old", lifecycle: { postcondition: { condition, error_message: "no" } } } },
      },
    });
    expect(found["data.azurerm_virtual_hub.old"]).toEqual({ name: "old", virtual_wan_id: id });
  });

  it("does not override what is written", () => {
    expect(stated('${self.name == "new"}')).toEqual({ name: "old" });
  });

  it("is what a reference to the resource gives", () => {
    const found = attributesOf({
      data: {
        azurerm_virtual_hub: {
          old: {
            name: "old",
            lifecycle: [{ postcondition: { condition: '${self.address_prefix == "10.0.0.0/23"}' } }],
          },
        },
      },
      resource: {
        azurerm_virtual_network: {
          net: {
            address_space: ["${data.azurerm_virtual_hub.old.address_prefix}"],
            name: "${data.azurerm_virtual_hub.old.id}",
          },
        },
      },
    });
    expect(found["azurerm_virtual_network.net"]).toEqual({
      address_space: ["10.0.0.0/23"],
      name: reference("data.azurerm_virtual_hub.old", ["id"]),
    });
  });
});
