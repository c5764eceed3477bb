import { parseTraversal, type Step, writeTraversal } from "../expression/traversal";
import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt } from "../input/json";
import type { Instances } from "./instances";
import { isKnownAt, type Planned } from "./planned";
import type { Scope, Scopes } from "./scope";

/** Where one reference of an expression leads. */
export type Target =
  | { readonly kind: "instance"; readonly planned: Planned; readonly path: Path; readonly text: string }
  /** Nothing in it is unknown: it can't be what makes a value unknown. */
  | { readonly kind: "known" }
  | { readonly kind: "unknown"; readonly decidedBy: string };

/** What of the instance; undefined where the plan doesn't tell, as behind `each.key`. */
export type Path = readonly (string | number)[] | undefined;

/** Where an expression stands: its module, and the resource that repeats it. */
export interface Site {
  readonly scope: Scope;
  /** The resource or module call whose `each` and `count` hold here; undefined in outputs. */
  readonly repeated?: { readonly key: string | number | undefined; readonly forEach: Json | undefined };
}

const DEEPEST = 40;
const KNOWN: Target = { kind: "known" };

/**
 * The references of an expression of the plan's configuration, each once and whole. Terraform lists `a.b.link[0].id`
 * together with each of its beginnings.
 */
export function referencesOf(expression: Json | undefined): readonly string[] {
  const listed = isJsonObject(expression) ? expression.references : undefined;
  if (!isJsonArray(listed)) {
    return [];
  }
  const whole: string[] = [];
  for (const text of listed) {
    const last = whole.at(-1);
    if (typeof text === "string" && !(last !== undefined && begins(last, text)) && !whole.includes(text)) {
      whole.push(text);
    }
  }
  return whole;
}

function begins(whole: string, start: string): boolean {
  if (!whole.startsWith(start)) {
    return false;
  }
  const next = whole[start.length];
  return next === undefined || next === "." || next === "[";
}

/** Follows references through variables, outputs and `each` to the instances they mean. */
export class References {
  constructor(
    private readonly scopes: Scopes,
    private readonly instances: Instances,
  ) {}

  /** Where the references of an expression lead, one target for each. */
  targets(expression: Json | undefined, site: Site, depth = 0): readonly Target[] {
    const texts = referencesOf(expression);
    const ownKey = texts.some((text) => text === "each.key" || text === "count.index") ? keyAt(site) : undefined;
    return texts.flatMap((text) => {
      const steps = parseTraversal(text);
      if (steps === undefined || depth > DEEPEST) {
        return [unknown(site.scope, text)];
      }
      return this.follow({ steps, site, lost: ownKey, text, depth });
    });
  }

