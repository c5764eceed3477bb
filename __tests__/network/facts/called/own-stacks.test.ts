import { join } from "node:path";
import { readNetwork } from "../../../../network/read/read-network";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../../../../stacks";
import { folderOfItsOwn } from "../../../stacks/terraform";
import { called } from "./named-network";

const folder = folderOfItsOwn();

function networkOf(example: string) {
  const outdir = join(folder, example);
  const app = new NetworkApp({ outdir, onReport: () => undefined });
  const file = join(__dirname, "..", "..", "..", "..", "examples", example, "network.yaml");
  addNetworkStacks(app, readNetworkFile(file));
  app.synth();
  return readNetwork([outdir]);
}

test("stacks of a network.yaml are called by the keys in it", () => {
  const network = networkOf("two-regions");
  const { hubs, sites, circuits, peerings, vpnGateways, virtualNetworks } = network;
  expect(called(network, [...hubs, ...vpnGateways])).toEqual([
    "hub northeurope",
    "hub westeurope",
    "VPN gateway northeurope",
    "VPN gateway westeurope",
  ]);
  expect(called(network, [...circuits, ...peerings])).toEqual([
    "circuit ams",
    "circuit dub",
    "private peering of circuit ams",
    "private peering of circuit dub",
  ]);
  expect(called(network, [...sites, ...virtualNetworks])).toEqual([
    "site headquarters",
    "site cork",
    "site dublin",
    "site rotterdam",
    "virtual network archive",
    "virtual network shop",
  ]);
  expect(called(network, [...network.expressRouteConnections, ...network.spokeConnections])).toEqual([
    "circuit ams at northeurope",
    "circuit dub at northeurope",
    "circuit ams at westeurope",
    "circuit dub at westeurope",
    "spoke archive",
    "spoke shop",
  ]);
  expect(called(network, [...network.vpnConnections, ...network.routeMaps.slice(0, 2)])).toEqual([
    "site cork at northeurope",
    "site dublin at northeurope",
    "site headquarters at northeurope",
    "site headquarters at westeurope",
    "site rotterdam at westeurope",
    "route map northeurope_ams_inbound",
    "route map northeurope_ams_outbound",
  ]);
});

test("what exists already is called by its key too", () => {
  const network = networkOf("brownfield");
  const { hubs, circuits, expressRouteConnections, vpnConnections, spokeConnections } = network;
  expect(
    called(network, [...hubs, ...circuits, ...expressRouteConnections, ...vpnConnections, ...spokeConnections]),
  ).toEqual(["hub weu", "circuit ams", "circuit ams at weu", "site plant at weu", "spoke app"]);
});
