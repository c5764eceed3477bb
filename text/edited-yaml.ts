import { isCollection, isMap, isSeq, parseDocument, type Document as Yaml } from "yaml";

/** A YAML text that is changed here and there, and keeps its comments, its order and its blank lines elsewhere. */
export class EditedYaml {
  private readonly document: Yaml;

  /** @param text a YAML text without faults; empty for a new one */
  constructor(text: string) {
    this.document = parseDocument(text);
  }

  /** What stands at a path; undefined where nothing does. */
  at(path: readonly string[]): unknown {
    const node = this.document.getIn(path, true);
    return isCollection(node) ? node.toJS(this.document) : this.document.getIn(path);
  }

  /** Puts a list in one line at a path, with whatever is above it. What is alike already stays as it is written. */
  setList(path: readonly string[], list: readonly (string | number)[]): void {
    if (JSON.stringify(this.at(path)) === JSON.stringify(list)) {
      return;
    }
    for (let length = 1; length < path.length; length += 1) {
      const above = path.slice(0, length);
      if (!isMap(this.document.getIn(above, true))) {
        this.document.setIn(above, this.document.createNode({}));
      }
      const map = this.document.getIn(above, true);
      // `{}` that somebody wrote is filled in the way files are written.
      if (isMap(map) && map.items.length === 0) {
        map.flow = false;
      }
    }
    const node = this.document.createNode([...list]);
    const before = this.document.getIn(path, true);
    if (isSeq(node)) {
      node.flow = !isSeq(before) || before.flow === true || before.items.length === 0;
      const comment = isSeq(before) ? before.comment : undefined;
      if (comment !== undefined && comment !== null) {
        node.comment = comment;
      }
    }
    this.document.setIn(path, node);
  }

  /** Puts a number at the top, where nothing stands under that name. */
  setDefault(name: string, value: number): void {
    if (this.document.contents === null) {
      this.document.contents = this.document.createNode({});
    }
    if (!this.document.has(name)) {
      this.document.set(name, value);
    }
  }

  toString(): string {
    return this.document.toString({ lineWidth: 0, flowCollectionPadding: false });
  }
}
