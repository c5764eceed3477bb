import { join } from "node:path";
import { terraformFilesIn } from "../../input/terraform-files";
import type { SourceLine, WrittenLines } from "../../resource";
import { FileLines } from "../../source-lines/file-lines";
import type { ConfiguredModule } from "./configured-module";
import type { StackFiles } from "./stack-files";

/**
 * The lines of the files of a stack, a module each. What a module makes that is not the person's own, such as one of a registry, is at
 * the call of it.
 */
export class ModuleLines {
  private readonly known = new Map<ConfiguredModule, FileLines | undefined>();

  constructor(private readonly files: StackFiles) {}

  of(module: ConfiguredModule): WrittenLines | undefined {
    // What is synthesized tells lines itself.
    if (this.files.sources !== undefined) {
      return undefined;
    }
    const own = this.ownOf(module);
    return own ?? (module.calledBy === undefined ? undefined : { lineOf: () => this.callOf(module) });
  }

  private ownOf(module: ConfiguredModule): FileLines | undefined {
    if (!this.known.has(module)) {
      this.known.set(module, FileLines.of(this.filesOf(module), module.address));
    }
    return this.known.get(module);
  }

  private filesOf(module: ConfiguredModule): readonly string[] {
    if (module.calledBy === undefined) {
      return this.files.files;
    }
    const { folder } = this.files;
    const inside =
      folder === undefined || !folder.modules.isOwn(module.place) ? undefined : folder.modules.folderOf(module.place);
    if (folder === undefined || inside === undefined) {
      return [];
    }
    const path = join(folder.modules.root, inside);
    return terraformFilesIn(path, folder.modules.isOpenTofu).map((name) => join(path, name));
  }

  private callOf(module: ConfiguredModule): SourceLine | undefined {
    const { calledBy } = module;
    if (calledBy === undefined) {
      return undefined;
    }
    const above = this.ownOf(calledBy.caller);
    return above === undefined ? this.callOf(calledBy.caller) : above.lineOfBlock(`module.${calledBy.name}`);
  }
}
