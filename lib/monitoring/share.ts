import { Op, Token } from "cdktf";
import type { Threshold } from "./alert-set";

/** So many percent of what scale units allow, be their number known now or by Terraform only. */
export function shareOf(percent: Threshold, scaleUnits: number, each: number): Threshold {
  if (percent === false) {
    return false;
  }
  return Token.isUnresolved(scaleUnits) || Token.isUnresolved(percent)
    ? Token.asNumber(Op.mul(Op.mul(scaleUnits, each / 100), percent))
    : (percent * each * scaleUnits) / 100;
}
