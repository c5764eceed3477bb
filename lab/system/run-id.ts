import { readdirSync, readFileSync } from "node:fs";

// Names of namespaces carry the run: `wanproof-1a2b-3c4d5e-hub`, the number of the process and when it started. By the two,
// a run that is gone can be told from one that goes on, even where numbers of processes come again.
const NAME = /^wanproof-([0-9a-f]+)-([0-9a-f]+)-[a-z0-9-]+$/;

/** What the names of this process's run begin with. */
export function ownRunPrefix(): string {
  return `wanproof-${process.pid.toString(16)}-${(startOf(process.pid) ?? 0).toString(16)}`;
}

/** Namespaces of runs whose process is gone. */
export function leftBehind(names: readonly string[]): string[] {
  return names.filter((name) => {
    const [, pid, start] = NAME.exec(name) ?? [];
    return pid !== undefined && start !== undefined && startOf(Number.parseInt(pid, 16)) !== Number.parseInt(start, 16);
  });
}

/** The names of all namespaces of this machine. */
export function namespacesHere(): string[] {
  try {
    return readdirSync("/run/netns");
  } catch {
    // Nobody has made any yet.
    return [];
  }
}

/** When a process started, in ticks since the machine did; undefined where there is none. */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name may hold spaces and brackets, so what counts comes after the last one.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return undefined;
  }
}
