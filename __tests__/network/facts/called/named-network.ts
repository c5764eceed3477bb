import { assemble } from "../../../../network/assemble/assemble";
import { namesIn } from "../../../../network/facts/called/names";
import type { Thing } from "../../../../network/facts/called/thing";
import type { Network } from "../../../../network/network";
import { type AttributeObject, Reference, type Resource } from "../../../../network/resource";

/** A resource of a test: its attributes, and who made it. */
export interface Sample {
  readonly attributes?: AttributeObject;
  readonly constructPath?: string;
  readonly input?: string;
}

/** A network of resources by their Terraform addresses. */
export function networkWith(samples: readonly (readonly [address: string, sample: Sample])[]): Network {
  const resources = samples.map(([address, { input = "plan.json", attributes = {}, ...origin }]): Resource => {
    const type = /azurerm_\w+/.exec(address)?.[0] ?? "";
    const standing = /(?:^|\.)data\./.test(address) ? "data" : "managed";
    return { address, type, standing, input, attributes, ...origin };
  });
  const inputs = [...new Set(resources.map(({ input }) => input))];
  return assemble(
    inputs.map((path) => {
      const own = resources.filter(({ input }) => input === path);
      const counts = { total: own.length, ofOurTypes: own.length };
      return { path, kind: "plan", resources: own, intent: undefined, counts, unread: [] };
    }),
  );
}

/** What things are called, in their order. */
export function called(network: Network, things: readonly Thing[]): string[] {
  return things.map((thing) => namesIn(network).of(thing).name);
}

/** The id of another resource. */
export function idOf(address: string, input = "plan.json"): Reference {
  return new Reference(address, input, ["id"], `${address}.id`);
}
