import { type Blocks, blockNamed, blocksOf } from "../input/blocks";
import { type Attribute, isList, isRecord, type Resource, type SourceLine } from "../resource";
import { parseTraversal, type Step } from "../traversal";
import type { WrittenBlock, WrittenPart } from "./written";

/**
 * The line where an attribute of a resource is written, such as `link[0].bgp[0].asn`; where it isn't written, or can't be told from
 * others, that of the nearest block around it.
 */
export function lineInBlock(
  written: WrittenBlock,
  path: string,
  resource: Pick<Resource, "type" | "attributes">,
): SourceLine {
  let block = written;
  let values: Attribute | undefined = resource.attributes;
  let blocks = blocksOf(resource.type);
  for (const { name, index } of namesOf(parseTraversal(path) ?? [])) {
    const attribute = block.parts.find((part) => part.kind === "attribute" && part.name === name);
    const listed: Attribute | undefined = isRecord(values) && Object.hasOwn(values, name) ? values[name] : undefined;
    const within = attribute ?? blockAt(block, name, index, listed, blocks);
    if (within === undefined || within.kind === "attribute") {
      return (within ?? block).source;
    }
    block = within;
    values = isList(listed) ? listed[index ?? 0] : listed;
    blocks = blockNamed(blocks, name)?.blocks ?? {};
  }
  return block.source;
}

interface Name {
  readonly name: string;
  /** Which of several; undefined for all of them. */
  readonly index: number | undefined;
}

function namesOf(steps: readonly Step[]): Name[] {
  return steps.flatMap((step, at) => {
    const next = steps[at + 1];
    const key = next !== undefined && "key" in next ? next.key : undefined;
    return "name" in step ? [{ name: step.name, index: typeof key === "number" ? key : undefined }] : [];
  });
}

/** The block that the one at an index was written as, where that can be told. */
function blockAt(
  holder: WrittenBlock,
  name: string,
  index: number | undefined,
  listed: Attribute | undefined,
  blocks: Blocks,
): WrittenBlock | undefined {
  const written = holder.parts.flatMap((part) => (isOf(part, name) ? [part] : []));
  const [first, ...more] = written;
  if (index === undefined || more.length === 0) {
    return first === undefined ? undefined : contentOf(first);
  }
  const firstDynamic = written.findIndex(isDynamic);
  const hasOrder = blockNamed(blocks, name)?.unordered !== true;
  if (hasOrder && (firstDynamic < 0 || index < firstDynamic)) {
    return written[index];
  }
  const found = withValues(written, isList(listed) ? listed[index] : undefined);
  return found === undefined ? undefined : contentOf(found);
}

function isOf(part: WrittenPart, name: string): part is WrittenBlock {
  return part.kind === "block" && (part.name === name || (isDynamic(part) && part.labels[0] === name));
}

function isDynamic(part: WrittenBlock): boolean {
  return part.name === "dynamic" && part.labels.length === 1;
}

/** What a dynamic block repeats; its header stands for it. */
function contentOf(block: WrittenBlock): WrittenBlock {
  if (!isDynamic(block)) {
    return block;
  }
  const content = block.parts.find((part) => part.kind === "block" && part.name === "content");
  return content?.kind === "block" ? { ...content, source: block.source } : block;
}

/** The one block that agrees with values in all that is written plainly in it; a dynamic block where no other does. */
function withValues(written: readonly WrittenBlock[], values: Attribute | undefined): WrittenBlock | undefined {
  const fitting = written.filter((block) => !isDynamic(block) && agrees(block, values));
  const dynamic = written.filter(isDynamic);
  const [only, ...more] = fitting.length > 0 ? fitting : dynamic;
  return more.length === 0 ? only : undefined;
}

function agrees({ parts }: WrittenBlock, values: Attribute | undefined): boolean {
  return parts.every((part) => {
    const value = isRecord(values) && Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return part.kind === "block" || part.literal === undefined || !isPlain || String(value) === part.literal;
  });
}
