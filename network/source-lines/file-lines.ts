import { basename } from "node:path";
import type { Resource, SourceLine, WrittenLines } from "../resource";
import { type Declarations, declarationsOfFiles } from "./declarations";
import { lineInBlock } from "./line-in-block";

/** The lines of configuration files that a person wrote. They are read once more when the first line is asked for. */
export class FileLines implements WrittenLines {
  private declared: Declarations | undefined;

  private constructor(private readonly files: readonly string[]) {}

  /** Undefined where nobody wrote the files by hand: what cdktf synthesizes says itself where it comes from. */
  static of(files: readonly string[]): FileLines | undefined {
    const own = files.filter((file) => file !== "-" && basename(file) !== "cdk.tf.json");
    return own.length === 0 ? undefined : new FileLines(own);
  }

  lineOf(resource: Resource, path: string): SourceLine | undefined {
    this.declared ??= declarationsOfFiles(this.files);
    const block = this.declared.get(withoutKey(resource.address));
    return block === undefined ? undefined : lineInBlock(block, path, resource);
  }
}

/** The key of an instance is in brackets, and names of configuration hold none. */
function withoutKey(address: string): string {
  const bracket = address.indexOf("[");
  return bracket < 0 ? address : address.slice(0, bracket);
}
