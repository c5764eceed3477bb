import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt, objectsAt } from "../../../text/json";
import { wholeOf } from "../../input/lazy-object";
import { gapsOf, isRepeated } from "./gaps";
import { hasUnknownId, holdsTrue, mayPassOnIds } from "./id-sources";
import type { Planned } from "./planned";
import type { References } from "./references";
import type { Scopes } from "./scope";
import { type Site, siteOf } from "./site";
import type { Target } from "./target";
import { WANTED_TYPES, type Wanted, wantedBy } from "./wanted";

/** What the references of an expression lead to, however far. */
interface Reach {
  readonly instances: Set<Planned>;
  readonly goneThrough: Set<Planned>;
  /** Whether the plan doesn't tell some of it, as behind a local value: then it may lead to anything in the plan. */
  isOpen: boolean;
  /** Whether something that is drawn by chance stands in the expression itself: a condition may be made of it. */
  mayChoose: boolean;
}

const DEEPEST = 40;
// What reaches that far is taken to lead anywhere: each id of a large plan would go through all of it.
const FARTHEST = 200;

/**
 * Tells by elimination which resource is meant by an id that the plan doesn't know. Such an id comes from something that is
 * unknown now. Where there is one resource only of the type that an attribute takes, its id is unknown, and nothing else can
 * make or pass on one, it is that resource; where there are several, one of them. Where another one may exist elsewhere, nothing
 * is told.
 */
export class Elimination {
  private whole: boolean | undefined;
  private elsewhere: ReadonlySet<string> | undefined;
  private readonly inAll = new Map<string, readonly Planned[]>();

  constructor(
    private readonly plan: JsonObject,
    private readonly planned: readonly Planned[],
    private readonly scopes: Scopes,
    private readonly references: References,
  ) {}

  /** The resources of which an attribute of this name means one; none where it may mean another. */
  all(name: string, expression: Json | undefined, site: Site): readonly Planned[] {
    const wanted = wantedBy(name);
    if (wanted === undefined || !this.isWhole()) {
      return [];
    }
    const reach: Reach = { instances: new Set(), goneThrough: new Set(), isOpen: false, mayChoose: false };
    this.follow(this.references.targets(expression, site), reach, 0);
    if (reach.mayChoose) {
      return [];
    }
    return reach.isOpen ? this.allInPlan(wanted) : this.allOf([...reach.instances], wanted);
  }

  private allInPlan(wanted: Wanted): readonly Planned[] {
    const known = this.inAll.get(wanted.type) ?? this.allOf(this.planned, wanted);
    this.inAll.set(wanted.type, known);
    return known;
  }

  private allOf(sources: readonly Planned[], wanted: Wanted): readonly Planned[] {
    const all = sources.filter(({ mode, type }) => mode === "managed" && type === wanted.type);
    // One whose id is known may be meant too, where what chooses among them isn't known yet.
    const areAll = all.every((one) => hasUnknownId(one) && this.tellsAll(one));
    return areAll && !sources.some((one) => mayPassOnIds(one, wanted.armType)) && !this.knowsElsewhere(wanted)
      ? all
      : [];
  }

  /** A plan that leaves something out, or was damaged, may lack the resource that is meant. */
  private isWhole(): boolean {
    this.whole ??=
      this.plan.complete !== false &&
      objectsAt(this.plan, "deferred_changes").length === 0 &&
      gapsOf(this.plan).length === 0;
    return this.whole;
  }

  /**
   * Whether the plan has all instances of a resource. Terraform before 1.8 and OpenTofu don't say that `-target` left some
   * out, and of what is repeated some may be missing then.
   */
  private tellsAll({ key, module, type }: Planned): boolean {
    return this.plan.complete === true || (key === undefined && !module.includes("[") && !this.isRepeated(type));
  }

