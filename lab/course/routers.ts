import { fileAt } from "../changes/device-files";
import { Frr } from "../daemons/frr";
import { CORE, deviceName, edgeName, gatewayName, HUB, microsoftName } from "../plan/names";
import { gatewayFrr, hubFrr, microsoftFrr } from "../roles/azure-end";
import { besideFile, coreFrr } from "../roles/on-premises";
import type { Ground } from "./ground";

/** FRR on all routers of a lab. */
export class Routers {
  /** By node. */
  readonly frrs = new Map<string, Frr>();

  constructor(private readonly ground: Ground) {}

  async start(): Promise<void> {
    const { plan } = this.ground;
    const routers = [
      CORE,
      HUB,
      ...plan.hub.instances.map((_, index) => gatewayName(index)),
      ...plan.circuits.flatMap((_, index) => [edgeName(index), microsoftName(index)]),
    ].map((node) => ({ node, daemons: ["zebra", "bgpd"] as const }));
    const devices = plan.devices.map((_, index) => ({
      node: deviceName(index),
      daemons: ["zebra", "staticd", "bgpd"] as const,
    }));
    for (const { node, daemons } of [...routers, ...devices]) {
      const frr = new Frr(this.ground.namespaces, node, this.ground.home, this.ground.options.signal);
      this.frrs.set(node, frr);
      this.ground.daemons.push(...frr.start(daemons));
    }
    for (const { node, daemons } of [...routers, ...devices]) {
      await this.frrs.get(node)?.isReady(daemons);
    }
  }

  async load(): Promise<void> {
    const { plan } = this.ground;
    const { addressOf } = this.ground.wiring;
    await this.loadInto(CORE, coreFrr(plan, addressOf));
    await this.loadInto(HUB, hubFrr(plan, addressOf));
    for (const index of plan.hub.instances.keys()) {
      await this.loadInto(gatewayName(index), gatewayFrr(plan, index, addressOf));
    }
    for (const [index, { tree, files }] of plan.circuits.entries()) {
      await this.loadInto(microsoftName(index), microsoftFrr(plan, index, addressOf));
      await this.loadRendered(edgeName(index), fileAt(files, "/etc/frr/frr.conf"), tree.asn);
    }
    for (const [index, { bgp, files }] of plan.devices.entries()) {
      await this.loadRendered(deviceName(index), fileAt(files, "/etc/frr/frr.conf"), bgp.asn);
    }
  }

  private async loadInto(node: string, text: string, name = "lab.conf"): Promise<void> {
    const said = await this.frrs.get(node)?.load(text, name);
    if (said !== undefined && said !== "") {
      this.ground.refused.push(`${node}: the lab's own configuration: ${said}`);
    }
  }

  /** A rendered file, which has to be run whole; only then what the lab has beside it. */
  private async loadRendered(node: string, text: string, asn: number): Promise<void> {
    const frr = this.frrs.get(node);
    const said = await frr?.load(text, "frr.conf");
    const missing = (await frr?.notRun(text)) ?? [];
    this.ground.refused.push(
      ...(said === undefined || said === "" ? [] : [`${node}: FRR says of etc/frr/frr.conf: ${said}`]),
      ...missing
        .filter((line) => !UNSHOWN.has(line))
        .map((line) => `${node}: FRR doesn't run this line of etc/frr/frr.conf: ${line.trim()}`),
    );
    await this.loadInto(node, besideFile(this.ground.plan, asn, this.ground.wiring.addressOf), "beside.conf");
  }
}

/** Lines that FRR takes and doesn't show: its defaults, and where a file ends. */
const UNSHOWN = new Set(["frr defaults traditional", "end"]);
