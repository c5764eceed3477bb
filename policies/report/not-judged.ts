import { groupedBy } from "../../network/facts/groups";
import type { NotJudged } from "./report";

/** Resources that are not judged and could do the same. */
export interface CouldDo {
  readonly addresses: readonly string[];
  /** What they could do, in words that follow "they could". */
  readonly could: string;
}

/** Resources that are not judged, together where they could do the same. */
export function couldDo(notJudged: readonly NotJudged[]): CouldDo[] {
  return groupedBy(notJudged, ({ could }) => could).flatMap((same) =>
    same.slice(0, 1).map(({ could }) => ({ addresses: same.map(({ address }) => address), could })),
  );
}

/** The same in a line, the first addresses of many. */
export function couldDoText({ addresses, could }: CouldDo): string {
  const shown = addresses.slice(0, SHOWN).join(", ");
  const more = addresses.length > SHOWN ? ` and ${addresses.length - SHOWN} more` : "";
  return `${shown}${more} could ${could}`;
}

const SHOWN = 5;
