import { Sources } from "../fields/sources";
import type { Reading } from "../input/reading";
import { type Attribute, isRecord, type Resource, UnknownAttribute } from "../resource";

/** What a policy of a hub decides for a connection that names it, by azurerm's names and Azure's. */
const DECIDED: readonly (readonly [attribute: string, property: string])[] = [
  ["routing", "routingConfiguration"],
  ["internet_security_enabled", "enableInternetSecurity"],
];

/**
 * The inputs as connection policies leave them: a connection of a virtual network that names one takes its routing from there,
 * whatever it says itself. What a policy doesn't say, no page tells.
 */
export function withConnectionPolicies(readings: readonly Reading[]): readonly Reading[] {
  if (!readings.some(({ resources }) => resources.some(namesPolicy))) {
    return readings;
  }
  const sources = new Sources(readings);
  return readings.map((reading) => ({
    ...reading,
    resources: reading.resources.map((one) => (namesPolicy(one) ? underPolicy(one, sources) : one)),
  }));
}

function namesPolicy({ type, attributes }: Resource): boolean {
  return type === "azurerm_virtual_hub_connection" && (attributes.connection_policy_id ?? null) !== null;
}

function underPolicy(connection: Resource, sources: Sources): Resource {
  const policy = policyOf(connection, sources);
  const sets = policy?.attributes.sets;
  const decided = DECIDED.map(([attribute, property]): [string, Attribute] => {
    const by = policy === undefined ? connection : policy;
    const path = policy === undefined ? "connectionPolicy" : property;
    const told = isRecord(sets) ? sets[attribute] : undefined;
    return [attribute, told ?? new UnknownAttribute({ decidedBy: [`${by.address}.body.properties.${path}`] })];
  });
  return { ...connection, attributes: { ...connection.attributes, ...Object.fromEntries(decided) } };
}

function policyOf({ attributes }: Resource, sources: Sources): Resource | undefined {
  const lead = sources.target(attributes.connection_policy_id);
  if (lead.kind === "resource") {
    return lead.resource;
  }
  const found = lead.kind === "value" && typeof lead.value === "string" ? sources.withId(lead.value) : undefined;
  return found === "ambiguous" ? undefined : found;
}
