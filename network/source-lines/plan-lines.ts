import { join } from "node:path";
import { type JsonObject, objectAt, objectsAt, stringAt } from "../../text/json";
import { isLocalSource } from "../input/terraform-files";
import { isOurType } from "../ledger/kept";
import type { Resource, SourceLine, WrittenLines } from "../resource";
import { parseTraversal, type Step } from "../traversal";
import { type Declarations, declarationsIn } from "./declarations";
import { lineInBlock } from "./line-in-block";
import type { PlanFolder } from "./plan-folder";

/** Where the modules of a plan come from: all that is kept of its configuration. */
interface Modules {
  readonly [name: string]: { readonly source: string; readonly modules: Modules };
}

/** Where an address leads in the files. */
interface Found {
  /** The module call that is the nearest to it; undefined in the root module. */
  readonly call: SourceLine | undefined;
  /** Undefined in a module whose files are not the person's own: one of a registry, or of another repository. */
  readonly folder: string | undefined;
}

/**
 * The lines of the Terraform files that a plan was made of. The files are read when the first line is asked for.
 * A resource of a module that isn't in a local folder is at the `module` block that calls it.
 */
export class PlanLines implements WrittenLines, PlanFolder {
  private readonly modules: Modules;
  private readonly declaredAtRoot: readonly string[];
  readonly isOpenTofu: boolean;
  private readonly folders = new Map<string, Declarations>();
  private root: { readonly folder: string | undefined } | undefined;

  /**
   * @param given the folder that the plan was made in, where it is told
   * @param likely where it may have been made otherwise, the likeliest first. The first is taken that declares all that
   *   the plan has of our types in its root module, so that lines of some other configuration are never shown.
   */
  constructor(
    plan: JsonObject,
    readonly given: string | undefined,
    readonly likely: readonly string[],
  ) {
    const configuration = objectAt(plan, "configuration");
    const rootModule = objectAt(configuration, "root_module");
    this.modules = modulesOf(rootModule);
    this.declaredAtRoot = [...oursIn(rootModule), ...Object.keys(this.modules).map((name) => `module.${name}`)];
    this.isOpenTofu = isOfOpenTofu(configuration);
  }

  lineOf(resource: Resource, path: string): SourceLine | undefined {
    const root = this.rootFolder();
    const steps = root === undefined ? undefined : parseTraversal(resource.address);
    if (root === undefined || steps === undefined) {
      return undefined;
    }
    const { modules, base } = cut(steps);
    const { folder, call } = this.walk(modules, root);
    const block = folder === undefined ? undefined : this.declared(folder).get(base);
    return block === undefined ? call : lineInBlock(block, path, resource);
  }

  private walk(names: readonly string[], root: string): Found {
    let found: Found = { folder: root, call: undefined };
    let modules = this.modules;
    for (const name of names) {
      const called = Object.hasOwn(modules, name) ? modules[name] : undefined;
      if (found.folder === undefined || called === undefined) {
        return { ...found, folder: undefined };
      }
      const call = this.declared(found.folder).get(`module.${name}`)?.source ?? found.call;
      found = { call, folder: isLocalSource(called.source) ? join(found.folder, called.source) : undefined };
      modules = called.modules;
    }
    return found;
  }

  private rootFolder(): string | undefined {
    this.root ??= { folder: this.given ?? this.likely.find((folder) => this.declaresAll(folder)) };
    return this.root.folder;
  }

  declaresAll(folder: string): boolean {
    const declared = this.declared(folder);
    return this.declaredAtRoot.length > 0 && this.declaredAtRoot.every((address) => declared.has(address));
  }

  private declared(folder: string): Declarations {
    const known = this.folders.get(folder) ?? declarationsIn(folder, this.isOpenTofu);
    this.folders.set(folder, known);
    return known;
  }
}

function oursIn(module: JsonObject): readonly string[] {
  return objectsAt(module, "resources").flatMap((resource) => {
    const address = stringAt(resource, "address");
    return address !== undefined && isOurType(stringAt(resource, "type") ?? "") ? [address] : [];
  });
}

/** OpenTofu names providers by a registry of its own. */
function isOfOpenTofu(configuration: JsonObject): boolean {
  const providers = objectAt(configuration, "provider_config");
  return Object.keys(providers).some((name) =>
    stringAt(objectAt(providers, name), "full_name")?.startsWith("registry.opentofu.org/"),
  );
}

function modulesOf(module: JsonObject): Modules {
  const calls = objectAt(module, "module_calls");
  return Object.fromEntries(
    Object.keys(calls).map((name) => {
      const call = objectAt(calls, name);
      return [name, { source: stringAt(call, "source") ?? "", modules: modulesOf(objectAt(call, "module")) }];
    }),
  );
}

/** The names of the modules that hold an instance, and its address in there without its key. */
function cut(steps: readonly Step[]): { readonly modules: readonly string[]; readonly base: string } {
  const names = steps.flatMap((step) => ("name" in step ? [step.name] : []));
  const modules: string[] = [];
  while (names[modules.length * 2] === "module" && names.length > modules.length * 2 + 2) {
    modules.push(names[modules.length * 2 + 1] ?? "");
  }
  return { modules, base: names.slice(modules.length * 2).join(".") };
}
