/**
 * A part of a network as one would note it down, so that tests can compare whole parts at a glance:
 * a known value is itself, or `{ default: value }` where nobody wrote it; an unknown one is `{ unknown: [what decides] }`;
 * a reference is `-> address`; a list is a list, with `{ items, unknown }` where there may be more; other parts are
 * their addresses. Paths are left out.
 */
export function noted(part: unknown): unknown {
  if (!isObject(part)) {
    return part;
  }
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => (name === "path" ? [] : [[name, notedValue(value)]])),
  );
}

function notedValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(notedValue);
  }
  if (!isObject(value)) {
    return value;
  }
  if ("state" in value) {
    return notedState(value);
  }
  if ("items" in value) {
    const items = notedValue(value.items);
    return isObject(value.unknown) ? { items, unknown: value.unknown.decidedBy } : items;
  }
  return addressOf(value) ?? noted(value);
}

function notedState(value: Readonly<Record<string, unknown>>): unknown {
  switch (value.state) {
    case "known":
      return value.written === false ? { default: notedValue(value.value) } : notedValue(value.value);
    case "unknown":
      return { unknown: isObject(value.unknown) ? value.unknown.decidedBy : undefined };
    case "resolved":
      return `-> ${isObject(value.to) ? addressOf(value.to) : ""}`;
    default:
      return "absent";
  }
}

function addressOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if ("attributes" in value) {
    return String(value.address);
  }
  if (isObject(value.resource)) {
    return addressOf(value.resource);
  }
  return isObject(value.site) && "bgp" in value ? `${addressOf(value.site)} ${String(value.path)}` : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
