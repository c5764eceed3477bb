import type { Finding } from "../judge/finding";
import { plain } from "./plain";

/** What a pipeline shows of a finding, in lines. */
export function annotationText({ address, path, message, remedy, docs, decidedBy, outcome }: Finding): string {
  const place = [address, path].filter((part) => part !== "").join(" ");
  const open = outcome === "undecided" ? [`Undecided; would decide it: ${decidedBy.join(", ")}`] : [];
  return [`${place}: ${message}`, ...open, `To do: ${remedy}`, `Page: ${docs}`].map(plain).join("\n");
}

/** The title of a finding: its rule, and that it is undecided. */
export function annotationTitle({ rule, outcome }: Finding): string {
  return plain(outcome === "undecided" ? `${rule} (undecided)` : rule);
}

/** The file of a finding, as far as it has one: that of the line that a person wrote, or else the input. */
export function annotatedFile({ source, input }: Finding): string | undefined {
  const file = source?.file ?? (input === "-" ? undefined : input);
  return file === undefined ? undefined : plain(file);
}