  private follow(way: Way): readonly Target[] {
    const root = nameAt(way.steps, 0);
    switch (root) {
      case "each":
        return nameAt(way.steps, 1) === "value" ? this.eachValue(way) : [KNOWN];
      case "var":
        return this.variable(way);
      case "module":
        return this.output(way);
      case "local":
        return [unknown(way.site.scope, way.text)];
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
    const forEach = forEachAt(site);
    const texts = referencesOf(forEach.expression);
    const only = texts.length === 1 ? parseTraversal(texts[0] ?? "") : undefined;
    if (only === undefined) {
      const found = this.targets(forEach.expression, forEach.site, way.depth + 1);
      return found.map((target) => (target.kind === "instance" ? unknownPart(target) : target));
    }
    const key = keyAt(site);
    const steps = [...only, ...(key === undefined ? [] : [{ key }]), ...way.steps.slice(2)];
    return this.follow({ ...way, steps, site: forEach.site, lost: undefined, depth: way.depth + 1 });
  }

  private variable(way: Way): readonly Target[] {
    const { site, steps } = way;
    const call = site.scope.call;
    const name = nameAt(steps, 1);
    if (call === undefined || name === undefined) {
      return [KNOWN];
    }
    const given = objectAt(call.configuration, "expressions")[name];
    const texts = referencesOf(given);
    const only = texts.length === 1 ? parseTraversal(texts[0] ?? "") : undefined;
    const above: Site = { scope: call.parent, repeated: repeatedBy(call.configuration, call.key) };
    if (only === undefined || way.depth > DEEPEST) {
      const found = this.targets(given, above, way.depth + 1);
      return steps.length === 2 ? found : found.map((target) => extended(target, steps.slice(2)));
    }
    return this.follow({ ...way, steps: [...only, ...steps.slice(2)], site: above, depth: way.depth + 1 });
  }

  private output(way: Way): readonly Target[] {
    const { site, steps } = way;
    const name = nameAt(steps, 1) ?? "";
    const third = steps[2];
    const key = third !== undefined && "key" in third ? third.key : undefined;
    const at = key === undefined ? 2 : 3;
    const output = nameAt(steps, at);
    const child = this.scopes.child(site.scope, name, key);
    if (child === undefined || output === undefined || way.depth > DEEPEST) {
      return [unknown(site.scope, way.text)];
    }
    const expression = objectAt(objectAt(child.module, "outputs"), output).expression;
    const texts = referencesOf(expression);
    const rest = steps.slice(at + 1);
    const only = texts.length === 1 ? parseTraversal(texts[0] ?? "") : undefined;
    const inside: Site = { scope: child };
    if (only === undefined) {
      const found = this.targets(expression, inside, way.depth + 1);
      return rest.length === 0 ? found : found.map((target) => extended(target, rest));
    }
    return this.follow({ ...way, steps: [...only, ...rest], site: inside, lost: undefined, depth: way.depth + 1 });
  }

  private resource(way: Way): Target {
    const { site, steps } = way;
    const data = nameAt(steps, 0) === "data";
    const length = data ? 3 : 2;
    const base = writeTraversal(steps.slice(0, length));
    const next = steps[length];
    const key = next !== undefined && "key" in next ? next.key : undefined;
    const rest = steps.slice(key === undefined ? length : length + 1);
    const instances = this.instances.of(site.scope, base);
    if (instances.size === 0 && this.scopes.resource(site.scope, base) !== undefined) {
      // None will exist, so no value comes from there: `try(azurerm_x.y[0].id, ...)`.
      return KNOWN;
    }
    const one = key !== undefined ? instances.get(key) : chosen(instances, way.lost);
    if (one === undefined) {
      return key !== undefined && instances.size > 0 ? KNOWN : unknown(site.scope, way.text);
    }
    const whole = one.key === undefined || key !== undefined;
    const path = whole ? rest.map(plain) : undefined;
    if (path !== undefined && path.length > 0 && isKnownAt(one, path)) {
      return KNOWN;
    }
    return { kind: "instance", planned: one, path, text: way.text };
  }
}

interface Way {
  readonly steps: readonly Step[];
  readonly site: Site;
  /** The key that stands behind an index which the plan doesn't record. */
  readonly lost: string | number | undefined;
  /** The reference as the configuration has it. */
  readonly text: string;
  readonly depth: number;
}

/** The instance that is meant where the plan records no key: the only one, or the one with the same key. */
function chosen(
  instances: ReadonlyMap<string | number | undefined, Planned>,
  lost: string | number | undefined,
): Planned | undefined {
  const single = instances.get(undefined);
  if (single !== undefined || lost !== undefined) {
    return single ?? instances.get(lost);
  }
  return instances.size === 1 ? [...instances.values()][0] : undefined;
}

function keyAt(site: Site): string | number | undefined {
  return site.repeated?.key;
}

function forEachAt(site: Site): { readonly expression: Json | undefined; readonly site: Site } {
  return { expression: site.repeated?.forEach, site: { scope: site.scope } };
}

function repeatedBy(configuration: JsonObject, key: string | number | undefined): NonNullable<Site["repeated"]> {
  return { key, forEach: configuration.for_each_expression };
}

function extended(target: Target, rest: readonly Step[]): Target {
  return target.kind === "instance" && target.path !== undefined
    ? { ...target, path: [...target.path, ...rest.map(plain)] }
    : target;
}

function unknownPart(target: Extract<Target, { kind: "instance" }>): Target {
  return { kind: "unknown", decidedBy: target.planned.address };
}

function unknown(scope: Scope, text: string): Target {
  return { kind: "unknown", decidedBy: scope.address === "" ? text : `${scope.address}.${text}` };
}

function nameAt(steps: readonly Step[], index: number): string | undefined {
  const step = steps[index];
  return step !== undefined && "name" in step ? step.name : undefined;
}

function plain(step: Step): string | number {
  return "key" in step ? step.key : step.name;
}
