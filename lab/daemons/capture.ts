import { join } from "node:path";
import { type Packet, packetIn } from "../observe/packet";
import { Daemon } from "../system/daemon";
import type { Namespaces } from "../system/namespaces";

/** Packets at one interface, as they come, and in a pcap file. */
export class Capture {
  readonly packets: Packet[] = [];
  readonly daemon: Daemon;
  private fault: unknown;

  /**
   * @param name what people call the place
   * @param file of the packets, in the folder of the run
   */
  constructor(
    namespaces: Namespaces,
    node: string,
    networkInterface: string,
    readonly name: string,
    readonly file: string,
    home: string,
  ) {
    const command = [
      ...["tcpdump", "-i", networkInterface, "-n", "-tt", "-l", "--immediate-mode", "-Z", "root"],
      ...["-U", "--print", "-w", join(home, file), "ip"],
    ];
    const log = join(home, `${file}.log`);
    this.daemon = new Daemon(`tcpdump at ${name}`, namespaces.inside(node, command), log, {}, (line) => {
      this.read(line);
    });
  }

  /** @throws LabError where it ended, or showed what can't be read */
  check(): void {
    this.daemon.check();
    if (this.fault !== undefined) {
      throw this.fault;
    }
  }

  private read(line: string): void {
    try {
      this.packets.push(packetIn(line, this.name));
    } catch (error) {
      this.fault ??= error;
    }
  }
}
