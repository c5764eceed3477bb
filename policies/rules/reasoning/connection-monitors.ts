import { parseAddress } from "../../../address/address";
import { phrase } from "../../../network/facts/called/phrase";
import { type Field, type Items, knownValue, type Unknown, unknownsOf } from "../../../network/field";
import { type Block, blocksOf } from "../../../network/fields/block";
import { optionalTextField, textField, textItems } from "../../../network/fields/typed-fields";
import { at, violation } from "../judgement";
import type { Judgement } from "../rule";
import { cannotTell } from "./unknowns";

/** What a connection monitor tests is there, and can be tested so. */
export function* judgeConnectionMonitor(monitor: Block): Iterable<Judgement> {
  yield* judgeGroups(monitor);
  yield* judgeBlocks(monitor, "endpoint", judgeAddress);
  yield* judgeBlocks(monitor, "test_configuration", judgeProtocol);
}

function* judgeGroups(monitor: Block): Iterable<Judgement> {
  const endpoints = namesIn(monitor, "endpoint");
  const configurations = namesIn(monitor, "test_configuration");
  const { path, blocks, unknown } = blocksOf(monitor, "test_group");
  if (unknown !== undefined) {
    yield cannotTell(at(monitor, path), unknown, phrase`which test groups ${monitor} has can't be told`);
  }
  for (const group of blocks) {
    yield* judgeNames(monitor, textItems(group, "source_endpoints"), endpoints, "endpoint");
    yield* judgeNames(monitor, textItems(group, "destination_endpoints"), endpoints, "endpoint");
    yield* judgeNames(monitor, textItems(group, "test_configuration_names"), configurations, "test_configuration");
  }
}

/** The names of the blocks of a kind, and why there may be others. */
interface Names {
  readonly names: ReadonlySet<string>;
  readonly unknowns: readonly Unknown[];
}

function namesIn(monitor: Block, kind: string): Names {
  const { blocks, unknown } = blocksOf(monitor, kind);
  const fields = blocks.map((block) => textField(block, "name"));
  return {
    names: new Set(fields.flatMap((field) => knownValue(field) ?? [])),
    unknowns: [
      ...(unknown === undefined ? [] : [unknown]),
      ...fields.flatMap((field) => (field.state === "unknown" ? [field.unknown] : [])),
    ],
  };
}

function* judgeNames(
  monitor: Block,
  used: Items<Field<string>>,
  { names, unknowns }: Names,
  kind: string,
): Iterable<Judgement> {
  const open = unknownsOf(used);
  if (open.length > 0) {
    yield cannotTell(
      at(monitor, used.path),
      open,
      phrase`whether an ${kind} that ${monitor} tests exists can't be told`,
    );
  }
  for (const field of used.items) {
    const name = knownValue(field);
    if (name === undefined || names.has(name)) {
      continue;
    }
    if (unknowns.length > 0) {
      yield cannotTell(
        at(monitor, field.path),
        unknowns,
        phrase`whether ${monitor} has the ${kind} ${name} can't be told`,
      );
    } else {
      yield violation(at(monitor, field.path), {
        message: phrase`${monitor} has no ${kind} ${name}`,
        remedy: phrase`Use the name of one of its ${kind} blocks.`,
        evidence: { name },
      });
    }
  }
}

function* judgeBlocks(monitor: Block, kind: string, judge: (block: Block) => Iterable<Judgement>): Iterable<Judgement> {
  // Where there may be others, that is said where they are used by name.
  for (const block of blocksOf(monitor, kind).blocks) {
    yield* judge(block);
  }
}

/** An endpoint's address is one, or the name of a host. */
function* judgeAddress(endpoint: Block): Iterable<Judgement> {
  const address = optionalTextField(endpoint, "address");
  if (address.state === "unknown") {
    const message = phrase`the address of an endpoint of ${endpoint} is unknown, so it may be none`;
    yield cannotTell(at(endpoint, address.path), address.unknown, message);
  } else if (address.state === "known" && !parseAddress(address.value).ok && !isHostName(address.value)) {
    yield violation(at(endpoint, address.path), {
      message: phrase`the address ${JSON.stringify(address.value)} of an endpoint of ${endpoint} is neither an address nor the name of a host`,
      remedy: "Write one address, such as 10.0.0.4, or a host's name.",
      evidence: { address: address.value },
    });
  }
}

function isHostName(text: string): boolean {
  const labels = text.split(".");
  return labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i.test(label)) && /[a-z]/i.test(labels.at(-1) ?? "");
}

/** How a test is made stands in the block of its protocol. */
function* judgeProtocol(configuration: Block): Iterable<Judgement> {
  const protocol = textField(configuration, "protocol");
  const block = protocol.state === "known" ? PROTOCOL_BLOCKS.get(protocol.value) : undefined;
  if (protocol.state !== "known" || block === undefined) {
    return; // Said by value-accepted.
  }
  const { path, blocks, unknown } = blocksOf(configuration, block);
  const name = phrase`the ${protocol.value} test of ${configuration}`;
  if (unknown !== undefined) {
    yield cannotTell(at(configuration, path), unknown, phrase`whether ${name} has a ${block} can't be told`);
  } else if (blocks.length === 0) {
    yield violation(at(configuration, path), {
      message: phrase`${name} has no ${block}`,
      remedy: phrase`Add a ${block} block.`,
    });
  }
}

const PROTOCOL_BLOCKS: ReadonlyMap<string, string> = new Map([
  ["Tcp", "tcp_configuration"],
  ["Http", "http_configuration"],
  ["Icmp", "icmp_configuration"],
]);
