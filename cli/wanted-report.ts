import type { Format } from "../policies/report/formats";

/** One report that is asked for: how it is written, and where. */
export interface WantedReport<F extends string = Format> {
  readonly format: F;
  /** The file that it goes to, as the person named it; undefined for stdout. */
  readonly file: string | undefined;
}

/** The reports that are asked for; where none is, the text. */
export function wantedReports<F extends string>(
  given: readonly WantedReport<F>[] = [],
): readonly WantedReport<F | "text">[] {
  return given.length === 0 ? [{ format: "text", file: undefined }] : given;
}
