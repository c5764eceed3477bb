import type { Prefix } from "../../address/prefix";
import { inventedOutputs } from "../../device/azure/invented-outputs";
import { azureFileOf } from "../../device/azure/read-azure-file";
import type { DeviceConfiguration } from "../../device/configuration/device-configuration";
import { plannedLinks } from "../../device/configuration/planned-links";
import { type Planned, planDevices } from "../../device/render-devices";
import { namesIn } from "../../network/facts/called/names";
import { expressRouteOf, isPrivate } from "../../network/facts/private-path";
import { knownValue, targetOf } from "../../network/field";
import type { Network, VirtualHub } from "../../network/network";
import { type Complaint, InputError } from "../../text/complaint";
import { CORE_ADDRESS, freeAsn, linkRangeBeside, nth } from "./addresses";
import { hostsOf, MOST_HOSTS, MOST_SPOKES, prefixesIn, spokesOf } from "./hosts";
import type { HubPreference, LabCircuit, LabDevice, LabHub, LabPlan } from "./lab-plan";
import { internetLinks, unmodelledAt } from "./unmodelled";

/** How many devices the lab has at most: each is four daemons and more. */
const MOST_DEVICES = 6;

/**
 * What the lab consists of, from a network and the files that `wanproof device` renders of it.
 *
 * @param site only this one: its name in Azure or its Terraform address
 * @throws InputError with everything that the lab can't show
 */
export function makePlan(network: Network, site: string | undefined): LabPlan {
  const linkRange = linkRangeBeside(prefixesIn(network));
  if (linkRange === undefined) {
    throw new InputError([{ path: PLACE, message: "the network uses both ranges that the lab takes addresses from" }]);
  }
  const planned = planDevices([azureFileOf(PLACE, JSON.stringify(inventedOutputs(network)))], network, {
    platform: "strongswan-frr",
    site,
    nextHops: [nth(linkRange, CORE_ADDRESS).text],
  });
  return new Planning(network, planned, linkRange).plan();
}

const PLACE = "the lab";

class Planning {
  private readonly complaints: Complaint[] = [];

  constructor(
    private readonly network: Network,
    private readonly planned: Planned,
    private readonly linkRange: Prefix,
  ) {}

  plan(): LabPlan {
    const { network, planned } = this;
    const part = this.hubPart();
    const devices = planned.set.devices.flatMap((device, index) => this.device(device, index) ?? []);
    const circuits = part === undefined ? [] : this.circuits(part);
    const hub = part === undefined ? undefined : this.hub(part);
    if (circuits.length === 0) {
      this.refuse("no circuit has a peering that can be told, and so tunnels have nothing to run over");
    }
    const sites = [...new Set(devices.map((one) => one.site))];
    if (sites.length > 1) {
      this.refuse(`it has one site, and there are ${sites.join(", ")}; choose one with --site`);
    }
    if (devices.length > MOST_DEVICES) {
      this.refuse(`${devices.length} links are more than the ${MOST_DEVICES} devices that it holds`);
    }
    if (this.complaints.length > 0 || hub === undefined) {
      throw new InputError(this.complaints);
    }
    const all = hub.part.vpnGateways.flatMap((gateway) => gateway.connections.flatMap(({ links }) => links.items));
    const isWhole = all.filter((link) => isPrivate(link) === "yes").length === devices.length;
    const hasAllTunnels = isWhole && network.hubs.length === 1;
    const hosts = hostsOf(network, hub, devices, hasAllTunnels);
    const spokes = spokesOf(network, hub.part);
    if (hosts.found.length === 0) {
      throw new InputError([
        {
          path: PLACE,
          message: "no protected prefix is behind these devices: state protectedPrefixes, or what links advertise",
        },
      ]);
    }
    const asns = [
      hub.asn,
      ...devices.map(({ bgp }) => bgp.asn),
      ...circuits.flatMap(({ tree }) => [tree.asn, tree.microsoftAsn]),
    ];
    return {
      network,
      hub,
      circuits,
      devices,
      hosts: hosts.found.slice(0, MOST_HOSTS),
      spokes: spokes.slice(0, MOST_SPOKES),
      coreAsn: freeAsn(new Set(asns)),
      linkRange: this.linkRange,
      hasAllTunnels,
      notLookedAt: [
        ...hosts.elsewhere.map((prefix) => `${prefix} is protected, and behind none of the devices in the lab.`),
        ...cut(
          hosts.found.map(({ prefix }) => prefix.text),
          MOST_HOSTS,
          "protected prefixes",
        ),
        ...cut(
          spokes.map(({ prefix }) => prefix.text),
          MOST_SPOKES,
          "prefixes of spokes",
        ),
        ...internetLinks(hub.part).map((link) => `${link} doesn't run over ExpressRoute, and isn't in the lab.`),
        ...network.hubs
          .filter((one) => one !== hub.part)
          .map((one) => `Hub ${knownValue(one.name) ?? one.resource.address} isn't in the lab, which has one hub.`),
      ],
      notes: planned.set.notes.concat(planned.set.devices.flatMap(({ notes }) => notes)),
    };
  }

