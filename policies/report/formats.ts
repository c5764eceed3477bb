import { azureDevOpsReport } from "./azuredevops";
import { conftestReport } from "./conftest";
import { githubReport } from "./github";
import { gitlabReport } from "./gitlab";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { markdownReport } from "./markdown";
import type { Report } from "./report";
import { sarifReport } from "./sarif";
import { type TextOptions, textReport } from "./text";

/** What a report can be written as. A format is a writer: to add one, write it and enter it below. */
export type Format =
  | "text"
  | "json"
  | "sarif"
  | "junit"
  | "github"
  | "azuredevops"
  | "markdown"
  | "gitlab"
  | "conftest";

/** Writes a report in a format, ending in a newline. */
export type Writer = (report: Report, options?: TextOptions) => string;

/** Every format and its writer. */
export const WRITERS: Readonly<Record<Format, Writer>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  azuredevops: azureDevOpsReport,
  markdown: (report) => markdownReport(report),
  gitlab: gitlabReport,
  conftest: conftestReport,
};
