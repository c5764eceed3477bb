import { App, Manifest, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { withFolder } from "./own-folder";

/** What can be synthesized. */
export type Synthesizable = App | TerraformStack;

export function isSynthesizable(value: unknown): value is Synthesizable {
  return App.isApp(value) || TerraformStack.isStack(value);
}

/**
 * Synthesizes into a folder of its own, which is gone afterwards: all stacks of an app, or one stack and those that it
 * refers to. The app's own output folder isn't touched.
 */
export function withSynthesized<T>(target: Synthesizable, use: (folder: string) => T): T {
  return withFolder((folder) => {
    const all = stacksBelow(target.node.root);
    const manifest = new Manifest("wanproof", folder, false);
    // References between stacks become outputs and remote states, and dependencies, only while stacks are prepared.
    for (const stack of all) {
      stack.prepareStack();
    }
    for (const stack of TerraformStack.isStack(target) ? withDependencies(target) : all) {
      // What cdktf itself demands, such as a provider in every stack, is for synthesis to say, not for a test of policies.
      stack.synthesizer.synthesize({ outdir: folder, manifest, skipValidation: true });
    }
    manifest.writeToFile();
    return use(folder);
  });
}

function stacksBelow(root: IConstruct): TerraformStack[] {
  return root.node.findAll().filter((construct) => TerraformStack.isStack(construct));
}

function withDependencies(stack: TerraformStack): ReadonlySet<TerraformStack> {
  const found = new Set([stack]);
  // A set is walked in the order of its entries, those that are added on the way included.
  for (const one of found) {
    for (const dependency of one.dependencies) {
      found.add(dependency);
    }
  }
  return found;
}
