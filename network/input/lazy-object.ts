import { isJsonObject, type Json, type JsonObject } from "../../text/json";
import type { JsonBytes } from "./json-bytes";

/**
 * A JSON object that is parsed when somebody looks into it. Of most resources in a plan nobody ever does, and then
 * neither the time nor the memory for it is spent. To whoever reads it, it is like any other.
 */
export class LazyObjects {
  private readonly lastUsed: Lazy[] = [];
  private next = 0;

  constructor(private readonly json: JsonBytes) {}

  /** The object in a range. */
  of(start: number, end: number): JsonObject {
    return new Proxy(NOTHING, new Lazy(this, start, end));
  }

  /** Parses it, and forgets another one: what is looked at once is seldom looked at again. */
  parsed(lazy: Lazy): JsonObject {
    const forgotten = this.lastUsed[this.next];
    if (forgotten !== undefined) {
      forgotten.known = undefined;
    }
    this.lastUsed[this.next] = lazy;
    this.next = (this.next + 1) % MOST_KEPT;
    const value = this.json.parse(lazy.start, lazy.end);
    return isJsonObject(value) ? value : NOTHING;
  }
}

/** The plain object, for whoever goes through all of it: that is faster. Any other object is plain already. */
export function wholeOf(object: JsonObject): JsonObject {
  const whole: JsonObject | undefined = Reflect.get(object, WHOLE);
  return whole ?? object;
}

const WHOLE = Symbol("the whole object");
const MOST_KEPT = 256;
const NOTHING: JsonObject = {};

class Lazy implements ProxyHandler<JsonObject> {
  known: JsonObject | undefined;

  constructor(
    private readonly all: LazyObjects,
    readonly start: number,
    readonly end: number,
  ) {}

  get(_: JsonObject, name: string | symbol): Json | undefined {
    if (name === WHOLE) {
      return this.whole();
    }
    const value: Json | undefined = Reflect.get(this.whole(), name);
    return value;
  }

  has(_: JsonObject, name: string | symbol): boolean {
    return Reflect.has(this.whole(), name);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.whole());
  }

  getOwnPropertyDescriptor(_: JsonObject, name: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.whole(), name);
  }

  private whole(): JsonObject {
    this.known ??= this.all.parsed(this);
    return this.known;
  }
}
