import { complaintsOf, soundPlan } from "../sound-lab";

describe("what a lab consists of", () => {
  test("a host in the protected prefix, one in the spoke, and everything between them", () => {
    const { hub, circuits, devices, hosts, spokes, coreAsn, linkRange, hasAllTunnels, notLookedAt } = soundPlan();

    expect([hub.preference, hub.branchToBranch, hub.instances.map(({ tunnelAddress }) => tunnelAddress.text)]).toEqual([
      "ExpressRoute",
      true,
      ["10.100.0.5", "10.100.0.4"],
    ]);
    expect(circuits.map(({ address, tree }) => [address, tree.asn])).toEqual([
      ["azurerm_express_route_circuit.stockholm", 65020],
    ]);
    expect(devices.map(({ link, siteAddress }) => [link, siteAddress])).toEqual([["a", "azurerm_vpn_site.bergen"]]);
    expect(hosts.map(({ prefix, address }) => [prefix.text, address.text])).toEqual([["10.31.16.0/20", "10.31.16.10"]]);
    expect(spokes.map(({ prefix, address }) => [prefix.text, address.text])).toEqual([
      ["10.110.0.0/22", "10.110.0.10"],
    ]);
    expect([coreAsn, linkRange.text, hasAllTunnels, notLookedAt]).toEqual([64512, "198.18.0.0/15", true, []]);
  });

  test("devices reach ExpressRoute through the router in the middle", () => {
    const [device] = soundPlan().devices;
    const frr = device?.files.find(({ path }) => path.endsWith("/frr.conf"))?.text;

    expect(frr).toContain("\nip route 10.100.0.5/32 198.18.0.1\nip route 10.100.0.4/32 198.18.0.1\n");
  });

  test("its own addresses come from a range that the network doesn't use", () => {
    const { linkRange } = soundPlan({ "azurerm_virtual_network.app.address_space": ["198.18.4.0/22"] });

    expect(linkRange.text).toBe("100.64.0.0/10");
  });

  test("a hub that can't tell its branches of each other is built so", () => {
    const { hub } = soundPlan({ "azurerm_virtual_wan.wan.allow_branch_to_branch_traffic": false });

    expect(hub.branchToBranch).toBe(false);
  });
});

describe("what the lab can't show is refused", () => {
  test("a site that nobody has", () => {
    expect(complaintsOf(() => soundPlan({}, "oslo"))).toEqual(['the lab: it has no site "oslo"; it has bergen']);
  });

  test("a hub with routes of its own", () => {
    const changes = {
      "azurerm_virtual_hub.sdc.route": [{ address_prefixes: ["10.9.0.0/16"], next_hop_ip_address: "10.110.0.4" }],
    };
    expect(complaintsOf(() => soundPlan(changes))).toEqual([
      "azurerm_virtual_hub.sdc: the lab's hub has no static routes of its own",
    ]);
  });

  test("a connection that follows another table", () => {
    const changes = {
      "azurerm_virtual_hub_connection.app.routing": [
        { propagated_route_table: [{ labels: ["production"], route_table_ids: [] }] },
      ],
    };
    expect(complaintsOf(() => soundPlan(changes))).toEqual([
      "azurerm_virtual_hub_connection.app: its routing names other tables than the default one, and the lab's hub has that alone",
    ]);
  });

  test("a link without BGP", () => {
    const changes = { "azurerm_vpn_gateway_connection.bergen.vpn_link[0].bgp_enabled": false };
    expect(complaintsOf(() => soundPlan(changes))).toContain(
      "azurerm_vpn_gateway_connection.bergen: link a has no BGP, and the lab's gateways learn routes by BGP only",
    );
  });
});
