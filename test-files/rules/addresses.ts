import { prefixesOf, prefixOfField } from "../../network/facts/prefixes";
import type { Network } from "../../network/network";
import { type Assertion, listOf, overlap } from "./assertion";

// Every pair is compared, which takes Terraform seconds from here on.
const MOST = 200;

/** Hubs and spokes of a stack overlap neither each other nor those of other stacks. */
export function addressAssertions(network: Network, isHere: (address: string, input: string) => boolean): Assertion[] {
  const places = [
    ...network.hubs.map((hub) => ({
      ...hub.resource,
      expression: `[${hub.resource.address}.address_prefix]`,
      prefixes: [prefixOfField(hub.addressPrefix)?.text ?? []].flat(),
    })),
    ...network.virtualNetworks
      .filter(({ connections }) => connections.length > 0)
      .map(({ resource, addressSpace }) => ({
        ...resource,
        expression: `tolist(${resource.address}.address_space)`,
        prefixes: prefixesOf(addressSpace).map(({ text }) => text),
      })),
  ].filter(({ standing }) => standing !== "outside");
  const here = places.filter(({ address, input, standing }) => standing === "managed" && isHere(address, input));
  const others = places.filter((place) => !here.includes(place)).flatMap(({ prefixes }) => prefixes);
  const [first] = here;
  if (first === undefined || here.length + others.length > MOST) {
    return [];
  }
  const all = [...here.map(({ expression }) => expression), listOf([...new Set(others)])];
  const prefixes = `concat(${all.join(", ")})`;
  const apart = `alltrue(flatten([for i, a in ${prefixes} : [for j, b in ${prefixes} : !${overlap("a", "b")} if j > i]]))`;
  return [
    {
      rule: "address-overlap",
      address: first.address,
      condition: apart,
      message: "the prefixes of hubs and connected virtual networks overlap",
    },
  ];
}
