import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Daemon } from "../system/daemon";
import { LabError } from "../system/lab-error";
import type { Namespaces } from "../system/namespaces";
import { until } from "../system/until";

/** strongSwan in one namespace, with a socket and files of its own. */
export class Charon {
  readonly folder: string;
  private daemon: Daemon | undefined;

  constructor(
    private readonly namespaces: Namespaces,
    readonly node: string,
    home: string,
    private readonly signal: AbortSignal,
  ) {
    this.folder = join(home, node, "charon");
    mkdirSync(join(this.folder, "conf.d"), { recursive: true, mode: 0o700 });
    for (const kind of ["x509", "x509ca", "x509ocsp", "x509aa", "x509ac", "x509crl", ...KEYS]) {
      // It complains of each that isn't there.
      mkdirSync(join(this.folder, kind), { mode: 0o700 });
    }
    this.write("swanctl.conf", "include conf.d/*.conf\n");
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text, { mode: 0o600 });
  }

  /** @param configuration its main configuration */
  start(configuration: string): Daemon {
    this.write("strongswan.conf", configuration);
    const command = this.namespaces.inside(this.node, ["charon-systemd"]);
    const log = join(this.folder, "charon.out");
    // Now and then it hangs at its end, since its interface is in another namespace by then.
    this.daemon = new Daemon(`charon of ${this.node}`, command, log, this.env(), undefined, true);
    return this.daemon;
  }

  async isReady(): Promise<void> {
    await until({ what: `charon of ${this.node}`, seconds: 60, signal: this.signal }, async () => {
      this.daemon?.check();
      return existsSync(join(this.folder, "charon.vici")) ? true : "its socket isn't there yet";
    });
  }

  /** Loads connections and keys; what it says against them, which is nothing where all is well. */
  async load(): Promise<string> {
    const { code, out, err } = await this.swanctl(["--load-all", "--noprompt"]);
    const said = `${out}${err}`.split("\n").filter((line) => /fail|unknown|warn|invalid|unsupported|error/i.test(line));
    return code === 0 && said.length === 0 ? "" : said.join("\n") || `swanctl ends with exit code ${code}`;
  }

  /** What swanctl prints, one value a line. */
  async pretty(command: "--list-sas" | "--list-conns"): Promise<string> {
    const { code, out, err } = await this.swanctl([command, "--pretty"]);
    if (code !== 0) {
      throw new LabError([`swanctl ${command} of ${this.node} failed: ${err.trim()}`]);
    }
    return out;
  }

  /** Makes new keys for a tunnel; what is wrong with that. */
  async rekey(child: string): Promise<string> {
    const { code, out, err } = await this.swanctl(["--rekey", "--child", child]);
    return code === 0 ? "" : `${out}${err}`.trim();
  }

  private swanctl(args: readonly string[]) {
    const [command = "", ...more] = args;
    const socket = `unix://${join(this.folder, "charon.vici")}`;
    return this.namespaces.run(this.node, ["swanctl", command, ...more, "--uri", socket], "", this.env());
  }

  private env(): NodeJS.ProcessEnv {
    return { STRONGSWAN_CONF: join(this.folder, "strongswan.conf"), SWANCTL_DIR: this.folder };
  }
}

const KEYS = ["pubkey", "private", "rsa", "ecdsa", "bliss", "pkcs8", "pkcs12"];