  /** Whether the configuration has a type in a resource or module that may be there any number of times. */
  private isRepeated(type: string): boolean {
    const modules = [{ module: objectAt(objectAt(this.plan, "configuration"), "root_module"), repeated: false }];
    for (const { module, repeated } of modules) {
      if (objectsAt(module, "resources").some((one) => one.type === type && (repeated || isRepeated(one)))) {
        return true;
      }
      for (const call of Object.values(objectAt(module, "module_calls")).filter(isJsonObject)) {
        modules.push({ module: objectAt(call, "module"), repeated: repeated || isRepeated(call) });
      }
    }
    return false;
  }

  /**
   * Whether anything that the plan knows holds an id of that type: variables, what is written out, what data sources have
   * read, what stays as it is. It exists elsewhere, and may be meant under a condition that isn't known yet.
   */
  private knowsElsewhere({ armType }: Wanted): boolean {
    this.elsewhere ??= this.typesElsewhere();
    return this.elsewhere.has(armType.toLowerCase());
  }

  private typesElsewhere(): ReadonlySet<string> {
    const { variables = null, configuration = null } = this.plan;
    const types = new Set<string>();
    const collect = (value: Json) => {
      for (const [, type = ""] of JSON.stringify(value).toLowerCase().matchAll(WANTED_TYPES)) {
        types.add(type);
      }
    };
    collect([variables, configuration]);
    for (const { values } of this.planned) {
      collect(wholeOf(values));
    }
    return types;
  }

  private follow(targets: readonly Target[], reach: Reach, depth: number): void {
    for (const target of targets) {
      if (depth > DEEPEST || reach.instances.size > FARTHEST || target.kind === "unknown") {
        reach.isOpen = true;
      } else if (target.kind === "module") {
        this.follow(this.references.outputs(target.scope), reach, depth + 1);
      } else if (target.kind === "instance") {
        const { planned, path } = target;
        reach.instances.add(planned);
        reach.mayChoose ||= depth === 0 && isOfChance(planned);
        const isItsId = path?.length === 1 && path[0] === "id";
        if (!isItsId && !reach.goneThrough.has(planned)) {
          reach.goneThrough.add(planned);
          this.through(planned, reach, depth);
        }
      }
    }
  }

  /** What is taken of a resource may be what the resource takes from another one. */
  private through(planned: Planned, reach: Reach, depth: number): void {
    const scope = this.scopes.at(planned.module);
    const configured = scope === undefined ? undefined : this.scopes.resource(scope, planned.base);
    const { expressions } = configured ?? {};
    if (scope === undefined || !isJsonObject(expressions) || hidesExpressions(planned, expressions)) {
      reach.isOpen = true;
      return;
    }
    const site = siteOf(scope, configured, planned.key);
    for (const expression of expressionsIn(expressions)) {
      this.follow(this.references.targets(expression, site), reach, depth + 1);
    }
  }
}

function isOfChance({ type }: Planned): boolean {
  return /^(?:random|time|tls)_/.test(type);
}

/** Whether unknown values stand in blocks of which the plan has no expressions, however deep: those of a dynamic block. */
function hidesExpressions({ unknown }: Planned, expressions: JsonObject): boolean {
  return !isJsonObject(unknown) || hidesBlocks(unknown, [expressions]);
}

/** @param written blocks of the configuration, of which one may be the block that the mask is of */
function hidesBlocks(unknown: JsonObject, written: readonly JsonObject[]): boolean {
  return Object.entries(unknown).some(([name, mask]) => {
    if (!isJsonArray(mask) || !holdsTrue(mask)) {
      return false;
    }
    const inside = written.flatMap((one) => (Object.hasOwn(one, name) ? [one[name] ?? null] : []));
    if (inside.some((one) => !isJsonArray(one))) {
      // One expression for all of it.
      return false;
    }
    const blocks = inside.filter(isJsonArray).flat().filter(isJsonObject);
    return blocks.length === 0 || mask.some((one) => isJsonObject(one) && hidesBlocks(one, blocks));
  });
}

/** All expressions of a resource, those in its blocks too. */
function expressionsIn(value: Json | undefined): readonly JsonObject[] {
  if (isJsonArray(value)) {
    return value.flatMap(expressionsIn);
  }
  if (!isJsonObject(value)) {
    return [];
  }
  return isJsonArray(value.references) ? [value] : Object.values(value).flatMap(expressionsIn);
}
