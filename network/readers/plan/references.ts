import { type Json, objectAt } from "../../../text/json";
import { parseTraversal, type Step, writeTraversal } from "../../traversal";
import type { Instances } from "./instances";
import type { KnownValues } from "./known-values";
import { isKnownAt, type Planned } from "./planned";
import { referencesOf } from "./reference-text";
import type { Scope, Scopes } from "./scope";
import { type Site, siteOfCall } from "./site";
import { furtherInto, KNOWN, plainStep, type Target, unknownTarget } from "./target";

const DEEPEST = 40;

type Key = string | number | undefined;

/** One reference on its way to what it means. */
interface Way {
  readonly steps: readonly Step[];
  readonly site: Site;
  /** The key behind an index that the plan doesn't record: `azurerm_x.y[each.key].id` is recorded as `azurerm_x.y`. */
  readonly lost: Key;
  /** False where such an index stands, and what follows it isn't recorded either. */
  readonly isWhole: boolean;
  /** How many instances the resource has that holds the expression, where that is at hand. */
  readonly siblings: number | undefined;
  /** The reference as the configuration has it. */
  readonly text: string;
  readonly depth: number;
}

/** Follows references through variables, outputs and `each` to the instances they mean. */
export class References {
  constructor(
    private readonly scopes: Scopes,
    private readonly instances: Instances,
    private readonly values: KnownValues,
  ) {}

  /** Where the references of an expression lead. */
  targets(expression: Json | undefined, site: Site, depth = 0): readonly Target[] {
    const texts = referencesOf(expression);
    return texts.flatMap((text) => {
      const steps = parseTraversal(text);
      if (steps === undefined || depth > DEEPEST) {
        return [unknownTarget(site.scope, text)];
      }
      const lost = texts.length === 1 ? undefined : this.keyAmong(texts, text, site);
      const siblings = site.repeated?.siblings;
      return this.follow({ steps, site, lost, isWhole: lost === undefined, siblings, text, depth });
    });
  }

  /** Whether an expression that names one thing takes its value from there, for that is told, and is no null. */
  hasValue(texts: readonly string[], site: Site): boolean {
    const [only, ...more] = texts;
    const value = only === undefined || more.length > 0 ? undefined : this.values.of(only, site);
    return value !== undefined && value !== null && typeof value !== "object";
  }

  /** Where the outputs of a module lead. */
  outputs(scope: Scope): readonly Target[] {
    const outputs = objectAt(scope.module, "outputs");
    return Object.keys(outputs).flatMap((name) => this.targets(objectAt(outputs, name).expression, { scope }));
  }

  private follow(way: Way): readonly Target[] {
    switch (nameAt(way.steps, 0)) {
      case "each":
        return nameAt(way.steps, 1) === "value" ? this.eachValue(way) : [KNOWN];
      case "var":
        return this.variable(way);
      case "module":
        return this.output(way);
      case "local":
        return [untold(way, 2)];
      case "count":
      case "path":
      case "self":
      case "terraform":
        return [KNOWN];
      default:
        return [this.resource(way)];
    }
  }

  /** `each.value.id` with `for_each = azurerm_x.y` is the instance of `azurerm_x.y` with the same key. */
  private eachValue(way: Way): readonly Target[] {
    const { site } = way;
    const forEach = site.repeated?.forEach;
    const outer: Site = { scope: site.scope };
    const key = site.repeated?.key;
    const one = this.throughOne(way, forEach, outer, way.steps.slice(2), { lost: key, isWhole: true });
    if (one !== undefined) {
      return one;
    }
    // Several things are gone through: which of them it is in this instance is not recorded.
    return this.targets(forEach, outer, way.depth + 1).map((target) =>
      target.kind === "instance" ? { kind: "unknown", decidedBy: target.planned.address } : target,
    );
  }

  private variable(way: Way): readonly Target[] {
    const { site, steps } = way;
    const above = siteOfCall(site.scope);
    const name = nameAt(steps, 1);
    if (above === undefined || site.scope.call === undefined || name === undefined) {
      return [KNOWN];
    }
    const given = objectAt(site.scope.call.configuration, "expressions")[name];
    return this.through(way, given, above, steps.slice(2));
  }

