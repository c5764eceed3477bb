import { redundantPath } from "../../../policies/rules/redundant-path";
import { said } from "./judging";
import { SECOND_LINK } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const TWO_LINKS = { [`${SITE}.link[1]`]: SECOND_LINK };
const SECOND_CIRCUIT = {
  "azurerm_express_route_circuit.oslo": { name: "erc-oslo", resource_group_name: "rg", peering_location: "Oslo" },
  "azurerm_express_route_circuit_peering.oslo": {
    peering_type: "AzurePrivatePeering",
    resource_group_name: "rg",
    express_route_circuit_name: "${azurerm_express_route_circuit.oslo.name}",
  },
  "azurerm_express_route_connection.oslo": {
    name: "oslo",
    express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
    express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.oslo.id}",
  },
};

const ONE_CIRCUIT = {
  outcome: "violation",
  level: "note",
  address: SITE,
  path: "",
  message: "site bergen is reached over one circuit only at hub hub-sdc (azurerm_virtual_hub.sdc)",
  remedy: "Connect a second circuit, of another peering location, to the hub's ExpressRoute gateway.",
  evidence: { circuits: ["azurerm_express_route_circuit.stockholm"] },
};

describe("redundant-path", () => {
  test("takes a site of two links at a hub of two circuits", () => {
    expect(said(redundantPath, { ...TWO_LINKS, ...SECOND_CIRCUIT })).toEqual([]);
  });

  test("warns of two links to one device address", () => {
    const same = { ...TWO_LINKS, ...SECOND_CIRCUIT, [`${SITE}.link[1].ip_address`]: "10.31.0.4" };
    expect(said(redundantPath, same)).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: SITE,
        path: "link[1].ip_address",
        message: "site bergen, link b has the device address 10.31.0.4, and so has site bergen, link a",
        remedy: "Give each link a VPN device of its own, or another address of the device at least.",
        evidence: { deviceAddress: "10.31.0.4", other: "link[0]" },
      },
    ]);
    expect(said(redundantPath, { ...same, [`${SITE}.link[1].ip_address`]: "${var.device}" })).toEqual([]);
  });

  test("notes one link, and one circuit", () => {
    expect(said(redundantPath, {})).toEqual([
      ONE_CIRCUIT,
      {
        outcome: "violation",
        level: "note",
        address: SITE,
        path: "link",
        message: "site bergen has one link only",
        remedy: "Add a link to a second VPN device, and connect it.",
        evidence: { links: 1 },
      },
    ]);
    expect(said(redundantPath, TWO_LINKS)).toEqual([ONE_CIRCUIT]);
  });

  test("notes a second connection of the same circuit as one circuit", () => {
    const again = {
      ...TWO_LINKS,
      ...SECOND_CIRCUIT,
      "azurerm_express_route_circuit_peering.oslo.express_route_circuit_name":
        "${azurerm_express_route_circuit.stockholm.name}",
    };
    expect(said(redundantPath, again)).toEqual([ONE_CIRCUIT]);
  });

  test("can't tell of links, or a circuit, that are unknown", () => {
    const undecided = { outcome: "undecided", level: "note", address: SITE, evidence: {} };
    expect(said(redundantPath, { ...SECOND_CIRCUIT, [`${SITE}.link`]: "${var.links}" })).toEqual([
      {
        ...undecided,
        path: "link",
        message: "whether site bergen has two links can't be told",
        decidedBy: ["var.links"],
      },
    ]);
    const lost = { "azurerm_express_route_connection.oslo.express_route_circuit_peering_id": "${each.value}" };
    expect(said(redundantPath, { ...TWO_LINKS, ...SECOND_CIRCUIT, ...lost })).toEqual([
      {
        ...undecided,
        path: "",
        message:
          "whether site bergen is reached over two circuits at hub hub-sdc (azurerm_virtual_hub.sdc) can't be told",
        decidedBy: ["each.value"],
      },
    ]);
  });

  test("counts no circuits for a site that is not connected", () => {
    const loose = { ...TWO_LINKS, azurerm_vpn_gateway_connection: {} };
    expect(said(redundantPath, loose)).toEqual([]);
  });

  test("can't tell of a circuit that a known peering doesn't name", () => {
    const circuit = "azurerm_express_route_circuit_peering.stockholm.express_route_circuit_name";
    expect(said(redundantPath, { [circuit]: "${each.value}" }).flatMap(({ decidedBy }) => decidedBy ?? [])).toEqual([
      "each.value",
    ]);
  });
});
