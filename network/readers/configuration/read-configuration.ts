import { type Complaint, InputError } from "../../../text/complaint";
import { originOf } from "../../input/origin";
import type { Reading, Unread } from "../../input/reading";
import { SUPPRESSIONS_OUTPUT } from "../../inputs";
import { isJudged, isOurType } from "../../ledger/kept";
import type { Resource } from "../../resource";
import { parseTraversal } from "../../traversal";
import { isKept, keptOf } from "../azapi/unread-azapi";
import { carriedBy } from "../suppressions";
import { unreadIn } from "../unread";
import type { ConfiguredModule } from "./configured-module";
import type { Instance } from "./instance";
import { ModuleLines } from "./module-lines";
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

function repetitionsOf({ path, root }: Stack): Complaint[] {
  return root.declared.repeated.map((address) => ({
    path,
    message: `declares ${address} twice, which Terraform refuses; put stacks that are deployed apart into folders of their own`,
  }));
}

/** An instance of a resource in its module. */
interface Placed {
  readonly instance: Instance;
  readonly module: ConfiguredModule;
}

function readStack(stack: Stack): Reading {
  const modules = stack.root.all();
  const instances = modules.flatMap((module) =>
    module.instances.all().map((instance): Placed => ({ instance, module })),
  );
  const ours = instances.filter(({ instance }) => isOurType(instance.declared.type));
  const lines = new ModuleLines(stack.files);
  const resources = ours.map((placed) => resourceOf(placed, stack, lines)).filter(isKept);
  const intentSource = originOf(stack.files.sources, ["output.network_intent"], undefined).source;
  return {
    path: stack.path,
    kind: "configuration",
    resources,
    intent: stack.carriedOutput("network_intent"),
    ...(intentSource === undefined ? {} : { intentSource }),
    ...carriedBy(stack.carriedOutput(SUPPRESSIONS_OUTPUT)),
    counts: { total: instances.length, ofOurTypes: resources.filter(({ type }) => isJudged(type)).length },
    unread: [
      ...modules.flatMap(callsOf),
      ...modules.flatMap(forgottenIn),
      ...resources.flatMap(unreadIn),
      ...ours.flatMap(repeatedUnknown),
    ],
  };
}

function resourceOf({ instance, module }: Placed, stack: Stack, all: ModuleLines): Resource {
  const { address, declared } = instance;
  const lines = all.of(module);
  return {
    address,
    standing: declared.mode,
    input: stack.path,
    ...originOf(stack.files.sources, [address, module.placeOf(declared.base)], declared.body),
    ...keptOf(declared.type, declared.mode, module.instances.read(instance)),
    ...(lines === undefined ? {} : { lines }),
  };
}

/** Modules of which nothing can be told. */
function callsOf(module: ConfiguredModule): readonly Unread[] {
  const unread = [...module.declared.modules.keys()].filter((name) => !module.isThere(name));
  return unread.map((name) => {
    const address = module.placeOf(`module.${name}`);
    return { address, reason: module.reasonOf(name), unknown: { decidedBy: [address] } };
  });
}

/** What is removed without being destroyed: it stays in Azure, and configuration doesn't hold what it is. */
function forgottenIn(module: ConfiguredModule): readonly Unread[] {
  return module.declared.forgotten.filter(mayBeOurs).map((base) => {
    const address = module.placeOf(base);
    return {
      address,
      reason: "leaves Terraform and stays in Azure, and configuration doesn't hold what it is: check the plan",
      unknown: { decidedBy: [address] },
    };
  });
}

function mayBeOurs(address: string): boolean {
  const names = parseTraversal(address)?.flatMap((step) => ("name" in step ? [step.name] : [])) ?? [];
  const type = names.find((name, at) => at % 2 === 0 && name !== "module");
  return type === undefined || isOurType(type);
}

function repeatedUnknown({ instance: { address, repeated } }: Placed): readonly Unread[] {
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
