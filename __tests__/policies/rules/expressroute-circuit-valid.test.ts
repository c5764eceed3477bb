import { expressrouteCircuitValid } from "../../../policies/rules/expressroute-circuit-valid";
import { type Changes, said } from "./judging";
import { idOf } from "./sound";

const CIRCUIT = "azurerm_express_route_circuit.stockholm";
const PORT = "azurerm_express_route_port.stockholm";

function messages(changes: Changes): unknown[] {
  return said(expressrouteCircuitValid, changes).map(({ outcome, address, path, message }) => [
    outcome,
    address,
    path,
    message,
  ]);
}

/** The circuit on a port of its own. */
function onPort(circuit: unknown, port: unknown, more: Changes = {}): Changes {
  return {
    [`${CIRCUIT}.bandwidth_in_mbps`]: undefined,
    [`${CIRCUIT}.service_provider_name`]: undefined,
    [`${CIRCUIT}.peering_location`]: undefined,
    [`${CIRCUIT}.bandwidth_in_gbps`]: circuit,
    [`${CIRCUIT}.express_route_port_id`]: `\${${PORT}.id}`,
    [PORT]: { name: "port-sto", bandwidth_in_gbps: port, encapsulation: "Dot1Q", peering_location: "Stockholm" },
    ...more,
  };
}

describe("expressroute-circuit-valid", () => {
  test("takes what Azure sells, by a provider and on a port", () => {
    expect(messages({})).toEqual([]);
    expect(messages(onPort(10, 10))).toEqual([]);
    expect(messages(onPort(40, 100))).toEqual([]);
  });

  test("refuses other bandwidths of circuits and ports", () => {
    expect(said(expressrouteCircuitValid, { [`${CIRCUIT}.bandwidth_in_mbps`]: 123 })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CIRCUIT,
        path: "bandwidth_in_mbps",
        message: "the bandwidth of circuit erc-stockholm is 123 Mbps, which Azure doesn't sell",
        remedy: "Use one of 50, 100, 200, 500, 1000, 2000, 5000, 10000 Mbps.",
        evidence: { bandwidth: 123 },
      },
    ]);
    expect(messages(onPort(3, 10))).toEqual([
      [
        "violation",
        CIRCUIT,
        "bandwidth_in_gbps",
        "the bandwidth of circuit erc-stockholm is 3 Gbps, which Azure doesn't sell",
      ],
    ]);
    expect(messages(onPort(5, 7))).toEqual([
      [
        "violation",
        PORT,
        "bandwidth_in_gbps",
        "the bandwidth of ExpressRoute port port-sto is 7 Gbps, which Azure doesn't sell",
      ],
    ]);
  });

  test("refuses a circuit that doesn't fit its port", () => {
    expect(messages(onPort(40, 10))).toEqual([
      [
        "violation",
        CIRCUIT,
        "bandwidth_in_gbps",
        "circuit erc-stockholm has 40 Gbps, more than the 10 Gbps of its port",
      ],
    ]);
  });

  test("refuses a Local circuit with metered data, and takes one with unlimited data", () => {
    expect(messages({ [`${CIRCUIT}.sku.tier`]: "Local" })).toEqual([
      ["violation", CIRCUIT, "sku[0].family", "circuit erc-stockholm is Local with metered data"],
    ]);
    expect(messages({ [`${CIRCUIT}.sku`]: { tier: "Local", family: "UnlimitedData" } })).toEqual([]);
  });

  test("takes 0 of what exists already for a bandwidth that nobody wrote", () => {
    const existing = { [`${CIRCUIT}.bandwidth_in_gbps`]: 0, [`${CIRCUIT}.id`]: idOf("expressRouteCircuits", "erc") };
    expect(messages(existing)).toEqual([]);
    expect(messages({ [`${CIRCUIT}.bandwidth_in_mbps`]: 0 })).toHaveLength(1);
  });

  test("can't tell of unknown bandwidths, tiers and ports", () => {
    expect(messages({ [`${CIRCUIT}.bandwidth_in_mbps`]: "${var.mbps}" })).toEqual([
      [
        "undecided",
        CIRCUIT,
        "bandwidth_in_mbps",
        "the bandwidth of circuit erc-stockholm is unknown, so it may be one that Azure doesn't sell",
      ],
    ]);
    const local = "whether circuit erc-stockholm is Local with metered data can't be told";
    expect(messages({ [`${CIRCUIT}.sku.tier`]: "${var.tier}" })).toEqual([
      ["undecided", CIRCUIT, "sku[0].tier", local],
    ]);
    expect(messages({ [`${CIRCUIT}.sku`]: { tier: "${var.tier}", family: "UnlimitedData" } })).toEqual([]);
    expect(messages(onPort(40, "${var.port}"))).toHaveLength(2);
    const unseenPort = [
      [
        "undecided",
        CIRCUIT,
        "bandwidth_in_gbps",
        "whether circuit erc-stockholm of 40 Gbps fits its port can't be told",
      ],
    ];
    for (const port of ["${var.port}", idOf("expressRoutePorts", "port-far")]) {
      expect(messages(onPort(40, 100, { [`${CIRCUIT}.express_route_port_id`]: port }))).toEqual(unseenPort);
    }
  });

  test("can't tell of a circuit that has lost its bandwidth", () => {
    const lost = "no bandwidth of circuit erc-stockholm is told, so it may be one that Azure doesn't sell";
    expect(messages({ [`${CIRCUIT}.bandwidth_in_mbps`]: undefined })).toEqual([
      ["undecided", CIRCUIT, "bandwidth_in_mbps", lost],
    ]);
    const onlyMbps = onPort(undefined, 10, { [`${CIRCUIT}.bandwidth_in_mbps`]: 1000 });
    for (const changes of [onPort(undefined, 10), onPort(null, 10), onlyMbps]) {
      expect(messages(changes)).toEqual([["undecided", CIRCUIT, "bandwidth_in_gbps", lost]]);
    }
  });

  test("a circuit that the smallest port carries fits any port", () => {
    for (const port of ["${var.port}", idOf("expressRoutePorts", "port-far")]) {
      expect(messages(onPort(10, 100, { [`${CIRCUIT}.express_route_port_id`]: port }))).toEqual([]);
    }
  });

  test("asks about tier and family only where the two together may be wrong", () => {
    const sku = (tier: string, family: string) =>
      said(expressrouteCircuitValid, { "azurerm_express_route_circuit.stockholm.sku": { tier, family } }).map(
        ({ outcome, decidedBy }) => [outcome, decidedBy],
      );
    expect(sku("Local", "${var.family}")).toEqual([["undecided", ["var.family"]]]);
    expect(sku("${var.tier}", "MeteredData")).toEqual([["undecided", ["var.tier"]]]);
    expect(sku("${var.tier}", "${var.family}")).toEqual([["undecided", ["var.family", "var.tier"]]]);
    expect(sku("Standard", "${var.family}")).toEqual([]);
    expect(sku("${var.tier}", "UnlimitedData")).toEqual([]);
  });

  test("asks for no port of a circuit that names none", () => {
    expect(
      said(expressrouteCircuitValid, { "azurerm_express_route_circuit.stockholm.bandwidth_in_gbps": 40 }).filter(
        ({ message }) => message.includes("its port"),
      ),
    ).toEqual([]);
  });
});
