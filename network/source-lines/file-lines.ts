import { basename } from "node:path";
import type { Resource, SourceLine, WrittenLines } from "../resource";
import { type Declarations, declarationsOfFiles } from "./declarations";
import { lineInBlock } from "./line-in-block";

/** The lines of configuration files that a person wrote. They are read once more when the first line is asked for. */
export class FileLines implements WrittenLines {
  private declared: Declarations | undefined;

  private constructor(
    private readonly files: readonly string[],
    private readonly module: string,
  ) {}

  /**
   * Undefined where nobody wrote the files by hand: what cdktf synthesizes says itself where it comes from.
   * @param module the address of the module that the files are; empty for the root module
   */
  static of(files: readonly string[], module = ""): FileLines | undefined {
    const own = files.filter((file) => file !== "-" && basename(file) !== "cdk.tf.json");
    return own.length === 0 ? undefined : new FileLines(own, module);
  }

  lineOf(resource: Resource, path: string): SourceLine | undefined {
    const inside = resource.address.slice(this.module === "" ? 0 : this.module.length + 1);
    const block = this.declarations().get(withoutKey(inside));
    return block === undefined ? undefined : lineInBlock(block, path, resource);
  }

  /** Where a module is called, or an output is declared: `module.weu`, `output.network_intent`. */
  lineOfBlock(address: string): SourceLine | undefined {
    return this.declarations().get(address)?.source;
  }

  private declarations(): Declarations {
    this.declared ??= declarationsOfFiles(this.files);
    return this.declared;
  }
}

/** The key of an instance is in brackets, and names of configuration hold none. */
function withoutKey(address: string): string {
  const bracket = address.indexOf("[");
  return bracket < 0 ? address : address.slice(0, bracket);
}
