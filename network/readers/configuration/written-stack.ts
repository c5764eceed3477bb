import type { Complaint } from "../../../text/complaint";
import type { JsonObject } from "../../../text/json";
import { moduleFilesIn } from "../../hcl/module-files";
import { Repository } from "../../hcl/repository";
import type { ModuleFolder } from "../../input/folder";
import { fileFunctions } from "./file-functions";
import { ModuleFolders } from "./module-folders";
import type { StackFiles, StackFolder } from "./stack-files";
import { type GivenVariables, type VariableArgument, variablesFor } from "./variables";

/** A root module as its folder has it, and what is wrong with it. */
export interface WrittenStack {
  readonly stack: StackFiles;
  readonly complaints: readonly Complaint[];
}

/** Reads the files of a root module that people write, and what is given for its variables. */
export function writtenStack(
  folder: ModuleFolder,
  { isOpenTofu, isSynthesized }: NonNullable<ModuleFolder["written"]>,
  args: readonly VariableArgument[],
  sources: JsonObject | undefined,
): WrittenStack {
  const { path } = folder;
  const { contents, faults } = moduleFilesIn(path, isOpenTofu, new Repository(path));
  const { given, complaints } = variablesFor(path, args, process.env);
  return {
    stack: { ...folder, contents, sources, folder: folderAt(path, isOpenTofu, isSynthesized ? undefined : given) },
    complaints: [...faults.map((message) => ({ path, message })), ...complaints],
  };
}

/** The folder of what is synthesized, for the modules that it calls. Whoever deploys it gives its variables. */
export function synthesizedFolder(path: string): StackFolder {
  return folderAt(path, false, undefined);
}

function folderAt(path: string, isOpenTofu: boolean, variables: GivenVariables | undefined): StackFolder {
  const repository = new Repository(path);
  const modules = new ModuleFolders(path, isOpenTofu, repository);
  return { modules, functions: fileFunctions(repository, (fault) => modules.faults.add(fault)), variables };
}
