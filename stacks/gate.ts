import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App, type AppConfig, type ISynthesisSession, Manifest, TerraformStack } from "cdktf";
import { InvalidConstructError } from "../lib/terraform/complaints";
import { checkNetwork } from "../policies/gate";
import { LEVELS } from "../policies/judge/verdict";
import type { Report } from "../policies/report/report";
import { findingsText } from "../policies/report/text";
import { testFilesOf, writeTestFiles } from "../test-files/test-files";
import { InputError } from "../text/complaint";
import { plain } from "../text/plain";
import { putInPlace } from "./output-folder";

/** How an app is synthesized and judged. */
export interface NetworkAppProps extends AppConfig {
  /**
   * Whether the gate judges all stacks together before anything is written.
   * @default true
   */
  readonly gate?: boolean;
  /**
   * Told what the gate says of a network that it doesn't refuse.
   * @default its findings, with what could not be decided, go to standard error
   */
  readonly onReport?: (report: Report) => void;
}

/** The gate refuses what was synthesized, so nothing was written. */
export class RefusedSynthesis extends Error {
  /** The findings that it is refused for, a block each. */
  readonly complaints: readonly string[];

  constructor(readonly report: Report) {
    const counted = LEVELS.slice(0, LEVELS.indexOf(report.failOn) + 1);
    const reasons = report.findings.filter(
      ({ level, outcome, suppressed }) =>
        counted.includes(level) && outcome === "violation" && suppressed === undefined,
    );
    const text = findingsText(reasons);
    super(`The gate refuses this network. No Terraform was written.\n\n${text}`);
    this.name = "RefusedSynthesis";
    this.complaints = text.split("\n\n");
  }
}

/**
 * An app whose stacks are judged together when it is synthesized.
 *
 * Terraform is made in a folder of its own inside the output folder, and takes the place of what was there only where
 * the gate finds no error-level violation: a refused network changes nothing. What can't be decided doesn't refuse,
 * since configuration knows less than a plan; it is told, and `wanproof check` of the plan decides it.
 *
 * Beside each stack lies a test then, for `terraform test`, which `wanproof test-files` makes anew.
 *
 * The `wanproof.yaml` above the working directory counts here too: its levels, its `failOn` and its suppressions.
 */
export class NetworkApp extends App {
  /** What the gate said at the last synthesis; undefined before it, and where the gate is off. */
  report: Report | undefined;
  private readonly judges: boolean;
  private readonly onReport: (report: Report) => void;

  /** @throws InputError where the output folder can't be made */
  constructor({ gate = true, onReport = tellOnStandardError, ...config }: NetworkAppProps = {}) {
    super({ ...config, outdir: madeFolder(config.outdir ?? process.env.CDKTF_OUTDIR ?? "cdktf.out") });
    this.judges = gate;
    this.onReport = onReport;
  }

  /**
   * Synthesizes all stacks, judges them together, and puts the Terraform into the output folder.
   * @throws InvalidConstructError with everything that a stack's own validations say
   * @throws RefusedSynthesis for a network with an error-level violation that nothing suppresses
   * @throws InputError where the configuration of the gate is wrong, or HCL is asked for
   */
  override synth(): void {
    refuseHcl(this.hclOutput, this.outdir);
    const folder = folderIn(this.outdir);
    try {
      this.synthesizeInto(folder);
      this.report = this.judges ? withPath(checkNetwork([folder]), folder, this.outdir) : undefined;
      if (this.report?.verdict === "fail") {
        throw new RefusedSynthesis(this.report);
      }
      writeTestFiles(testFilesOf(folder));
      putInPlace(folder, this.outdir);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    if (this.report !== undefined) {
      this.onReport(this.report);
    }
  }

  private get stacks(): TerraformStack[] {
    return this.node.findAll().filter((construct) => TerraformStack.isStack(construct));
  }

  /** What cdktf does, into another folder. */
  private synthesizeInto(outdir: string): void {
    const manifest = new Manifest(this.manifest.version, outdir, false);
    const session: ISynthesisSession = { outdir, manifest, skipValidation: this.skipValidation };
    const { stacks } = this;
    for (const stack of stacks) {
      stack.prepareStack();
    }
    for (const stack of stacks) {
      synthesizeStack(stack, session);
    }
    const complaints = this.skipValidation ? [] : this.node.validate();
    if (complaints.length > 0) {
      throw new Error(complaints.join("\n"));
    }
    manifest.writeToFile();
  }
}

/** What cdktf does, with everything that is wrong with the stack as a person's mistakes. */
function synthesizeStack(stack: TerraformStack, session: ISynthesisSession): void {
  try {
    stack.synthesizer.synthesize(session);
  } catch (failure) {
    const complaints = session.skipValidation === true ? [] : faultsIn(stack);
    throw complaints.length > 0 ? new InvalidConstructError(stack.node.path, complaints) : failure;
  }
}

function faultsIn(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .flatMap((construct) =>
      construct.node.validate().map((fault) => (construct === stack ? fault : `${construct.node.path}: ${fault}`)),
    );
}

/** The report with the output folder in it, where a person looks, instead of the one that is gone in a moment. */
function withPath(report: Report, judged: string, outdir: string): Report {
  const moved = (path: string) => path.replaceAll(judged, outdir);
  return {
    ...report,
    inputs: report.inputs.map((input) => ({ ...input, path: moved(input.path) })),
    findings: report.findings.map((finding) => ({
      ...finding,
      input: moved(finding.input),
      suppressed: finding.suppressed && { ...finding.suppressed, by: moved(finding.suppressed.by) },
    })),
    notices: report.notices.map(({ at, message }) => ({ at: moved(at), message: moved(message) })),
    unread: report.unread.map((part) => ({ ...part, input: moved(part.input) })),
  };
}

/**
 * cdktf's writer of HCL makes an argument of a postcondition and doesn't escape quotes inside texts. Terraform takes
 * neither, and every gateway has the one, every workbook the other.
 */
function refuseHcl(isAsked: boolean, path: string): void {
  if (isAsked) {
    const message =
      "HCL can't be written there: Terraform would refuse what cdktf makes of postconditions and quotes. Synthesize without --hcl (SYNTH_HCL_OUTPUT): Terraform reads cdk.tf.json just as well";
    throw new InputError([{ path, message }]);
  }
}

function madeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
    return path;
  } catch (failure) {
    throw unusable(path, failure);
  }
}

function folderIn(path: string): string {
  try {
    return mkdtempSync(join(path, ".synth-"));
  } catch (failure) {
    throw unusable(path, failure);
  }
}

function unusable(path: string, failure: unknown): InputError {
  const reason = typeof failure === "object" && failure !== null && "code" in failure ? failure.code : failure;
  return new InputError([
    { path, message: `Terraform can't be written there (${String(reason)}); name another folder` },
  ]);
}

/** Notes only inform: `wanproof check` shows them. */
function tellOnStandardError({ findings, notices }: Report): void {
  const graver = findings.filter(({ level }) => level !== "note");
  const told = notices.map(({ at, message }) => plain(`${at}: ${message}`)).join("\n");
  for (const text of [findingsText(graver), told].filter((one) => one !== "")) {
    process.stderr.write(`${text}\n`);
  }
}
