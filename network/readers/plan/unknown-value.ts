import { isJsonObject, type Json, objectAt } from "../../../text/json";
import { type Attribute, BY_ELIMINATION, Reference, UnknownAttribute } from "../../resource";
import type { Elimination } from "./elimination";
import type { Instances } from "./instances";
import type { Planned } from "./planned";
import { referencesOf } from "./reference-text";
import type { References } from "./references";
import type { Scopes } from "./scope";
import { type Site, siteOf } from "./site";
import { deciderOf, type InstanceTarget, type Target } from "./target";
import { isWanted, mayBeOtherTable } from "./wanted";

/** What may make a value unknown. */
type Candidate = Exclude<Target, { kind: "known" }>;

const DEEPEST = 40;

/** Of more than these, nobody tries what each would lead to. */
const MOST_CANDIDATES = 8;

const NAMES_NOTHING = "an expression without references";

/** Turns a value that is known after apply only into what the configuration tells of it. */
export class UnknownValues {
  constructor(
    private readonly input: string,
    private readonly scopes: Scopes,
    private readonly instances: Instances,
    private readonly references: References,
    private readonly elimination: Elimination,
  ) {}

  /**
   * The value of an expression that the plan doesn't know: a reference where it can only be one attribute of one
   * instance, else unknown, with the addresses that decide it.
   *
   * @param place Address and path of the attribute itself, for an expression that names nothing.
   */
  of(expression: Json | undefined, site: Site, name: string, place: string): Attribute {
    const candidates = this.candidates(expression, site);
    const named = referencesOf(expression);
    if (named.length === 0 && takesId(name)) {
      // No id comes from an expression that names nothing, so the plan has lost what it names: it may be any.
      // Another one that names nothing may be another, so each is told apart by its place.
      return new UnknownAttribute({ decidedBy: [place], expression: `${NAMES_NOTHING} at ${place}` });
    }
    if (candidates.length === 0) {
      // All that is named is known, so what is unknown is what the provider makes of a null.
      return new UnknownAttribute({ decidedBy: [place] }, named.length > 0 && !this.references.hasValue(named, site));
    }
    const pointed = candidates.map((candidate) => this.reference(candidate, name));
    const [only, ...more] = pointed;
    if (only !== undefined && more.length === 0) {
      return isListOfIds(name) ? [only] : only;
    }
    // A list that names nothing but ids is those ids; with anything else in it, a condition may choose among them.
    const ids = pointed.filter((one) => one !== undefined);
    if (isListOfIds(name) && ids.length === named.length) {
      return ids;
    }
    const [left, ...others] = this.elimination
      .all(name, expression, site)
      .map(({ address }) => new Reference(address, this.input, ["id"], BY_ELIMINATION));
    const decidedBy = [...new Set(candidates.map(deciderOf))];
    if (left !== undefined && others.length < MOST_CANDIDATES) {
      return others.length === 0 ? left : new UnknownAttribute({ decidedBy }, false, [left, ...others]);
    }
    return new UnknownAttribute({ decidedBy });
  }

  /** The place of the expressions of a planned instance; undefined where the configuration doesn't hold its module. */
  siteOf(planned: Planned): Site | undefined {
    const scope = this.scopes.at(planned.module);
    if (scope === undefined) {
      return undefined;
    }
    const base = planned.base;
    return siteOf(scope, this.scopes.resource(scope, base), planned.key, this.instances.of(scope, base).size);
  }

  private candidates(expression: Json | undefined, site: Site): readonly Candidate[] {
    const found = this.settled(this.references.targets(expression, site), 0);
    if (found.length < 2) {
      return found;
    }
    const kept = new Map<string, Candidate>();
    for (const candidate of found) {
      kept.set(deciderOf(candidate), candidate);
    }
    // `length(x.y) > 0 ? x.y[0].id : null` names the resource and its id: the id says more.
    return [...kept.values()].filter(
      (one) => !(isUnspecific(one) && found.some((other) => other !== one && isSpecific(other, one.planned))),
    );
  }

  /** Follows an attribute that the referred resource itself takes from elsewhere, such as a gateway's hub id. */
  private settled(targets: readonly Target[], depth: number): readonly Candidate[] {
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

  private writtenAt({ planned, path }: InstanceTarget): { readonly expression: Json; readonly site: Site } | undefined {
    const [name, ...deeper] = path ?? [];
    const site = this.siteOf(planned);
    const resource = site === undefined ? undefined : this.scopes.resource(site.scope, planned.base);
    if (typeof name !== "string" || deeper.length > 0 || site === undefined || resource === undefined) {
      return undefined;
    }
    const expression = objectAt(resource, "expressions")[name];
    return isJsonObject(expression) ? { expression, site } : undefined;
  }

  private reference(candidate: Candidate, name: string): Reference | undefined {
    const target = candidate.kind === "module" ? this.outputWanted(candidate, name) : candidate;
    if (target?.kind !== "instance" || !takesId(name) || mayBeOtherTable(name, target)) {
      return undefined;
    }
    const { planned, path, text } = target;
    const last = path?.at(-1);
    const isId = last === undefined || (typeof last === "string" && (last === "id" || last.endsWith("_id")));
    return isId ? new Reference(planned.address, this.input, path ?? [], text) : undefined;
  }

  /** Which output of a module is meant isn't told, but where only one of them gives what the attribute takes, it is that. */
  private outputWanted({ scope }: Extract<Target, { kind: "module" }>, name: string): InstanceTarget | undefined {
    const all = this.settled(this.references.outputs(scope), 0);
    const wanted = all.flatMap((target) => (target.kind === "instance" && isWanted(name, target) ? [target] : []));
    const isTold = all.every((target) => target.kind === "instance");
    const addresses = new Set(wanted.map(({ planned }) => planned.address));
    return isTold && addresses.size === 1 ? wanted[0] : undefined;
  }
}

function isUnspecific(candidate: Candidate): candidate is InstanceTarget {
  return candidate.kind === "instance" && (candidate.path?.length ?? 0) === 0;
}

function isSpecific(candidate: Candidate, planned: Planned): boolean {
  return candidate.kind === "instance" && candidate.planned === planned && (candidate.path?.length ?? 0) > 0;
}

/** Attributes that take the id of another resource. Anywhere else, a function may have made something new of an id. */
export function takesId(name: string): boolean {
  return name.endsWith("_id") || isListOfIds(name) || OTHERS_THAT_TAKE_IDS.has(name);
}

function isListOfIds(name: string): boolean {
  return name.endsWith("_ids") || name === "scopes";
}

const OTHERS_THAT_TAKE_IDS: ReadonlySet<string> = new Set(["associated_route_table", "next_hop", "id"]);
