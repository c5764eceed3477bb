import { isJsonObject, type Json, type JsonObject } from "../../text/json";
import { isOurType } from "../ledger/kept";
import { BadJson, JsonBytes } from "./json-bytes";
import { LazyObjects } from "./lazy-object";
import { CHANGE, Outline } from "./outline";

/**
 * Parses plan JSON without making values of all of it. Most of a plan is about resources of other types, and each of
 * them is in it up to four times: of those, only who they are and what happens to them is parsed, and the rest when
 * somebody looks at it. What comes out reads like the whole.
 *
 * @param bytes UTF-8 without a byte order mark
 * @throws BadJson where `JSON.parse` would throw
 */
export function sparsePlan(bytes: Buffer): JsonObject {
  return new SparsePlan(new JsonBytes(bytes)).read();
}

/** What was read, and where it ends. */
interface Read {
  readonly json: Json;
  readonly end: number;
}

/** Reads one value, which starts at an index. */
type Reader = (start: number) => Read;

/** How the members of an object are read, by name; all others are parsed. */
interface Members {
  readonly [name: string]: Reader;
}

class SparsePlan {
  private readonly lazy: LazyObjects;
  private readonly byType = new Map<string, JsonObject>();

  constructor(private readonly json: JsonBytes) {
    this.lazy = new LazyObjects(json);
  }

  read(): JsonObject {
    const { json, end } = this.object({
      resource_changes: this.changes,
      resource_drift: this.skipped,
      relevant_attributes: this.skipped,
      planned_values: this.valuesOf(this.plannedResource),
      prior_state: this.object({ values: this.valuesOf(this.resource) }),
      configuration: this.object({ root_module: (start) => this.configuredModule(start) }),
    })(this.json.space(0));
    const last = this.json.space(end);
    if (last !== this.json.bytes.length || !isJsonObject(json)) {
      throw new BadJson(last);
    }
    return json;
  }

  /** Nobody reads it. */
  private readonly skipped: Reader = (start) => ({ json: null, end: this.json.afterValue(start) });

  private readonly changes: Reader = (start) => this.list(start, this.resource);

  private valuesOf(resource: Reader): Reader {
    const module: Reader = this.object({
      resources: (at) => this.list(at, resource),
      child_modules: (at) => this.list(at, (start) => module(start)),
    });
    return this.object({ root_module: module });
  }

  private configuredModule(start: number): Read {
    return this.object({
      resources: (at) => this.list(at, this.resource),
      module_calls: (at) => this.each(at, this.object({ module: (inner) => this.configuredModule(inner) })),
    })(start);
  }

  private readonly whole: Reader = (start) => {
    const end = this.json.afterValue(start);
    return { json: this.json.parse(start, end), end };
  };

  private object(members: Members): Reader {
    return (start) => this.membersOf(start, (name) => (Object.hasOwn(members, name) ? members[name] : undefined));
  }

  private each(start: number, read: Reader): Read {
    return this.membersOf(start, () => read);
  }

  private membersOf(start: number, readerOf: (name: string) => Reader | undefined): Read {
    if (this.json.byte(start) !== OPEN_OBJECT) {
      return this.whole(start);
    }
    const entries: [string, Json][] = [];
    const end = this.json.eachMember(start, (nameAt, at) => {
      const name = this.json.nameAt(nameAt);
      const { json, end: after } = (readerOf(name) ?? this.whole)(at);
      entries.push([name, json]);
      return after;
    });
    // Of equal names, the last one counts, as it does to JSON.parse.
    return { json: Object.fromEntries(entries), end };
  }

  private list(start: number, read: Reader): Read {
    if (this.json.byte(start) !== OPEN_LIST) {
      return this.whole(start);
    }
    const elements: Json[] = [];
    const end = this.json.eachElement(start, (at) => {
      const { json, end } = read(at);
      elements.push(json);
      return end;
    });
    return { json: elements, end };
  }

  /**
   * A resource: whole where it is one of ours. Of any other, larger objects inside are left for later, save `change`,
   * which tells what happens to it.
   */
  private readonly resource: Reader = (start) => {
    if (this.foreignType(start) === undefined) {
      return this.whole(start);
    }
    const { json, end } = this.outline(start);
    // Of equal names the last one counts, so it may be one of ours after all.
    const isForeign = isJsonObject(json) && typeof json.type === "string" && !isOurType(json.type);
    return { json: isForeign ? json : this.json.parse(start, end), end };
  };

  /** A resource of the planned values, which is looked at to see that its change is told. Of one that isn't ours, that is its type. */
  private readonly plannedResource: Reader = (start) => {
    const type = this.foreignType(start);
    if (type !== undefined) {
      return { json: this.ofType(type), end: this.json.afterValue(start) };
    }
    return this.json.byte(start) === OPEN_OBJECT ? this.outline(start) : this.whole(start);
  };

  /** The type of a resource, where it is plain that it isn't one of ours. */
  private foreignType(start: number): string | undefined {
    const { json } = this;
    let at = json.byte(start) === OPEN_OBJECT ? json.space(start + 1) : start;
    for (let member = 0; member < MEMBERS_UP_TO_TYPE && json.byte(at) === QUOTE; member += 1) {
      const value = json.space(json.afterName(at));
      const end = json.afterValue(value);
      if (json.isName(at, "type")) {
        const type = json.parse(value, end);
        return typeof type === "string" && !isOurType(type) ? type : undefined;
      }
      at = json.space(json.space(end) + 1);
    }
    return undefined;
  }

  private ofType(type: string): JsonObject {
    const known = this.byType.get(type) ?? { type };
    this.byType.set(type, known);
    return known;
  }

  private outline(start: number): Read {
    const outline = new Outline(this.json, start);
    const end = this.outlined(start, outline);
    return { json: outline.filled(end, this.lazy), end };
  }

  private outlined(start: number, outline: Outline, within?: typeof CHANGE): number {
    const { json } = this;
    return json.eachMember(start, (name, at) => {
      if (json.byte(at) !== OPEN_OBJECT) {
        return json.afterValue(at);
      }
      if (within === undefined && json.isName(name, CHANGE)) {
        return this.outlined(at, outline, CHANGE);
      }
      const end = json.afterValue(at);
      if (end - at > WORTH_LEAVING) {
        outline.leave(name, at, end, within);
      }
      return end;
    });
  }
}

// Terraform writes it third.
const MEMBERS_UP_TO_TYPE = 4;
// Shorter objects take less room as they are.
const WORTH_LEAVING = 40;

const QUOTE = 0x22;
const OPEN_OBJECT = 0x7b;
const OPEN_LIST = 0x5b;
