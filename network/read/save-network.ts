import type { SavedAs } from "../inputs";
import { savedNetwork } from "../readers/saved/save";
import type { Given } from "./given";
import { readEachInput } from "./read-inputs";

/** A network as it is saved, and what it holds. */
export interface Saved {
  readonly text: string;
  readonly inputs: readonly SavedInput[];
}

/** One input in a saved network. */
export interface SavedInput {
  readonly path: string;
  readonly kind: "configuration" | "plan" | "state";
  /** How many resources of this field it holds: these are saved. */
  readonly resources: number;
  /** How many resources it holds altogether. */
  readonly total: number;
}

/**
 * Reads inputs and reduces them to what judging needs of them, without any secret. What is saved is not judged, and
 * nothing in it is joined yet: `readNetwork` takes the file beside other inputs, and gives what it would give for the
 * inputs themselves.
 *
 * @param paths as `readNetwork` takes them, saved networks too
 * @param given as `readNetwork` takes it: the lines of the files are saved too
 * @param as what the saved network is called, and when it is saved
 * @throws InputError with every complaint about all of them
 */
export function saveNetwork(paths: readonly string[], given: Given = {}, as?: SavedAs): Saved {
  const inputs = readEachInput(paths, given);
  return {
    text: savedNetwork(inputs, as),
    inputs: inputs.map(({ after: { path, kind, counts } }) => ({
      path,
      kind,
      resources: counts.ofOurTypes,
      total: counts.total,
    })),
  };
}
