/** One line of the benchmark table. Machines are noisy, so what counts is the ratio of two figures of one run. */
export interface Row {
  readonly what: string;
  readonly size: string;
  /** Ours, in milliseconds of CPU time unless `what` or `unit` says otherwise. */
  readonly ours: number;
  /** Default ms. */
  readonly unit?: string;
  /** What it is measured against, in the same run; undefined where the figure stands alone. */
  readonly reference?: number;
  readonly aim: string;
}

/** CPU milliseconds (user and system) that a piece of work takes: the least of several runs. */
export function cpuMs(work: () => void, runs = 5): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Prints rows as a table. */
export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ what, size, ours, reference, aim, unit = "ms" }) => [
    what,
    size,
    `${ours.toFixed(1)} ${unit}`,
    reference === undefined ? "" : `${reference.toFixed(1)} ${unit}`,
    reference === undefined ? "" : (ours / reference).toFixed(2),
    aim,
  ]);
  const table = [["what", "size", "wanproof", "reference", "ratio", "aim"], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of table) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}
