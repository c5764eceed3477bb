import type { Prefix } from "../../../address/prefix";
import type { FilterLine } from "../../tree/device-tree";

/** A comment of FRR, and a line that keeps it apart from what is before. */
export function comment(...lines: readonly string[]): string[] {
  return ["!", ...lines.map((line) => `! ${line}`)];
}

/** A prefix list of lines that permit, or deny, each with the reason above it. */
export function prefixList(name: string, verb: "permit" | "deny", lines: readonly FilterLine[]): string[] {
  return lines.flatMap(({ prefix, orLonger, why }, index) => [
    ...(why === lines[index - 1]?.why || why === "" ? [] : [`! ${why}`]),
    `ip prefix-list ${name} seq ${(index + 1) * 10} ${verb} ${prefix.text}${longer(prefix, orLonger)}`,
  ]);
}

function longer({ length }: Prefix, orLonger: boolean): string {
  return orLonger && length < 32 ? " le 32" : "";
}

/** Exactly these prefixes. */
export function exactly(prefixes: readonly Prefix[]): FilterLine[] {
  return prefixes.map((prefix) => ({ prefix, orLonger: false, why: "" }));
}
