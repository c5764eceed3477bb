import { InputError } from "../../../text/complaint";
import type { DeviceTree, EdgeTree, Tunnel } from "../../tree/device-tree";
import type { Platform, RenderOptions } from "../platform";
import type { RenderedFile } from "../rendered-file";
import { deviceFrr } from "./frr-device";
import { edgeFrr } from "./frr-edge";
import { clampFile, INTERFACES_SCRIPT, interfacesFile, interfacesUnit } from "./interfaces";
import { proposalsOf } from "./proposals";
import { charonFile, connectionsFile, KEY_PLACEHOLDER, keysFile, type Offer } from "./swanctl";

/** Linux with strongSwan for the tunnels and FRR for the routes, one folder for each device, laid out as on the device. */
export const strongswanFrr: Platform = {
  name: "strongswan-frr",
  render({ devices, edges, notes }, options) {
    const offers = offersOf(devices);
    return {
      files: [...devices.flatMap((tree) => filesOf(tree, offers, options)), ...edges.map(edgeFile)],
      notes: [...notes, ...devices.flatMap((tree) => keyNotes(tree, options))],
    };
  },
};

type Offers = (tunnel: Tunnel) => Offer;

function offersOf(devices: readonly DeviceTree[]): Offers {
  const offers = new Map<Tunnel, Offer>();
  const complaints = devices.flatMap(({ title, tunnels }) =>
    tunnels.flatMap((tunnel) => {
      const offered = proposalsOf(tunnel.negotiation);
      if ("fault" in offered) {
        return [{ path: tunnel.negotiation.place, message: `${title}, ${tunnel.title}: ${offered.fault}` }];
      }
      offers.set(tunnel, offered);
      return [];
    }),
  );
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return (tunnel) => {
    const offer = offers.get(tunnel);
    if (offer === undefined) {
      throw new RangeError(`tunnel ${tunnel.number} is of no device`);
    }
    return offer;
  };
}

function filesOf(tree: DeviceTree, offers: Offers, { withSecrets }: RenderOptions): RenderedFile[] {
  const file = (path: string, text: string, mode = 0o644): RenderedFile => ({
    path: `${tree.name}${path}`,
    text,
    mode,
  });
  return [
    file("/etc/frr/frr.conf", deviceFrr(tree)),
    file("/etc/nftables.d/azure.nft", clampFile(tree)),
    file("/etc/strongswan.d/azure.conf", charonFile(tree)),
    file("/etc/swanctl/conf.d/azure.conf", connectionsFile(tree, offers)),
    file("/etc/swanctl/conf.d/azure-keys.conf", keysFile(tree, withSecrets), 0o600),
    file("/etc/systemd/system/azure-tunnels.service", interfacesUnit(tree)),
    file(INTERFACES_SCRIPT, interfacesFile(tree), 0o755),
  ];
}

function edgeFile(tree: EdgeTree): RenderedFile {
  return { path: `${tree.name}/etc/frr/frr.conf`, text: edgeFrr(tree), mode: 0o644 };
}

function keyNotes({ title, keys }: DeviceTree, { withSecrets }: RenderOptions): string[] {
  const missing = keys.filter(({ key }) => key === undefined || !withSecrets);
  const why = withSecrets ? "no file tells its key" : "keys are left out";
  return missing.map((key) => `${title}, ${key.title}: ${why}; ${KEY_PLACEHOLDER} stands for it in azure-keys.conf.`);
}
