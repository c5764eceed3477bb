import { assemble } from "../network/assemble/assemble";
import { readConfigurations } from "../network/readers/configuration/read-configuration";
import { judge } from "../policies/judge/judge";
import { reportOf } from "../policies/report/report";
import { RULES } from "../policies/rules/catalogue";
import { type ViewFormat, viewOf } from "../view/view";
import { type CorporateSize, corporateNetwork } from "./corporate-network";

/** A view of a network as companies have them, with a leak in it that a circuit's longer prefix makes. */
export function viewExample(size: CorporateSize, format: ViewFormat): Promise<string> {
  const path = "corporate.tf.json";
  const contents = JSON.parse(JSON.stringify(corporateNetwork(size)));
  const after = assemble(
    readConfigurations([{ path, names: [path], files: [], root: ".", contents: [contents], sources: undefined }]),
  );
  const report = reportOf({ network: after, rules: RULES, findings: judge(after, RULES) });
  return viewOf({ after, before: undefined, report }, format);
}
