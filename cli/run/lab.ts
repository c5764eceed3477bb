import { labJson } from "../../lab/report/json";
import { labJunit } from "../../lab/report/junit";
import { labMarkdown } from "../../lab/report/markdown";
import { labText } from "../../lab/report/text";
import { runLab } from "../../lab/run-lab";
import { diagnose } from "../../lab/system/doctor";
import { LabError } from "../../lab/system/lab-error";
import { type LabResult, verdictOf } from "../../lab/verdict/lab-result";
import { plain } from "../../text/plain";
import { EXIT } from "../exit-code";
import { showsColour } from "../terminal";
import { type WantedReport, wantedReports } from "../wanted-report";
import { checkReportFiles, writeReportFile } from "./report-file";

/** How the result is written. */
export type Format = "text" | "json" | "markdown" | "junit";

/** What `wanproof lab` is asked for. */
export interface LabFlags {
  readonly intent?: string;
  readonly site?: string;
  readonly keep?: true;
  readonly format?: readonly WantedReport<Format>[];
}

/** Builds the lab, runs it and reports. */
export async function lab(inputs: readonly string[], { intent, site, keep, format }: LabFlags): Promise<void> {
  const wanted = wantedReports(format);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  checkReportFiles(files, intent === undefined ? inputs : [...inputs, intent]);
  const { missing, tunnelsBy } = await diagnose();
  if (missing.length > 0) {
    throw new LabError(missing.map((one) => `the lab can't run here: ${one}`));
  }
  const stop = new Stop();
  try {
    const result = await runLab({
      paths: inputs,
      intent,
      site,
      tunnelsBy,
      signal: stop.signal,
      progress: say,
      hold: keep === undefined ? undefined : ({ folder, namespaces }) => held(stop, folder, namespaces),
    });
    process.exitCode = EXITS[verdictOf(result)];
    for (const { file, format: name } of wanted) {
      const text = WRITERS[name](result, file === undefined && showsColour(process.stdout));
      if (file === undefined) {
        process.stdout.write(text);
      } else {
        writeReportFile(file, text);
      }
    }
  } finally {
    stop.forget();
  }
}

/** Says what this machine lacks. */
export async function doctor(): Promise<void> {
  const { missing, notes } = await diagnose();
  process.exitCode = missing.length === 0 ? EXIT.pass : EXIT.cannotRun;
  const verdict =
    missing.length === 0 ? ["Nothing is missing: the lab can run."] : missing.map((one) => `Missing: ${one}`);
  process.stdout.write(`${[...verdict, ...notes].map(plain).join("\n")}\n`);
}

const WRITERS: { readonly [format in Format]: (result: LabResult, colour: boolean) => string } = {
  text: (result, colour) => labText(result, { colour }),
  json: labJson,
  markdown: labMarkdown,
  junit: labJunit,
};

const EXITS = { "as-predicted": EXIT.pass, differs: EXIT.violations, inconclusive: EXIT.undecided } as const;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ctrl-C and its like: everything is taken away first. A second one changes nothing, for that would leave things behind. */
class Stop {
  private readonly controller = new AbortController();
  private held: (() => void) | undefined;

  constructor() {
    for (const name of SIGNALS) {
      process.on(name, this.heard);
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Until somebody stops it. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.held = resolve;
    });
  }

  forget(): void {
    for (const name of SIGNALS) {
      process.off(name, this.heard);
    }
  }

  private readonly heard = (): void => {
    if (this.held === undefined) {
      this.controller.abort();
    } else {
      this.held();
    }
  };
}

async function held(stop: Stop, folder: string, namespaces: string): Promise<void> {
  say(`the lab stays up until Ctrl-C; its namespaces are ${namespaces}, its files are in ${folder}`);
  // Something that keeps the process alive while it waits.
  const alive = setInterval(() => undefined, 60_000);
  await stop.wait();
  clearInterval(alive);
}

function say(text: string): void {
  process.stderr.write(`lab: ${plain(text)}\n`);
}
