/**
 * Paths inside resources, each text once: a network has millions of fields at a few hundred paths, and most of the
 * memory that paths would take is saved.
 */
export class Paths {
  private readonly attributes = new Map<string, Map<string, string>>();
  private readonly elements = new Map<string, string[]>();

  /** `link[0]` and `bgp`: `link[0].bgp`. */
  attribute(block: string, name: string): string {
    let known = this.attributes.get(block);
    if (known === undefined) {
      known = new Map();
      this.attributes.set(block, known);
    }
    let path = known.get(name);
    if (path === undefined) {
      path = `${block}.${name}`;
      known.set(name, path);
    }
    return path;
  }

  /** `link` and 0: `link[0]`. */
  element(list: string, index: number): string {
    let known = this.elements.get(list);
    if (known === undefined) {
      known = [];
      this.elements.set(list, known);
    }
    const path = known[index] ?? `${list}[${index}]`;
    known[index] = path;
    return path;
  }
}
