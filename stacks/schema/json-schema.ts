import { z } from "zod";
import { networkSchema } from "./network";

/** The JSON Schema of a network file, for editors to complete and check it with. */
export function networkJsonSchema(): object {
  return {
    title: "wanproof network",
    description: "A Virtual WAN with IPsec tunnels over ExpressRoute private peering.",
    ...withNulls(z.toJSONSchema(networkSchema, { io: "input", reused: "ref" })),
    // Places for anchors.
    patternProperties: { "^x-": {} },
  };
}

/** Takes a key with nothing behind it where the definition does. */
function withNulls(schema: object): object {
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, deepWithNulls(value)]),
  );
  if (nullable !== true) {
    return { ...rest, ...(nullable === undefined ? {} : { nullable }) };
  }
  const { description, ...own } = rest;
  return { ...(description === undefined ? {} : { description }), anyOf: [own, { type: "null" }] };
}

function deepWithNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(deepWithNulls);
  }
  return typeof value === "object" && value !== null ? withNulls(value) : value;
}
