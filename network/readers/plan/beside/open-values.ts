import { realpathSync } from "node:fs";
import { InputError } from "../../../../text/complaint";
import { Made } from "../../../expression/made";
import { isChildId } from "../../../expression/value";
import { folderThatMade } from "../../../field";
import { moduleFilesIn } from "../../../hcl/module-files";
import { Repository } from "../../../hcl/repository";
import { holdsTerraform } from "../../../input/terraform-files";
import type { TerraformFolder } from "../../../network";
import {
  type Attribute,
  BY_ELIMINATION,
  isList,
  Reference,
  type Resource,
  Secret,
  UnknownAttribute,
} from "../../../resource";
import type { PlanFolder } from "../../../source-lines/plan-folder";
import { parseTraversal } from "../../../traversal";
import { fileFunctions } from "../../configuration/file-functions";
import { ModuleFolders, ROOT } from "../../configuration/module-folders";
import type { Beside } from "../attributes";
import type { Planned } from "../planned";
import { takesTables } from "../wanted";
import { type PlanAtHand, WrittenValues } from "./written-values";

/** An instance with what the plan alone tells of it. */
interface ReadInstance {
  readonly instance: Planned;
  readonly resource: Resource;
}

/**
 * Notes which instances have ids that a plan leaves open, or tells no more of than what they are made of, so that files are
 * read only where there is something to find.
 */
export class OpenValues implements Beside {
  private readonly open = new Set<Planned>();

  private readonly guessed = new Set<Planned>();

  valueAt(planned: Planned): undefined {
    this.open.add(planned);
  }

  confirmed<T extends Attribute>(planned: Planned, _: readonly (string | number)[], told: T): T {
    // What is named is nearly always meant, so nobody is asked for a folder that tells it; of route tables not so.
    (isEliminated(told) || namesDefaultTable(told) ? this.open : this.guessed).add(planned);
    return told;
  }

  leftOutAt(planned: Planned): undefined {
    this.open.add(planned);
  }

  stillOpen(_: Planned, __: string, told: UnknownAttribute): UnknownAttribute {
    return told;
  }

  /**
   * What the folder tells of what is open.
   * @throws InputError where two folders may be meant
   */
  lookedUp(at: PlanAtHand, read: readonly ReadInstance[], folder: PlanFolder | undefined): LookedUp {
    // A plan that isn't whole is undecided whatever its files say, and doesn't tell all instances.
    if (folder === undefined || this.open.size + this.guessed.size === 0 || at.plan.complete === false) {
      return NOTHING;
    }
    const path = chosenFolder(folder, at.input);
    if (path === undefined || !folder.declaresAll(path)) {
      if (this.open.size === 0) {
        return NOTHING;
      }
      const told = unfit(folder, path === undefined ? folder.likely : [path]);
      return new LookedUp(this.open, undefined, told, at.input);
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
      ? new LookedUp(new Set([...this.open, ...this.guessed]), values, () => ({
          path,
          isRead: folders.declarationsOf(ROOT) !== undefined,
          notes: [...folders.faults],
        }))
      : new LookedUp(
          this.open,
          undefined,
          ignored(path, [`says otherwise than the plan of ${first}, so it isn't the folder as it was`]),
          at.input,
        );
  }
}

/** What a folder tells of the open values of a plan. */
export class LookedUp implements Beside {
  constructor(
    private readonly open: ReadonlySet<Planned>,
    private readonly values: WrittenValues | undefined,
    private readonly folder: (() => TerraformFolder) | undefined,
    /** The plan whose folder isn't at hand. */
    private readonly input?: string,
  ) {}

  /** Whether there is something to look up for an instance. */
  isFor(planned: Planned): boolean {
    return (this.values !== undefined || this.input !== undefined) && this.open.has(planned);
  }

  valueAt(planned: Planned, path: readonly (string | number)[]): Attribute | undefined {
    return this.values?.valueAt(planned, path);
  }

  confirmed(planned: Planned, path: readonly (string | number)[], told: Attribute): Attribute {
    const written = this.values?.writtenAt(planned, path);
    if (written === undefined || this.values === undefined) {
      return told;
    }
    const made = madeIn(written) ?? childIn(written, told);
    return made ?? (isEliminated(told) ? (this.values.valueAt(planned, path) ?? told) : told);
  }

  leftOutAt(planned: Planned, path: readonly (string | number)[]): Secret | null | undefined {
    const written = this.values?.writtenAt(planned, path);
    return written === null || written instanceof Secret ? written : undefined;
  }

  stillOpen(planned: Planned, name: string, told: UnknownAttribute): UnknownAttribute {
    const { decidedBy } = told.unknown;
    const isTold = takesTables(name) || decidedBy.some((decider) => isOfExpression(decider, planned));
    return this.input === undefined || !isTold
      ? told
      : new UnknownAttribute(
          { ...told.unknown, decidedBy: [...decidedBy, folderThatMade(this.input)] },
          told.computed,
          told.oneOf,
        );
  }

  /** The folder, for the report. */
  told(): { readonly folder?: TerraformFolder } {
    const folder = this.folder?.();
    return folder === undefined ? {} : { folder };
  }
}

/**
 * Whether an expression decides that a plan doesn't keep: a local value, the attribute itself where it stands in a dynamic block,
 * or a resource or module of which the plan doesn't tell what is meant. The value of another attribute no file tells.
 */
function isOfExpression(decider: string, { address }: Planned): boolean {
  const names = (parseTraversal(decider) ?? []).flatMap((step) => ("name" in step ? [step.name] : []));
  let at = 0;
  while (names[at] === "module") {
    at += 2;
  }
  const own = names.slice(names[at] === "data" ? at + 1 : at);
  return own[0] === "local" || own.length < 3 || decider.startsWith(`${address}.`);
}

function isEliminated(told: Attribute): boolean {
  return told instanceof Reference && told.expression === BY_ELIMINATION;
}

function namesDefaultTable(told: Attribute): boolean {
  const all = isList(told) ? told : [told];
  return all.some((one) => one instanceof Reference && one.path.at(-1) === "default_route_table_id");
}

/** What an expression makes of ids, in a value or a list of them. */
function madeIn(written: Attribute): Made | undefined {
  const all = isList(written) ? written : [written];
  return all.find((one) => one instanceof Made);
}

/** The id of what lies in the resource that a plan names. */
function childIn(written: Attribute, told: Attribute): Reference | undefined {
  const isChild = written instanceof Reference && told instanceof Reference && isChildId(written);
  return isChild && written.address === told.address && told.path.length === 1 ? written : undefined;
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

function ignored(path: string, notes: readonly string[]): () => TerraformFolder {
  return () => ({ path, isRead: false, notes });
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
function unfit(folder: PlanFolder, paths: readonly string[]): (() => TerraformFolder) | undefined {
  const path = paths.find(holdsTerraform);
  if (path === undefined) {
    return undefined;
  }
  const { faults } = moduleFilesIn(path, folder.isOpenTofu, new Repository(path));
  return ignored(path, faults.length > 0 ? faults : ["doesn't declare all that the plan has"]);
}
