import type { Field, Items } from "../field";
import { type Block, blocksOf, itself, pathOf, together } from "../fields/block";
import { textItems } from "../fields/typed-fields";

const GIVEN = "allocated_ip_address_prefixes";

/**
 * The prefixes of a virtual network or subnet: those that are written, else those that address pools (IPAM) have given.
 * What a pool has still to give is unknown, never nothing.
 */
export function writtenOrPooled(block: Block, name: string): Items<Field<string>> {
  const written = textItems(block, name);
  if (written.items.length > 0 || written.unknown !== undefined) {
    return written;
  }
  const pools = blocksOf(block, "ip_address_pool");
  const given = pools.blocks.map((pool) => givenBy(pool));
  const [first] = given;
  if (first === undefined) {
    return pools.unknown === undefined ? written : { ...written, unknown: pools.unknown };
  }
  const unknown = together([...given.flatMap((one) => one.unknown ?? []), ...(pools.unknown ? [pools.unknown] : [])]);
  const items = given.flatMap((one) => [...one.items]);
  return unknown === undefined ? { path: first.path, items } : { path: first.path, items, unknown };
}

function givenBy(pool: Block): Items<Field<string>> {
  const given = textItems(pool, GIVEN);
  const untold = given.items.length === 0 && given.unknown === undefined;
  return untold ? { ...given, unknown: itself(pool, pathOf(pool, GIVEN)) } : given;
}
