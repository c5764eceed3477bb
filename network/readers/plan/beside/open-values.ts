import { realpathSync } from "node:fs";
import { InputError } from "../../../../text/complaint";
import { addressOf } from "../../../expression/value";
import { moduleFilesIn } from "../../../hcl/module-files";
import { Repository } from "../../../hcl/repository";
import type { TerraformFolder } from "../../../network";
import { type Attribute, Reference, type Resource, UnknownAttribute } from "../../../resource";
import type { PlanFolder } from "../../../source-lines/plan-folder";
import { holdsTerraform } from "../../../source-lines/terraform-files";
import type { Beside } from "../attributes";
import type { Planned } from "../planned";
import { fileFunctions } from "./file-functions";
import { ModuleFolders } from "./module-folders";
import { type PlanAtHand, WrittenValues } from "./written-values";

/** An instance with what the plan alone tells of it. */
interface ReadInstance {
  readonly instance: Planned;
  readonly resource: Resource;
}

/**
 * Notes which instances have ids that a plan leaves open, so that files are read only where there is something to find; and
 * those with a default route table, of whose id people make that of the table `none`.
 */
export class OpenValues implements Beside {
  private readonly open = new Set<Planned>();

  valueAt(planned: Planned, _: readonly (string | number)[], byPlan: Attribute): undefined {
    if (byPlan instanceof UnknownAttribute || [byPlan].flat().some(isDefaultTable)) {
      this.open.add(planned);
    }
  }

  /**
   * What the folder tells of what is open.
   * @throws InputError where two folders may be meant
   */
  lookedUp(at: PlanAtHand, read: readonly ReadInstance[], folder: PlanFolder | undefined): LookedUp {
    // A plan that isn't whole is undecided whatever its files say, and doesn't tell all instances.
    if (folder === undefined || this.open.size === 0 || at.plan.complete === false) {
      return NOTHING;
    }
    const path = chosenFolder(folder, at.input);
    if (path === undefined || !folder.declaresAll(path)) {
      return unfit(folder, path === undefined ? folder.likely : [path]);
    }
    const repository = new Repository(path);
    const folders = new ModuleFolders(path, folder.isOpenTofu, repository);
    const values = new WrittenValues(
      at,
      folders,
      fileFunctions(repository, (fault) => folders.faults.add(fault)),
    );
    const first = firstContradiction(values, read);
    return first === undefined
      ? new LookedUp(this.open, values, () => ({
          path,
          isRead: folders.declarationsOf(at.scopes.root) !== undefined,
          notes: [...folders.faults],
        }))
      : ignored(path, [`says otherwise than the plan of ${first}, so it isn't the folder as it was`]);
  }
}

/** What a folder tells of the open values of a plan. */
export class LookedUp implements Beside {
  constructor(
    private readonly open: ReadonlySet<Planned>,
    private readonly values: WrittenValues | undefined,
    private readonly folder: (() => TerraformFolder) | undefined,
  ) {}

  /** Whether there is something to look up for an instance. */
  isFor(planned: Planned): boolean {
    return this.values !== undefined && this.open.has(planned);
  }

  valueAt(planned: Planned, path: readonly (string | number)[], byPlan: Attribute): Attribute | undefined {
    if (byPlan instanceof UnknownAttribute) {
      return this.values?.valueAt(planned, path);
    }
    const isMade = this.values?.isMade(planned, path) === true;
    return isMade ? new UnknownAttribute({ decidedBy: [addressOf({ address: planned.address, path })] }) : undefined;
  }

  /** The folder, for the report. */
  told(): { readonly folder?: TerraformFolder } {
    const folder = this.folder?.();
    return folder === undefined ? {} : { folder };
  }
}

function isDefaultTable(value: Attribute): boolean {
  return value instanceof Reference && value.path.at(-1) === "default_route_table_id";
}

function firstContradiction(values: WrittenValues, read: readonly ReadInstance[]): string | undefined {
  for (const { instance, resource } of read) {
    const found = values.contradictionOf(instance, resource);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

const NOTHING = new LookedUp(new Set(), undefined, undefined);

function ignored(path: string, notes: readonly string[]): LookedUp {
  return new LookedUp(new Set(), undefined, () => ({ path, isRead: false, notes }));
}

function chosenFolder(folder: PlanFolder, input: string): string | undefined {
  if (folder.given !== undefined) {
    return folder.given;
  }
  const [first, ...others] = folder.likely.filter((one) => folder.declaresAll(one));
  const other = first === undefined ? undefined : others.find((one) => realpathSync(one) !== realpathSync(first));
  if (first !== undefined && other !== undefined) {
    throw new InputError([
      {
        path: input,
        message: `may have been made in ${first} or in ${other}: say in which with --terraform-dir FOLDER`,
      },
    ]);
  }
  return first;
}

/** Says why nothing is taken from the first folder that has Terraform in it. */
function unfit(folder: PlanFolder, paths: readonly string[]): LookedUp {
  const path = paths.find(holdsTerraform);
  if (path === undefined) {
    return NOTHING;
  }
  const { faults } = moduleFilesIn(path, folder.isOpenTofu, new Repository(path));
  return ignored(path, faults.length > 0 ? faults : ["doesn't declare all that the plan has"]);
}
