import { writePath } from "../expression/traversal";
import { isJsonObject, type Json, objectAt } from "../input/json";
import { type Attribute, Reference, UnknownAttribute } from "../resource";
import { baseAddress } from "./planned";
import { type References, referencesOf, type Site, type Target } from "./references";
import type { Scopes } from "./scope";

type InstanceTarget = Extract<Target, { kind: "instance" }>;

const DEEPEST = 40;

/** Turns a value that is known after apply only into what the configuration tells of it. */
export class UnknownValues {
  constructor(
    private readonly input: string,
    private readonly scopes: Scopes,
    private readonly references: References,
  ) {}

  /**
   * The value of an expression that the plan doesn't know: a reference where it can only be one attribute of one
   * instance, else unknown, with the addresses that decide it.
   *
   * @param place Address and path of the attribute itself, for an expression that names nothing.
   */
  of(expression: Json | undefined, site: Site, name: string, place: string): Attribute {
    const candidates = this.candidates(expression, site);
    const pointed = candidates.map((target) => this.reference(target, name));
    if (isListOfIds(name) && pointed.length > 0 && this.namesOnlyIds(expression, pointed)) {
      return pointed.filter((one) => one !== undefined);
    }
    const [only, ...more] = pointed;
    return only !== undefined && more.length === 0 ? only : unknownAmong(candidates, place);
  }

  /** What may make the value unknown, each instance once. */
  private candidates(expression: Json | undefined, site: Site): readonly Target[] {
    const found = this.settled(this.references.targets(expression, site), 0);
    const kept = new Map<string, Target>();
    for (const target of found) {
      const id = target.kind === "instance" ? `i ${target.planned.address}` : `u ${decidedBy(target)}`;
      const before = kept.get(id);
      if (target.kind === "instance" && before?.kind === "instance" && differ(target, before)) {
        kept.set(`${id} ${decidedBy(target)}`, target);
      } else if (before === undefined || (before.kind === "instance" && !before.path?.length)) {
        kept.set(id, target);
      }
    }
    return [...kept.values()];
  }

  /** Follows an attribute that the referred resource itself takes from elsewhere, such as a gateway's hub id. */
  private settled(targets: readonly Target[], depth: number): readonly Target[] {
    return targets.flatMap((target) => {
      if (target.kind === "known") {
        return [];
      }
      const written = target.kind === "instance" ? this.writtenAt(target) : undefined;
      if (written === undefined || depth > DEEPEST) {
        return [target];
      }
      const further = this.settled(this.references.targets(written.expression, written.site), depth + 1);
      return further.length === 1 ? further : [target];
    });
  }

  private writtenAt(target: InstanceTarget): { readonly expression: Json; readonly site: Site } | undefined {
    const [name, ...deeper] = target.path ?? [];
    const { planned } = target;
    const scope = this.scopes.at(planned.module);
    if (typeof name !== "string" || deeper.length > 0 || scope === undefined) {
      return undefined;
    }
    const resource = this.scopes.resource(scope, baseAddress(planned));
    const expression = resource === undefined ? undefined : objectAt(resource, "expressions")[name];
    if (resource === undefined || !isJsonObject(expression)) {
      return undefined;
    }
    return { expression, site: { scope, repeated: { key: planned.key, forEach: resource.for_each_expression } } };
  }

  private reference(target: Target, name: string): Reference | undefined {
    if (target.kind !== "instance" || !takesId(name)) {
      return undefined;
    }
    const { planned, path, text } = target;
    const last = path?.at(-1);
    const isId = last === undefined || (typeof last === "string" && (last === "id" || last.endsWith("_id")));
    return isId ? new Reference(planned.address, this.input, path ?? [], text) : undefined;
  }

  /** A list that names nothing but the ids is those ids; with anything else in it, a condition may choose among them. */
  private namesOnlyIds(expression: Json | undefined, pointed: readonly (Reference | undefined)[]): boolean {
    const whole = pointed.every((one) => one !== undefined);
    return whole && (pointed.length === 1 || pointed.length === referencesOf(expression).length);
  }
}

/** Attributes that take the id of another resource. Anywhere else, a function may have made something new of an id. */
function takesId(name: string): boolean {
  return name.endsWith("_id") || isListOfIds(name) || OTHERS_THAT_TAKE_IDS.has(name);
}

function isListOfIds(name: string): boolean {
  return name.endsWith("_ids") || name === "scopes";
}

const OTHERS_THAT_TAKE_IDS: ReadonlySet<string> = new Set(["associated_route_table", "next_hop", "id"]);

function unknownAmong(candidates: readonly Target[], place: string): UnknownAttribute {
  const addresses = [...new Set(candidates.map(decidedBy))];
  return new UnknownAttribute({ decidedBy: addresses.length === 0 ? [place] : addresses });
}

function decidedBy(target: Target): string {
  if (target.kind === "instance") {
    const { planned, path } = target;
    return path === undefined || path.length === 0 ? planned.address : `${planned.address}${afterAddress(path)}`;
  }
  return target.kind === "unknown" ? target.decidedBy : "";
}

function afterAddress(path: readonly (string | number)[]): string {
  const text = writePath(path);
  return text.startsWith("[") ? text : `.${text}`;
}

function differ(a: InstanceTarget, b: InstanceTarget): boolean {
  return Boolean(a.path?.length) && Boolean(b.path?.length) && decidedBy(a) !== decidedBy(b);
}
