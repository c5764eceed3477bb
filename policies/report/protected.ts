import { inRow } from "../../network/facts/called/phrase";
import type { Network } from "../../network/network";
import { type ProtectedPrefixes, protectedIn } from "../../paths/protected";
import { Hiding } from "../judge/hiding";

/** What counted as protected, without sensitive values. */
export function shownProtected(network: Network): ProtectedPrefixes[] {
  const hiding = new Hiding(network);
  return protectedIn(network).map((one) => ({ ...one, prefixes: one.prefixes.map((text) => hiding.text(text)) }));
}

/** The same in a line. */
export function protectedText(all: readonly ProtectedPrefixes[]): string {
  return all.length === 0 ? "nothing" : all.map(partText).join("; ");
}

function partText({ because, count, prefixes, mayBeMore }: ProtectedPrefixes): string {
  const shown = prefixes.slice(0, IN_LINE);
  const left = count > shown.length ? [`${count - shown.length} more`] : [];
  const list = inRow([...shown, ...left, ...(mayBeMore ? ["what can't be told"] : [])], 0, " and ");
  return `${list}, ${WHY[because]}`;
}

const IN_LINE = 5;

const WHY: { readonly [because in ProtectedPrefixes["because"]]: string } = {
  stated: "by intent",
  announced: "which sites with a link over ExpressRoute announce or list",
  before: "encrypted before the change",
};
