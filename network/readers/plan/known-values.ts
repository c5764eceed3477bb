import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt } from "../../../text/json";
import { parseTraversal, type Step } from "../../traversal";
import { constantOf } from "./constant";
import { referencesOf } from "./reference-text";
import { type Site, siteOfCall } from "./site";

const DEEPEST = 40;

/**
 * Values that the plan tells of `each`, `count` and variables. They are used for one thing only: to find which instance
 * is meant behind an index, and only where an instance of that very key exists.
 */
export class KnownValues {
  private readonly variables: JsonObject;

  constructor(plan: JsonObject) {
    this.variables = objectAt(plan, "variables");
  }

  /** The value of a reference, or undefined where the plan doesn't tell it. */
  of(text: string, site: Site, depth = 0): Json | undefined {
    const steps = parseTraversal(text);
    return steps === undefined || depth > DEEPEST ? undefined : this.follow(steps, site, depth);
  }

  private follow(steps: readonly Step[], site: Site, depth: number): Json | undefined {
    const [root, second, ...rest] = steps;
    const kind = nameOf(root);
    const name = nameOf(second);
    const key = site.repeated?.key;
    if ((kind === "each" && name === "key") || (kind === "count" && name === "index")) {
      return key;
    }
    if (kind === "each" && name === "value" && key !== undefined) {
      const all = this.expression(site.repeated?.forEach, { scope: site.scope }, depth);
      // The value of an element of a set is its key.
      return isJsonArray(all) ? (rest.length === 0 ? key : undefined) : within(all, [{ key }, ...rest]);
    }
    return kind === "var" && name !== undefined ? within(this.variable(name, site, depth), rest) : undefined;
  }

  private variable(name: string, site: Site, depth: number): Json | undefined {
    const above = siteOfCall(site.scope);
    const declared = objectAt(objectAt(site.scope.module, "variables"), name);
    if (declared.sensitive === true) {
      return undefined;
    }
    if (above === undefined || site.scope.call === undefined) {
      return objectAt(this.variables, name).value;
    }
    const given = objectAt(site.scope.call.configuration, "expressions")[name];
    return given === undefined ? declared.default : this.expression(given, above, depth);
  }

  private expression(expression: Json | undefined, site: Site, depth: number): Json | undefined {
    const constant = constantOf(expression);
    if (constant !== undefined) {
      return constant;
    }
    const [only, ...more] = referencesOf(expression);
    return only === undefined || more.length > 0 ? undefined : this.of(only, site, depth + 1);
  }
}

function within(value: Json | undefined, steps: readonly Step[]): Json | undefined {
  return steps.reduce<Json | undefined>((inner, step) => {
    const name = "key" in step ? step.key : step.name;
    if (isJsonArray(inner)) {
      return inner[Number(name)];
    }
    return isJsonObject(inner) && Object.hasOwn(inner, String(name)) ? inner[String(name)] : undefined;
  }, value);
}

function nameOf(step: Step | undefined): string | undefined {
  return step !== undefined && "name" in step ? step.name : undefined;
}
