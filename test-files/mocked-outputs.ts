import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../text/json";
import { mockedIdAt, mockedLinkId } from "./mocked-id";
import type { Stack } from "./stack";

/** The outputs that a stack finds in the state of another one: all of that stack's, with ids as its own test has them. */
export function outputsOf(remote: JsonObject, address: string, stacks: readonly Stack[]): JsonObject {
  const other = stacks.find(({ names }) => names.some((name) => isStateOf(remote, address, name)));
  return other === undefined
    ? {}
    : Object.fromEntries([...other.outputs].map(([name, value]) => [name, inMock(other, value)]));
}

// cdktf names it after the stack; somebody else's is told by the state's own name.
function isStateOf({ config = null }: JsonObject, address: string, name: string): boolean {
  const states = isJsonObject(config) ? [config.path, config.key, config.prefix] : [];
  return (
    address.endsWith(`cross-stack-reference-input-${name}`) ||
    states.some((state) => typeof state === "string" && state.split(/[./]/).includes(name))
  );
}

const REFERENCE = /^\$\{(?<address>[a-z0-9_]+\.[\w-]+)\.(?<attribute>[\w.[\]]+)\}$/;

function inMock(stack: Stack, value: Json): Json {
  if (isJsonArray(value)) {
    return value.map((item) => inMock(stack, item));
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inMock(stack, item)]));
  }
  const { address = "", attribute = "" } = typeof value === "string" ? (REFERENCE.exec(value)?.groups ?? {}) : {};
  if (address === "") {
    return typeof value === "string" && value.includes("${") ? "mock" : value;
  }
  const id = mockedIdAt(address) ?? "mock";
  if (attribute === "id") {
    return id;
  }
  if (/^link\[\d+\]\.id$/.test(attribute)) {
    return mockedLinkId(id, "mock");
  }
  const written = stack.bodies.get(address)?.[attribute];
  return typeof written === "string" && !written.includes("${") ? written : "mock";
}
