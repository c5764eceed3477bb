import { outputOf, type Ran, run } from "./command";
import { LabError } from "./lab-error";
import { leftBehind, namespacesHere, ownRunPrefix } from "./run-id";

/** The network namespaces of one run. They have no route outward: nothing in them is connected to the machine's own. */
export class Namespaces {
  private readonly prefix: string;
  private readonly made = new Set<string>();

  constructor(
    private readonly signal: AbortSignal,
    /** Tells two runs of one process apart. */
    run = "",
  ) {
    this.prefix = `${ownRunPrefix()}${run}`;
  }

  /** The name of a node's namespace, as `ip netns` shows it. */
  nameOf(node: string): string {
    return `${this.prefix}-${node}`;
  }

  async add(node: string): Promise<void> {
    const name = this.nameOf(node);
    this.made.add(name);
    await outputOf("ip", ["netns", "add", name], { signal: this.signal });
  }

  /** A command that is run inside. */
  inside(node: string, command: readonly string[]): string[] {
    return ["nsenter", `--net=/run/netns/${this.nameOf(node)}`, "--", ...command];
  }

  /**
   * What a program writes that is run inside.
   * @throws LabError where it fails
   */
  output(node: string, command: readonly string[], input?: string): Promise<string> {
    const [program = "", ...args] = this.inside(node, command);
    return outputOf(program, args, { signal: this.signal, ...(input === undefined ? {} : { input }) });
  }

  /** The same for one that may fail. */
  run(node: string, command: readonly string[], input?: string, env?: NodeJS.ProcessEnv): Promise<Ran> {
    const [program = "", ...args] = this.inside(node, command);
    return run(program, args, {
      signal: this.signal,
      ...(input === undefined ? {} : { input }),
      ...(env === undefined ? {} : { env }),
    });
  }

  /** Runs lines of `ip` inside, without the word itself. */
  async ip(node: string, lines: readonly string[]): Promise<void> {
    if (lines.length > 0) {
      await this.output(node, ["ip", "-batch", "-"], `${lines.join("\n")}\n`);
    }
  }

  /** Takes all of them away; what is wrong with that. */
  async remove(): Promise<string[]> {
    return removed([...this.made]);
  }
}

/** Takes away what runs left behind whose process is gone, and tells what was there. */
export async function removeLeftBehind(): Promise<string[]> {
  const names = leftBehind(namespacesHere());
  const faults = await removed(names);
  if (faults.length > 0) {
    throw new LabError(faults);
  }
  return names;
}

async function removed(names: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const name of names) {
    const { code, err } = await run("ip", ["netns", "delete", name]);
    if (code !== 0 && namespacesHere().includes(name)) {
      faults.push(`namespace ${name} can't be deleted: ${err.trim()}`);
    }
  }
  return faults;
}
