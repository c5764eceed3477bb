import { plainJson } from "../../text/plain";
import { type LabResult, verdictOf } from "../verdict/lab-result";
import { MODEL, REAL } from "./words";

/** The result of a lab for a program. */
export function labJson(result: LabResult): string {
  const { built, tunnelsBy, checks, changes, notLookedAt, notes, teardown, folder } = result;
  const whole = {
    version: 1,
    verdict: verdictOf(result),
    built,
    real: REAL,
    model: MODEL,
    tunnelsBy,
    changes: changes.map(({ file, rendered, inLab, why }) => ({ file, rendered, inLab, why })),
    checks,
    notLookedAt,
    notes,
    teardown,
    ...(folder === undefined ? {} : { folder }),
  };
  return `${plainJson(JSON.stringify(whole, undefined, 2))}\n`;
}
