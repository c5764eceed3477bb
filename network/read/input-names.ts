/**
 * What inputs are called, so that each has a name of its own. A plan goes by its own name after it was saved; but where
 * every region calls its plan `plan.json`, by that of the saved network too: `weu.json:plan.json`.
 */
export class InputNames {
  private readonly counts = new Map<string, number>();

  /** @param paths of all inputs that are read, those in saved networks too */
  constructor(paths: readonly string[]) {
    for (const path of paths) {
      this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
    }
  }

  /** The name of an input that a saved network holds. */
  inSaved(file: string, path: string): string {
    return (this.counts.get(path) ?? 0) > 1 ? `${file}:${path}` : path;
  }
}
