import { assemble } from "../../../network/assemble/assemble";
import { routeTable } from "../../../paths/table";
import { judge } from "../../../policies/judge/judge";
import { RULES } from "../../../policies/rules/catalogue";
import { changed } from "../../policies/rules/judging";
import { SOUND } from "../../policies/rules/sound";
import { type Configuration, readingsOf, type Tree } from "../../support/network";
import type { Held } from "./holding";
import type { SituationOf } from "./situations";

/** Values to try for an attribute, whatever it is. */
const VALUES: readonly unknown[] = [
  "${var.untold}",
  undefined,
  true,
  false,
  "nonsense",
  "10.110.0.4",
  "10.31.16.0/20",
  999999,
  0,
  ["nonsense"],
  ["10.110.0.0/24"],
  [],
];

/** Whether some value of an attribute changes a finding or a row of the routes. */
export function changesSomething({ address, added }: Held, path: string): boolean {
  const base = changed(SOUND, added);
  const before = outcomeOf(base);
  return VALUES.some((value) => {
    const [type = "", name = ""] = address.split(".");
    const mutated = put(base, ["resource", type, name, ...path.split(".")], value);
    return isTree(mutated) && outcomeOf(mutated) !== before;
  });
}

/** Whether one value of an attribute does so in a network of its own. */
export function changesWith({ address, added, value }: SituationOf, path: string): boolean {
  const base = changed(SOUND, added);
  const [type = "", name = ""] = address.split(".");
  const mutated = put(base, ["resource", type, name, ...path.split(".")], value);
  return isTree(mutated) && outcomeOf(mutated) !== outcomeOf(base);
}

function outcomeOf(configuration: Configuration): string {
  const network = assemble(readingsOf({ "main.tf.json": configuration }));
  return JSON.stringify([judge(network, RULES), routeTable(network, {}).routes]);
}

/** A copy with a value put at a path; of several blocks, into the first. */
function put(holder: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(holder)) {
    const [first, ...others]: unknown[] = holder;
    return [put(first, path, value), ...others];
  }
  const tree = isTree(holder) ? holder : {};
  return { ...tree, [step]: put(tree[step], rest, value) };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
