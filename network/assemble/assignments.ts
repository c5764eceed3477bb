import type { Reading } from "../input/reading";
import { type Attribute, type AttributeObject, isList, isRecord, type Resource, UnknownAttribute } from "../resource";

/** More are not tried: each takes as long as the network itself. */
const MOST = 16;

/**
 * The inputs as they are for each way in which ids may fall that are one of few, by elimination. None where no id is, or where
 * there are too many ways.
 */
export function assignmentsOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const open = readings.flatMap(({ resources }) => resources.flatMap(({ attributes }) => [...openIn(attributes)]));
  const ways = open.reduce((product, { oneOf = [] }) => product * Math.max(oneOf.length, 1), 1);
  if (open.length === 0 || ways > MOST) {
    return [];
  }
  return Array.from({ length: ways }, (_, way) => {
    const chosen = new Map<UnknownAttribute, Attribute>();
    let rest = way;
    for (const one of open) {
      const { oneOf = [] } = one;
      chosen.set(one, oneOf[rest % oneOf.length] ?? one);
      rest = Math.floor(rest / oneOf.length);
    }
    return readings.map((reading) => ({
      ...reading,
      resources: reading.resources.map((one) => assigned(one, chosen)),
    }));
  });
}

function* openIn(value: Attribute): Iterable<UnknownAttribute> {
  if (value instanceof UnknownAttribute) {
    if (value.oneOf !== undefined) {
      yield value;
    }
  } else if (isList(value)) {
    for (const one of value) {
      yield* openIn(one);
    }
  } else if (isRecord(value)) {
    for (const one of Object.values(value)) {
      if (typeof one === "object" && one !== null) {
        yield* openIn(one);
      }
    }
  }
}

function assigned(resource: Resource, chosen: ReadonlyMap<UnknownAttribute, Attribute>): Resource {
  const holdsOpen = !openIn(resource.attributes)[Symbol.iterator]().next().done;
  return holdsOpen ? { ...resource, attributes: inObject(resource.attributes, chosen) } : resource;
}

function inObject(value: AttributeObject, chosen: ReadonlyMap<UnknownAttribute, Attribute>): AttributeObject {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inValue(one, chosen)]));
}

function inValue(value: Attribute, chosen: ReadonlyMap<UnknownAttribute, Attribute>): Attribute {
  if (value instanceof UnknownAttribute) {
    return chosen.get(value) ?? value;
  }
  if (isList(value)) {
    return value.map((one) => inValue(one, chosen));
  }
  return isRecord(value) ? inObject(value, chosen) : value;
}
