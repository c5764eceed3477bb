import { parseAddress } from "../../../address/address";
import type { Answer } from "../../../network/facts/answer";
import { addressOfField, sameAddress } from "../../../network/facts/site-links";
import type { Field, Items } from "../../../network/field";
import { knownValue, unknownsOf } from "../../../network/field";
import { type Block, blockOf, blocksOf, onlyBlock } from "../../../network/fields/block";
import { textField, textItems } from "../../../network/fields/typed-fields";
import type { LinkConnection, Network, VpnGateway } from "../../../network/network";
import { Reference } from "../../../network/resource";
import { sourcesOf } from "./resource-blocks";

/** The names that Azure gives to the two instances of a VPN gateway. */
export const INSTANCES = ["Instance0", "Instance1"] as const;

/** The BGP addresses that somebody gave to an instance of a VPN gateway. */
export interface InstanceAddresses {
  readonly instance: (typeof INSTANCES)[number];
  readonly addresses: Items<Field<string>>;
}

/** Custom BGP addresses of a VPN gateway, instance by instance. */
export function customAddressesOf(network: Network, gateway: VpnGateway): InstanceAddresses[] {
  const bgp = onlyBlock(blockOf(sourcesOf(network), gateway.resource), "bgp_settings").block;
  return INSTANCES.map((instance, index) => {
    const { block } = onlyBlock(bgp, `instance_${index}_bgp_peering_address`);
    return { instance, addresses: textItems(block, "custom_ips") };
  });
}

/** Whether an instance of a VPN gateway has a custom BGP address. */
export function hasCustomAddress(network: Network, gateway: VpnGateway, instance: string, text: string): Answer {
  const own = customAddressesOf(network, gateway).find((one) => one.instance === instance)?.addresses;
  const wanted = parseAddress(text);
  const has = own?.items.some((field) => {
    const address = addressOfField(field);
    return address !== undefined && wanted.ok ? sameAddress(address, wanted.value) : knownValue(field) === text;
  });
  const unknowns = own === undefined ? [] : unknownsOf(own);
  return has === true ? "yes" : unknowns.length > 0 ? unknowns : "no";
}

/** One `custom_bgp_address` of a connected link. */
export interface CustomAddressUse {
  readonly path: string;
  readonly instance: Field<string>;
  readonly address: Field<string>;
}

/** The custom BGP addresses that a connected link uses. */
export function customAddressUses(network: Network, link: LinkConnection): Items<CustomAddressUse> {
  const block = linkBlock(network, link);
  const path = `${link.path}.custom_bgp_address`;
  if (block === undefined) {
    return { path, items: [] };
  }
  const { blocks, unknown } = blocksOf(block, "custom_bgp_address");
  const items = blocks.map((use) => ({
    path: use.path,
    instance: instanceOf(use),
    address: textField(use, "ip_address"),
  }));
  return unknown === undefined ? { path, items } : { path, items, unknown };
}

/** What a gateway tells of an instance is the name of that instance, whatever else isn't known of the gateway yet. */
function instanceOf(use: Block): Field<string> {
  const field = textField(use, "ip_configuration_id");
  const { ip_configuration_id: told } = use.attributes;
  const steps = told instanceof Reference && told.path.at(-1) === "ip_configuration_id" ? told.path : [];
  const instance = INSTANCES.find((_, index) => steps.includes(`instance_${index}_bgp_peering_address`));
  return instance === undefined || field.state === "known"
    ? field
    : { state: "known", path: field.path, value: instance, written: true };
}

/** The block of a connected link. */
export function linkBlock(network: Network, link: LinkConnection): Block | undefined {
  const { blocks } = blocksOf(blockOf(sourcesOf(network), link.connection.resource), "vpn_link");
  return blocks.find(({ path }) => path === link.path);
}
