import { networkOf } from "../../support/network";

const POOL = { id: "/subscriptions/s/pools/p", number_of_ip_addresses: "256" };

/** A virtual network and a subnet of it, each as written. */
function spokeOf(network: object, subnet: object) {
  const { virtualNetworks } = networkOf({
    resource: {
      azurerm_virtual_network: { app: { name: "app", resource_group_name: "rg", ...network } },
      azurerm_subnet: { web: { name: "web", resource_group_name: "rg", virtual_network_name: "app", ...subnet } },
    },
  });
  return virtualNetworks.map(({ addressSpace, subnets }) => [
    addressSpace,
    ...subnets.items.map((one) => one.prefixes),
  ]);
}

test("what a pool has still to give is unknown, for a network and for a subnet", () => {
  const path = "ip_address_pool[0].allocated_ip_address_prefixes";
  const untold = (address: string) => ({ path, items: [], unknown: { decidedBy: [`${address}.${path}`] } });
  expect(spokeOf({ ip_address_pool: [POOL] }, { ip_address_pool: [POOL] })).toEqual([
    [untold("azurerm_virtual_network.app"), untold("azurerm_subnet.web")],
  ]);
});

test("what a pool has given is the address space", () => {
  const given = { ...POOL, allocated_ip_address_prefixes: ["10.1.0.0/24"] };
  const path = "ip_address_pool[0].allocated_ip_address_prefixes";
  const space = { path, items: [{ state: "known", path: `${path}[0]`, value: "10.1.0.0/24", written: true }] };
  expect(spokeOf({ ip_address_pool: [given] }, { ip_address_pool: [given] })).toEqual([[space, space]]);
});

test("prefixes that are written come before a pool", () => {
  expect(spokeOf({ address_space: ["10.1.0.0/24"] }, { address_prefixes: ["10.1.0.0/25"] })).toMatchObject([
    [{ items: [{ value: "10.1.0.0/24" }] }, { items: [{ value: "10.1.0.0/25" }] }],
  ]);
});
