import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../../text/json";
import { type Blocks, blockNamed, blocksOf } from "../../../input/blocks";
import { isAzapi } from "../../../ledger/kept";
import { type Attribute, type AttributeObject, isList, isMark, isRecord } from "../../../resource";
import type { Planned } from "../planned";

/** Blocks as they are planned: their values, and what of those the plan doesn't know. */
interface Told {
  readonly values: Json | undefined;
  readonly unknown: Json | undefined;
}

/** What the files say at a place of a planned resource; undefined where they say nothing there, or that can't be told. */
export function writtenAt(body: AttributeObject, planned: Planned, path: readonly (string | number)[]) {
  if (isAzapi(planned.type)) {
    return inside(body, path);
  }
  let holder = body;
  let told: Told = { values: planned.values, unknown: planned.unknown };
  let blocks: Blocks = blocksOf(planned.type);
  for (let at = 0; at < path.length; at += 2) {
    const [name, index] = [path[at], path[at + 1]];
    const value: Attribute | undefined = own(holder, String(name));
    if (index === undefined || value === undefined) {
      return value;
    }
    const block = blockNamed(blocks, String(name));
    const list = partOf(told, String(name));
    const found = block === undefined ? undefined : blockAt(value, list, Number(index), block.unordered);
    if (block === undefined || found === undefined) {
      return undefined;
    }
    holder = found;
    told = partOf(list, Number(index));
    blocks = block.blocks;
  }
  return holder;
}

/** What stands at a place of a body of azapi's: it is one value, in the order in which it is written. */
function inside(value: Attribute | undefined, [step, ...rest]: readonly (string | number)[]): Attribute | undefined {
  if (step === undefined || value === undefined) {
    return value;
  }
  const next = isList(value) ? value[Number(step)] : isRecord(value) ? own(value, String(step)) : undefined;
  return inside(next, rest);
}

/**
 * The first attribute of which the files say something else than the plan; undefined where there is none. So a folder that
 * has changed since is told from the one that made the plan.
 */
export function contradictionIn(body: AttributeObject, planned: Planned): string | undefined {
  const told: Told = { values: planned.values, unknown: planned.unknown };
  return disagreement(body, told, blocksOf(planned.type));
}

/** Files have written and dynamic blocks in an order of their own, so a block is told by its values. */
function blockAt(written: Attribute, list: Told, index: number, unordered: boolean): AttributeObject | undefined {
  const all = isList(written) ? written : [];
  if (!all.every(isRecord)) {
    return undefined;
  }
  const told = partOf(list, index);
  const agreeing = all.filter((block) => disagreement(block, told, {}) === undefined);
  const [only, ...more] = agreeing;
  if (more.length === 0) {
    return only;
  }
  const atIndex = all[index];
  const inOrder = !unordered && isJsonArray(list.values) && list.values.length === all.length;
  const isSure = inOrder && all.every((block, at) => disagreement(block, partOf(list, at), {}) === undefined);
  // Those that are alike in all that is known may still differ in what isn't, so the order has to be sure.
  return isSure && atIndex !== undefined && !isMixed(all) ? atIndex : undefined;
}

/** Whether blocks don't have the same names, as those have that are written in different places. */
function isMixed(blocks: readonly AttributeObject[]): boolean {
  return new Set(blocks.map((block) => Object.keys(block).sort().join(" "))).size > 1;
}

function disagreement(written: AttributeObject, told: Told, blocks: Blocks): string | undefined {
  return Object.keys(written).find((name) => {
    const block = blockNamed(blocks, name);
    const value = written[name];
    const there = partOf(told, name);
    return block === undefined
      ? !agrees(value ?? null, there)
      : !blocksAgree(value ?? null, there, block.unordered, block.blocks);
  });
}

function blocksAgree(written: Attribute, told: Told, unordered: boolean, blocks: Blocks): boolean {
  if (!isList(written) || !written.every(isRecord) || told.unknown === true || !isJsonArray(told.values)) {
    return true;
  }
  const { values } = told;
  const fits = (block: AttributeObject, at: number) => disagreement(block, partOf(told, at), blocks) === undefined;
  const isMet = values.every((_, at) => written.some((block) => fits(block, at)));
  return isMet && (unordered || values.length === written.length);
}

/** What isn't told on either side agrees with anything. */
function agrees(written: Attribute, { values, unknown }: Told): boolean {
  if (written === null || isMark(written) || unknown === true || values === undefined) {
    return true;
  }
  if (isList(written)) {
    return !isJsonArray(values) || (unknown !== undefined && holdsTrue(unknown)) || listsAgree(written, values);
  }
  if (isRecord(written)) {
    return !isJsonObject(values) || disagreement(written, { values, unknown }, {}) === undefined;
  }
  return values !== null && typeof values !== "object" && plainText(written) === plainText(values);
}

function listsAgree(written: readonly Attribute[], values: readonly Json[]): boolean {
  const isPlain = (value: Attribute) => typeof value !== "object" && value !== null;
  if (!written.every(isPlain) || !values.every((value) => typeof value !== "object" && value !== null)) {
    return true;
  }
  const texts = (list: readonly (Attribute | Json)[]) => [...new Set(list.map((one) => plainText(String(one))))].sort();
  return texts(written).join("\n") === texts(values).join("\n");
}

/** Providers write capitals and spaces of names in their own way. */
function plainText(value: string | number | boolean): string {
  return String(value).toLowerCase().replace(/\s+/g, "");
}

function partOf({ values, unknown }: Told, step: string | number): Told {
  return { values: childOf(values, step), unknown: unknown === true ? true : childOf(unknown, step) };
}

function childOf(value: Json | undefined, step: string | number): Json | undefined {
  if (isJsonArray(value)) {
    return value[Number(step)];
  }
  return isJsonObject(value) ? ownOf(value, String(step)) : undefined;
}

function ownOf(holder: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function own(holder: AttributeObject, name: string): Attribute | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function holdsTrue(mask: Json): boolean {
  if (isJsonArray(mask)) {
    return mask.some(holdsTrue);
  }
  return isJsonObject(mask) ? Object.values(mask).some(holdsTrue) : mask === true;
}
