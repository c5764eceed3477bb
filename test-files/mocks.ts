import { addressText } from "../address/prefix";
import { prefixOfField } from "../network/facts/prefixes";
import type { Network } from "../network/network";
import { type Attribute, Reference, type Resource } from "../network/resource";
import type { Json, JsonObject } from "../text/json";
import { block, literal } from "./hcl";
import { MOCKED_TYPES, mockedId, mockedIdAt, mockedLinkId } from "./mocked-id";
import { outputsOf } from "./mocked-outputs";
import type { Stack } from "./stack";

/** The blocks that stand for Azure: every provider mocked, ids in Azure's form, and what data sources and other states hold. */
export function mocksOf(stack: Stack, stacks: readonly Stack[], network: Network): string[] {
  return [
    ...[...stack.providers].flatMap(([name, aliases]) => mockedProviders(name, aliases, stack)),
    ...[...stack.bodies.keys()].flatMap((address) =>
      address.startsWith("data.") ? readBlock(stack, address, stacks, network) : madeBlock(stack, address, network),
    ),
    ...variables(stack),
  ];
}

function mockedProviders(name: string, aliases: readonly string[], { hasModules }: Stack): string[] {
  const head = `mock_provider ${literal(name)}`;
  const during = "override_during = plan";
  // Elsewhere each resource has an id of its own.
  const defaults = name === "azurerm" && hasModules ? MOCKED_TYPES.map(defaultId) : [];
  const mocked = (lines: readonly string[]) => block(head, [...lines, during, ...defaults]);
  return [mocked([]), ...aliases.map((alias) => mocked([`alias = ${literal(alias)}`]))];
}

function defaultId(type: string): string {
  return block(`mock_resource ${literal(type)}`, [`defaults = ${literal({ id: mockedId(type, "mock") ?? "mock" })}`]);
}

function madeBlock(stack: Stack, address: string, network: Network): string[] {
  const id = mockedIdAt(address);
  if (id === undefined) {
    return [];
  }
  const values = { id, ...filledIn(stack, address, id, network) };
  return [block("override_resource", [`target = ${address}`, "override_during = plan", `values = ${literal(values)}`])];
}

function readBlock(stack: Stack, address: string, stacks: readonly Stack[], network: Network): string[] {
  if (address.startsWith("data.terraform_remote_state.")) {
    const outputs = outputsOf(stack.bodies.get(address) ?? {}, address, stacks);
    return [block("override_data", [`target = ${address}`, `values = ${literal({ outputs })}`])];
  }
  const id = mockedIdAt(address);
  if (id === undefined) {
    return [];
  }
  const values = { id, ...filledIn(stack, address, id, network), ...statedOf(stack, address, network) };
  return [block("override_data", [`target = ${address}`, `values = ${literal(values)}`])];
}

/** What Azure fills in beside ids, as far as something here refers to it. */
function filledIn({ bodies, path }: Stack, address: string, id: string, network: Network): JsonObject {
  const [type] = address.replace(/^data\./, "").split(".");
  switch (type) {
    case "azurerm_virtual_hub":
      return { default_route_table_id: `${id}/hubRouteTables/defaultRouteTable` };
    case "azurerm_vpn_site": {
      const links = bodies.get(address)?.link;
      // One id for all links of a site: more can't be said of blocks.
      return links === undefined ? {} : { link: { id: mockedLinkId(id, "mock") } };
    }
    case "azurerm_vpn_gateway":
      return { ip_configuration: instancesOf(gatewayPrefix(network, path, address)) };
    default:
      return {};
  }
}

function gatewayPrefix(network: Network, input: string, address: string): string | undefined {
  const gateway = network.vpnGateways.find(({ resource }) => resource.input === input && resource.address === address);
  const hub = gateway?.hub.state === "resolved" ? gateway.hub.to : undefined;
  const prefix = hub === undefined ? undefined : prefixOfField(hub.addressPrefix)?.prefix;
  return prefix?.family === 4 ? prefix.text : undefined;
}

/** Both instances of a gateway, with addresses inside the hub. Which ones Azure takes isn't known. */
function instancesOf(hubPrefix: string | undefined): Json {
  const [first = "10.0.0.0"] = hubPrefix?.split("/") ?? [];
  const base = first.split(".").reduce((value, octet) => value * 256 + Number(octet), 0);
  return [0, 1].map((instance) => ({
    id: `Instance${instance}`,
    private_ip_address: addressText(4, base + 4 + instance),
    public_ip_address: `192.0.2.${4 + instance}`,
  }));
}

/** What is stated of a thing that exists: what Terraform holds against it, it finds there. */
function statedOf({ path, bodies }: Stack, address: string, network: Network): JsonObject {
  const resource = network.resources.find((one) => one.input === path && one.address === address);
  const written = bodies.get(address) ?? {};
  return resource === undefined ? {} : mocked(resource, written);
}

function mocked({ attributes }: Resource, written: JsonObject): JsonObject {
  const values = Object.entries(attributes).flatMap(([name, attribute]): [string, Json][] => {
    const value = Object.hasOwn(written, name) ? undefined : mockedValue(attribute);
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

function mockedValue(attribute: Attribute): Json | undefined {
  if (attribute instanceof Reference) {
    return attribute.path.length === 1 && attribute.path[0] === "id" ? mockedIdAt(attribute.address) : undefined;
  }
  const isScalar = ["string", "number", "boolean"].includes(typeof attribute);
  const isScalars = Array.isArray(attribute) && attribute.every((item) => typeof item === "string");
  return isScalar || isScalars ? JSON.parse(JSON.stringify(attribute)) : undefined;
}

/** A value for each variable that has none of its own. No secret: whoever needs one has it from elsewhere. */
function variables({ variables: declared }: Stack): string[] {
  const needed = [...declared].filter(([, { default: own }]) => own === undefined);
  const lines = needed.map(([name, { type = "string" }]) => `${name} = ${literal(placeholder(type))}`);
  return lines.length === 0 ? [] : [block("variables", lines)];
}

function placeholder(type: Json): Json {
  const text = typeof type === "string" ? type.replace(/^\$\{|\}$/g, "") : "";
  const of: Readonly<Record<string, Json>> = { string: "MockedForTheTest", number: 1, bool: true };
  const isMap = /^(map|object)\b/.test(text);
  return of[text] ?? (isMap ? {} : /^(list|set|tuple)\b/.test(text) ? [] : "MockedForTheTest");
}
