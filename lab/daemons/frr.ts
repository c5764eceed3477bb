import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Daemon } from "../system/daemon";
import type { Namespaces } from "../system/namespaces";
import { TimeoutError, until } from "../system/until";

const FOLDER = "/usr/lib/frr";

/** Debian's FRR insists that its user is in this group. In a mount namespace of the daemon's own, root is. */
const WITH_GROUPS = 'mount --bind "$0" /etc/group && exec "$@"';

function withRoot(groups: string): string {
  return groups.replace(/^(frrvty:[^:]*:\d+:)(.*)$/m, (_line, head: string, users: string) =>
    users === "" ? `${head}root` : `${head}${users},root`,
  );
}

/** FRR in one namespace, with sockets and files of its own. */
export class Frr {
  private readonly folder: string;
  private daemons: readonly Daemon[] = [];

  constructor(
    private readonly namespaces: Namespaces,
    readonly node: string,
    home: string,
    private readonly signal: AbortSignal,
  ) {
    this.folder = join(home, node, "frr");
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, "vtysh.conf"), "service integrated-vtysh-config\n");
    writeFileSync(join(this.folder, "empty.conf"), "");
    writeFileSync(join(this.folder, "group"), withRoot(readFileSync("/etc/group", "utf8")));
  }

  /** Starts the daemons that are asked for, the kernel's first. */
  start(daemons: readonly ("zebra" | "staticd" | "bgpd")[]): readonly Daemon[] {
    this.daemons = daemons.map((name) => {
      const at = (file: string) => join(this.folder, file);
      const command = [
        ...["unshare", "--mount", "--propagation", "private", "sh", "-c", WITH_GROUPS, at("group")],
        `${FOLDER}/${name}`,
        // It stays root: a change of user would undo that it ends when the lab does.
        ...["-u", "root", "-g", "root", "-A", "127.0.0.1", "-P", "0"],
        ...["--vty_socket", this.folder, "-z", at("zserv.api"), "-i", at(`${name}.pid`), "-f", at("empty.conf")],
        ...["--log", `file:${at(`${name}.log`)}`],
        ...(name === "bgpd" ? ["-p", "179"] : []),
      ];
      return new Daemon(`${name} of ${this.node}`, this.namespaces.inside(this.node, command), at(`${name}.out`));
    });
    return this.daemons;
  }

  private check(): void {
    for (const daemon of this.daemons) {
      daemon.check();
    }
  }

  /** Waits until all of them answer. */
  async isReady(daemons: readonly string[]): Promise<void> {
    await until({ what: `FRR of ${this.node}`, seconds: 60, signal: this.signal }, async () => {
      this.check();
      const { out } = await this.vtysh(["-c", "show daemons"]);
      const missing = daemons.filter((name) => !new RegExp(`\\b${name}\\b`).test(out));
      return missing.length === 0 ? true : `${missing.join(", ")} can't be reached yet`;
    });
  }

  /** Loads a configuration; what it says of that, which is nothing where all is well. */
  async load(text: string, name: string): Promise<string> {
    const file = join(this.folder, name);
    writeFileSync(file, text);
    const { code, out, err } = await this.vtysh(["-f", file]);
    const said = `${out}${err}`
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^\[\d+\|\w+\] (?:sending|done)/.test(line))
      .join("\n");
    return code === 0 || said !== "" ? said : `vtysh ends with exit code ${code}`;
  }

  /** Lines of a file that are not in what FRR then runs. Some take a moment, since daemons tell each other. */
  async notRun(text: string): Promise<string[]> {
    const wanted = text.split("\n").filter((line) => line !== "" && !/^\s*!/.test(line));
    let missing: string[] = wanted;
    try {
      await until({ what: "the running configuration", seconds: 15, signal: this.signal }, async () => {
        const running = new Set((await this.show("show running-config")).split("\n").map((line) => line.trimEnd()));
        missing = wanted.filter((line) => !running.has(line.trimEnd()));
        return missing.length === 0 ? true : "not all of it is run";
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
    }
    return missing;
  }

  /** What a command of vtysh's shows. */
  show(command: string): Promise<string> {
    return this.namespaces.output(this.node, this.commandLine(["-c", command]));
  }

  /** Changes the running configuration. */
  async configure(lines: readonly string[]): Promise<string> {
    const { out, err } = await this.vtysh(["configure terminal", ...lines].flatMap((line) => ["-c", line]));
    return `${out}${err}`.trim();
  }

  private vtysh(args: readonly string[]) {
    return this.namespaces.run(this.node, this.commandLine(args), "", { HOME: this.folder });
  }

  private commandLine(args: readonly string[]): string[] {
    return ["vtysh", "--vty_socket", this.folder, "--config_dir", this.folder, ...args];
  }
}
