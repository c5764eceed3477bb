import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { INTERFACES_SCRIPT } from "../../device/platforms/strongswan-frr/interfaces";
import { fileAt, onlyTunnel, shortened, withKey } from "../changes/device-files";
import { Charon } from "../daemons/charon";
import { notLoaded } from "../observe/rendered-connections";
import { connectionsIn } from "../observe/swanctl";
import type { LabDevice } from "../plan/lab-plan";
import { deviceName } from "../plan/names";
import { gatewayConnection, mainConfiguration } from "../roles/charon";
import type { Ground } from "./ground";

/** The tunnels of a lab: a charon for each end, and its interface in the router that uses it. */
export class Tunnels {
  /** By node. */
  readonly charons = new Map<string, Charon>();
  private readonly keys = new Map<number, string>();

  constructor(private readonly ground: Ground) {}

  private charonAt(node: string): Charon {
    const charon =
      this.charons.get(node) ?? new Charon(this.ground.namespaces, node, this.ground.home, this.ground.options.signal);
    this.charons.set(node, charon);
    return charon;
  }

  async start(): Promise<void> {
    for (const { node, side, device } of this.ground.crypts) {
      const own = this.ground.plan.devices[device];
      const said = side === "device" && own !== undefined ? fileAt(own.files, "/strongswan.d/azure.conf") : ROUTELESS;
      const charon = this.charonAt(node);
      this.ground.daemons.push(charon.start(mainConfiguration(charon.folder, said, "kernel-libipsec")));
    }
    if (this.ground.options.tunnelsBy === "kernel") {
      for (const [index, { files }] of this.ground.plan.devices.entries()) {
        const charon = this.charonAt(deviceName(index));
        const said = fileAt(files, "/strongswan.d/azure.conf");
        this.ground.daemons.push(charon.start(mainConfiguration(charon.folder, said, "kernel")));
      }
    }
    for (const charon of this.charons.values()) {
      await charon.isReady();
    }
  }

  /** Each tunnel's interface goes to the router that uses it. */
  async interfaces(): Promise<void> {
    for (const { node, host, tunnel, side, device } of this.ground.crypts) {
      const target = this.ground.namespaces.nameOf(host);
      await this.ground.namespaces.ip(node, [
        `link set ipsec0 netns ${target} name ${tunnel}`,
        // charon makes a route to its interface for each tunnel, in a table that nobody looks into. It fails without one.
        "link add ipsec0 type veth peer name unused",
        "link set ipsec0 up",
        "link set unused up",
      ]);
      if (side === "gateway") {
        const peer = this.ground.plan.devices[device]?.bgp.source.text ?? "";
        await this.ground.namespaces.ip(host, [`link set ${tunnel} mtu 1400 up`, `route add ${peer}/32 dev ${tunnel}`]);
      }
    }
    for (const [index, { files, tree }] of this.ground.plan.devices.entries()) {
      const folder = this.written(tree.name, files);
      const node = deviceName(index);
      await this.accepts(node, ["sh", join(folder, INTERFACES_SCRIPT)]);
      await this.accepts(node, ["nft", "-f", join(folder, "etc/nftables.d/azure.nft")]);
    }
  }

  /** The rendered files as they are, for a person to look at and for the shell and nftables to read. */
  private written(name: string, files: LabDevice["files"]): string {
    for (const { path, text, mode } of files) {
      const file = join(this.ground.home, "rendered", path);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, text);
      chmodSync(file, mode);
    }
    return join(this.ground.home, "rendered", name);
  }

  private async accepts(node: string, command: readonly string[]): Promise<void> {
    const { code, out, err } = await this.ground.namespaces.run(node, command);
    if (code !== 0 || `${out}${err}` !== "") {
      this.ground.refused.push(`${node}: ${command.join(" ")}: ${`${out}${err}`.trim() || `exit code ${code}`}`);
    }
  }

  async load(): Promise<void> {
    for (const crypt of this.ground.crypts.filter(({ side }) => side === "gateway")) {
      const key = this.keyOf(crypt.device);
      this.charonAt(crypt.node).write("conf.d/azure.conf", gatewayConnection(crypt.of, crypt.number, key));
      await this.loadInto(crypt.node);
    }
    for (const [index, { files }] of this.ground.plan.devices.entries()) {
      const connections = shortened(fileAt(files, "/conf.d/azure.conf"));
      const keys = withKey(fileAt(files, "/conf.d/azure-keys.conf"), this.keyOf(index));
      const own = this.ground.crypts.filter(({ side, device }) => side === "device" && device === index);
      const ends =
        this.ground.options.tunnelsBy === "kernel"
          ? [{ node: deviceName(index), text: connections }]
          : own.map(({ node, tunnel }) => ({ node, text: onlyTunnel(connections, tunnel) }));
      for (const { node, text } of ends) {
        this.charonAt(node).write("conf.d/azure.conf", text);
        this.charonAt(node).write("conf.d/azure-keys.conf", keys);
        await this.loadInto(node);
        const loaded = connectionsIn(await this.charonAt(node).pretty("--list-conns"), node);
        const missing = notLoaded(text, loaded).map((fault) => `${node}: strongSwan was given ${fault}`);
        this.ground.refused.push(...missing);
      }
    }
  }

  private async loadInto(node: string): Promise<void> {
    const said = await this.charonAt(node).load();
    if (said !== "") {
      this.ground.refused.push(`${node}: strongSwan says: ${said}`);
    }
  }

  private keyOf(device: number): string {
    const key = this.keys.get(device) ?? randomBytes(24).toString("hex");
    this.keys.set(device, key);
    return key;
  }
}

const ROUTELESS = "charon {\n    install_routes = no\n    install_virtual_ip = no\n}\n";