  private refuse(message: string, path = PLACE): void {
    this.complaints.push({ path, message });
  }

  private hubPart(): VirtualHub | undefined {
    const prefixes = new Set(this.planned.set.devices.flatMap(({ hubs }) => hubs.map(({ prefix }) => prefix.text)));
    const parts = plannedLinks(this.network).filter(({ hubPrefix }) => hubPrefix && prefixes.has(hubPrefix.text));
    const [first, ...others] = new Set(parts.map(({ hub }) => hub));
    if (first !== undefined && others.length > 0) {
      this.refuse("it has one hub, and these sites are connected to several; choose a site of one hub with --site");
      return undefined;
    }
    return first;
  }

  private hub(part: VirtualHub): LabHub | undefined {
    this.complaints.push(...unmodelledAt(this.network, part));
    const [end] = this.planned.set.devices.flatMap(({ hubs }) => hubs);
    const instances = (end?.instances ?? []).flatMap(({ name, tunnelAddress, bgpAddress }) =>
      bgpAddress === undefined ? [] : [{ name, tunnelAddress, bgpAddress }],
    );
    const preference = knownValue(part.routingPreference);
    const wan = targetOf(part.wan);
    const spokePrefixes = spokesOf(this.network, part).map(({ prefix }) => prefix);
    return end === undefined || !isPreference(preference)
      ? undefined
      : {
          part,
          name: namesIn(this.network).of(part).name,
          prefix: end.prefix,
          asn: end.azureAsn,
          preference,
          branchToBranch: wan === undefined || knownValue(wan.allowBranchToBranch) !== false,
          instances,
          spokePrefixes,
        };
  }

  private circuits(hub: VirtualHub): LabCircuit[] {
    const { edges } = this.planned.set;
    return expressRouteOf(hub).flatMap((connection): LabCircuit[] => {
      const circuit = targetOf(targetOf(connection.peering)?.circuit ?? NOTHING);
      const name = (circuit && knownValue(circuit.name)) ?? targetOf(connection.peering)?.resource.address;
      const index = edges.findIndex((edge) => edge.circuit === name);
      const tree = this.planned.trees.edges[index];
      if (circuit === undefined || tree === undefined) {
        this.refuse("its circuit can't be told, and so the lab can't have it", connection.resource.address);
        return [];
      }
      return [
        {
          name: namesIn(this.network).of(circuit).name,
          tree,
          files: this.filesOf(tree.name),
          connection,
          address: circuit.resource.address,
          inbound: targetOf(connection.routing.inboundRouteMap),
          outbound: targetOf(connection.routing.outboundRouteMap),
        },
      ];
    });
  }

  private device(device: DeviceConfiguration, index: number): LabDevice | undefined {
    const tree = this.planned.trees.devices[index];
    const own = plannedLinks(this.network).find(
      ({ site, link, hubPrefix }) =>
        site === device.site &&
        link === device.link &&
        device.hubs.some(({ prefix }) => prefix.text === hubPrefix?.text),
    );
    if (tree === undefined || own === undefined) {
      return undefined;
    }
    const { bgp } = tree;
    const address = own.connected.connection.resource.address;
    if (bgp === undefined) {
      this.refuse(`link ${device.link} has no BGP, and the lab's gateways learn routes by BGP only`, address);
      return undefined;
    }
    const { routing } = own.connected.connection;
    return {
      site: device.site,
      siteAddress: own.siteLink.site.resource.address,
      link: device.link,
      tree,
      files: this.filesOf(tree.name),
      connected: own.connected,
      bgp,
      inbound: targetOf(routing.inboundRouteMap),
      outbound: targetOf(routing.outboundRouteMap),
    };
  }

  private filesOf(name: string) {
    return this.planned.rendered.files.filter(({ path }) => path.startsWith(`${name}/`));
  }
}

const NOTHING = { state: "absent", path: "" } as const;

function isPreference(text: string | undefined): text is HubPreference {
  return text === "ExpressRoute" || text === "VpnGateway" || text === "ASPath";
}

function cut(names: readonly string[], most: number, what: string): string[] {
  return names.length > most ? [`The lab holds ${most} ${what}; it leaves out ${names.slice(most).join(", ")}.`] : [];
}
