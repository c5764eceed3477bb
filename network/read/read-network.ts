import { both } from "../../text/both";
import { assemble } from "../assemble/assemble";
import { assignmentsOf } from "../assemble/assignments";
import type { Sensitive } from "../fields/sources";
import { type IntentFile, readIntentFile } from "../intent/read-intent-file";
import type { Network } from "../network";
import type { Given } from "./given";
import { readBothTimes } from "./read-inputs";

/** What goes into reading a network beside its inputs. */
export interface ReadOptions extends Given {
  /** A file that states intent, in YAML or JSON. */
  readonly intent?: string;
  /** That file as it was before the change, "none" where it wasn't there; default: nobody tells. */
  readonly intentBefore?: IntentFile | "none" | undefined;
  /** Whether values that Terraform treats as sensitive are there to judge with; by default they read as secrets. */
  readonly sensitive?: Sensitive;
}

/** A network as it will be, and as it was before the change. */
export interface Networks {
  readonly after: Network;
  /** Undefined where the inputs don't tell it. */
  readonly before: Network | undefined;
  /**
   * The same without the intent file, which `before` takes for what it is now: nobody tells what it said then. Undefined
   * where `before` takes nothing so.
   */
  readonly beforeWithoutFile: (() => Network) | undefined;
  /** The network that will be for each way in which ids may fall that are one of few, where these are few. */
  readonly assignments: () => readonly (() => Network)[];
  /** Both times without sensitive values, to show what is in them. */
  readonly toShow: () => Pick<Networks, "after" | "before">;
}

/**
 * Reads all inputs as one network: `cdktf.out` folders, Terraform configuration in JSON and plans in JSON.
 * @throws InputError with every complaint about all of them
 */
export function readNetwork(paths: readonly string[], options: ReadOptions = {}): Network {
  return readNetworks(paths, options).after;
}

/**
 * Reads all inputs once, as the network that will be and the one that was before the change: what the `prior_state` of
 * every plan holds, destroyed resources still there, moved ones under their new address, with the intent of then.
 *
 * There is a network of before only where every input tells its part of it. Configuration doesn't, and with one part
 * missing, what is violated between two inputs would seem to come with the change. A first apply tells it: nothing was
 * there. An intent file is taken as true of both times, unless it is told how it was; what it says of resources that were not
 * there is left out. The network that will be knows as much of the one before as any input tells.
 *
 * @throws InputError with every complaint about all of them
 */
export function readNetworks(paths: readonly string[], options: ReadOptions = {}): Networks {
  const [{ after, before }, file] = both(
    () => readBothTimes(paths, options),
    () => readIntent(options),
  );
  const { intentBefore } = options;
  const fileBefore = intentBefore === undefined ? file : intentBefore === "none" ? undefined : intentBefore;
  const isAssumed = file !== undefined && intentBefore === undefined;
  const networkBefore = (stated: IntentFile | undefined, sensitive?: Sensitive) =>
    assemble(before, stated, { wrongIntent: "left out", sensitive });
  const isTold = before.length === after.length;
  const networksWith = (sensitive?: Sensitive) => {
    const known = before.length === 0 ? undefined : networkBefore(fileBefore, sensitive);
    return { after: assemble(after, file, { sensitive, before: known }), before: isTold ? known : undefined };
  };
  const networks = networksWith(options.sensitive);
  return {
    ...networks,
    assignments: () =>
      assignmentsOf(after).map(
        (way) => () => assemble(way, file, { sensitive: options.sensitive, before: networks.before }),
      ),
    toShow: () => networksWith(),
    beforeWithoutFile: isTold && isAssumed ? () => networkBefore(undefined, options.sensitive) : undefined,
  };
}

/**
 * Reads all inputs as the network that was before the change, as {@link readNetworks} does; undefined where they don't
 * tell it.
 * @throws InputError with every complaint about all of them
 */
export function readNetworkBefore(paths: readonly string[], options: ReadOptions = {}): Network | undefined {
  return readNetworks(paths, options).before;
}

function readIntent({ intent }: ReadOptions): IntentFile | undefined {
  return intent === undefined ? undefined : readIntentFile(intent);
}