  private output(way: Way): readonly Target[] {
    const { site, steps } = way;
    const name = nameAt(steps, 1) ?? "";
    const key = keyAt(steps, 2);
    const at = key === undefined ? 2 : 3;
    const output = nameAt(steps, at);
    const child = this.scopes.child(site.scope, name, output === undefined ? (key ?? way.lost) : key);
    if (child === undefined) {
      return [untold(way, 2)];
    }
    if (output === undefined) {
      return [{ kind: "module", scope: child, decidedBy: child.address }];
    }
    const expression = objectAt(objectAt(child.module, "outputs"), output).expression;
    return this.through(way, expression, { scope: child }, steps.slice(at + 1));
  }

  /** Goes on through the expression behind a variable or an output, and then into `rest` of it. */
  private through(way: Way, expression: Json | undefined, site: Site, rest: readonly Step[]): readonly Target[] {
    const one = this.throughOne(way, expression, site, rest, way);
    return one ?? this.targets(expression, site, way.depth + 1).map((target) => furtherInto(target, rest));
  }

  /** The same where the expression is one reference: then what follows belongs to it, keys too. */
  private throughOne(
    way: Way,
    expression: Json | undefined,
    site: Site,
    rest: readonly Step[],
    index: Pick<Way, "lost" | "isWhole">,
  ): readonly Target[] | undefined {
    const [only, ...more] = referencesOf(expression);
    const steps = only === undefined || more.length > 0 ? undefined : parseTraversal(only);
    if (steps === undefined) {
      return undefined;
    }
    if (way.depth > DEEPEST) {
      return [unknownTarget(site.scope, only ?? way.text)];
    }
    return this.follow({ ...way, ...index, steps: [...steps, ...rest], site, depth: way.depth + 1 });
  }

  private resource(way: Way): Target {
    const { site, steps } = way;
    const length = nameAt(steps, 0) === "data" ? 3 : 2;
    const base = writeTraversal(steps.slice(0, length));
    const key = keyAt(steps, length);
    const instances = this.instances.of(site.scope, base);
    if (instances.size === 0 && this.scopes.resource(site.scope, base) !== undefined) {
      // None will exist, so no value comes from there: `try(azurerm_x.y[0].id, ...)`.
      return KNOWN;
    }
    const one = key === undefined ? chosen(instances, way) : instances.get(key);
    if (one === undefined) {
      const isMissing = key !== undefined && way.depth === 0 && instances.size > 0 && !instances.has(undefined);
      return isMissing ? KNOWN : untold(way, length);
    }
    const rest = steps.slice(key === undefined ? length : length + 1).map(plainStep);
    const path = one.key === undefined || key !== undefined || way.isWhole ? rest : undefined;
    if (path !== undefined && path.length > 0 && isKnownAt(one, path)) {
      return KNOWN;
    }
    return { kind: "instance", planned: one, path, text: way.text };
  }

  /**
   * The key that the other references of an expression give: `azurerm_x.y[each.value.hub].id` is recorded as
   * `azurerm_x.y` and `each.value.hub`. Only where all the others have one value, for anything else may work on the key.
   */
  private keyAmong(texts: readonly string[], text: string, site: Site): Key {
    const keys = new Set(texts.filter((other) => other !== text).map((other) => this.values.of(other, site)));
    const [only, ...more] = keys;
    return more.length === 0 && (typeof only === "string" || typeof only === "number") ? only : undefined;
  }
}

/** What a reference leads to isn't told. On the way to it, what follows its first steps is somebody else's. */
function untold({ steps, site, text, depth }: Way, length: number): Target {
  return unknownTarget(site.scope, depth === 0 ? text : writeTraversal(steps.slice(0, length)));
}

/** The instance that is meant where the plan records no key: the only one, or the one with the key that stands beside. */
function chosen(instances: ReadonlyMap<Key, Planned>, { lost, siblings }: Way): Planned | undefined {
  const single = instances.get(undefined);
  if (single !== undefined) {
    return single;
  }
  if (lost !== undefined) {
    // `y[count.index + 1]` is recorded as `y[count.index]` is: only lists of one length go side by side.
    const sideBySide = typeof lost === "string" || siblings === undefined || siblings === instances.size;
    return sideBySide ? instances.get(lost) : undefined;
  }
  return instances.size === 1 ? [...instances.values()][0] : undefined;
}

function nameAt(steps: readonly Step[], index: number): string | undefined {
  const step = steps[index];
  return step !== undefined && "name" in step ? step.name : undefined;
}

function keyAt(steps: readonly Step[], index: number): Key {
  const step = steps[index];
  return step !== undefined && "key" in step ? step.key : undefined;
}
