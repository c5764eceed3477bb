// What writes a report in another format than text is in a file of its own, with the examples that SARIF shows.
import { WRITERS as PLAIN } from "../../policies/report/formats";
import { markdownReport } from "../../policies/report/markdown";
import { changesMermaid } from "../../view/mermaid/changes";

/** Every format and its writer. In Markdown, what takes another path is drawn too. */
export const WRITERS: typeof PLAIN = {
  ...PLAIN,
  markdown: (report) => markdownReport(report, { pathPicture: changesMermaid }),
};
