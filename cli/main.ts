#!/usr/bin/env node
import { keepCompiledCode } from "./code-cache";
import { EXIT } from "./exit-code";
import type * as Wanproof from "./wanproof";

/** The reader of the report may go before its end (`| head`): the verdict stands. Any other failure is one. */
function endedEarly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    process.exitCode = EXIT.cannotRun;
    process.stderr.write(`wanproof: the report could not be written: ${error.message}\n`);
  }
}

// A file of its own in the bundle.
const theCommand = (): typeof Wanproof => require("./wanproof");

process.stdout.on("error", endedEarly);
// There is nobody left to tell, and an unheard error would end in another exit code.
process.stderr.on("error", () => undefined);
keepCompiledCode();
void theCommand().runWanproof(process.argv.slice(2));
