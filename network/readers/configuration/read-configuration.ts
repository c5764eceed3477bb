import { type Complaint, InputError } from "../../../text/complaint";
import { originOf } from "../../input/origin";
import type { Reading, Unread } from "../../input/reading";
import { SUPPRESSIONS_OUTPUT } from "../../inputs";
import { isJudged, isOurType } from "../../ledger/kept";
import type { Resource } from "../../resource";
import { FileLines } from "../../source-lines/file-lines";
import { parseTraversal } from "../../traversal";
import { isKept, keptOf } from "../azapi/unread-azapi";
import { carriedBy } from "../suppressions";
import { unreadIn } from "../unread";
import type { Instance } from "./instance";
import { type Neighbours, Stack } from "./stack";
import type { StackFiles } from "./stack-files";

/**
 * Reads all stacks that were given: each is a reading of its own, and their cross-stack references are followed.
 * @throws InputError where a stack declares something twice: only one of the two would be judged
 */
export function readConfigurations(all: readonly StackFiles[]): readonly Reading[] {
  const stacks: Stack[] = [];
  const neighbours: Neighbours = {
    at: (path) => stacks.find((stack) => stack.path === path),
    named: (name, from) => {
      const named = stacks.filter(({ files }) => files !== from && files.names.includes(name));
      const beside = named.filter(({ files }) => files.root === from.root);
      const [only, ...more] = beside.length > 0 ? beside : named;
      // Two of one name, and no telling which is meant.
      return more.length === 0 ? only : undefined;
    },
  };
  stacks.push(...all.map((files) => new Stack(files, neighbours)));
  const complaints = stacks.flatMap(repetitionsOf);
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return stacks.map(readStack);
}

function repetitionsOf({ path, declared }: Stack): Complaint[] {
  return declared.repeated.map((address) => ({
    path,
    message: `declares ${address} twice, which Terraform refuses; put stacks that are deployed apart into folders of their own`,
  }));
}

function readStack(stack: Stack): Reading {
  const instances = stack.instances.all();
  const ours = instances.filter(({ declared }) => isOurType(declared.type));
  const resources = ours.map((instance) => resourceOf(instance, stack)).filter(isKept);
  const lines = stack.files.sources === undefined ? FileLines.of(stack.files.files) : undefined;
  const intentSource = originOf(stack.files.sources, ["output.network_intent"], undefined).source;
  return {
    path: stack.path,
    kind: "configuration",
    resources: resources.map((resource) => ({ ...resource, ...(lines === undefined ? {} : { lines }) })),
    intent: stack.carriedOutput("network_intent"),
    ...(intentSource === undefined ? {} : { intentSource }),
    ...carriedBy(stack.carriedOutput(SUPPRESSIONS_OUTPUT)),
    counts: { total: instances.length, ofOurTypes: resources.filter(({ type }) => isJudged(type)).length },
    unread: [
      ...modulesOf(stack),
      ...forgottenIn(stack),
      ...resources.flatMap(unreadIn),
      ...ours.flatMap(repeatedUnknown),
    ],
  };
}

function resourceOf(instance: Instance, stack: Stack): Resource {
  const { address, declared } = instance;
  return {
    address,
    standing: declared.mode,
    input: stack.path,
    ...originOf(stack.files.sources, [address, declared.base], declared.body),
    ...keptOf(declared.type, stack.instances.read(instance)),
  };
}

function modulesOf(stack: Stack): readonly Unread[] {
  return [...stack.declared.modules.keys()].map((name) => ({
    address: `module.${name}`,
    reason: "is a module call, and configuration JSON doesn't hold what the module makes: check the plan",
    unknown: { decidedBy: [`module.${name}`] },
  }));
}

/** What is removed without being destroyed: it stays in Azure, and configuration doesn't hold what it is. */
function forgottenIn(stack: Stack): readonly Unread[] {
  return stack.declared.forgotten.filter(mayBeOurs).map((address) => ({
    address,
    reason: "leaves Terraform and stays in Azure, and configuration JSON doesn't hold what it is: check the plan",
    unknown: { decidedBy: [address] },
  }));
}

function mayBeOurs(address: string): boolean {
  const names = parseTraversal(address)?.flatMap((step) => ("name" in step ? [step.name] : [])) ?? [];
  const type = names.find((name, at) => at % 2 === 0 && name !== "module");
  return type === undefined || isOurType(type);
}

function repeatedUnknown({ address, repeated }: Instance): readonly Unread[] {
  if (repeated === undefined) {
    return [];
  }
  return [
    {
      address,
      reason: "is repeated as often as a value says that is unknown before the plan",
      unknown: repeated.unknown,
    },
  ];
}
