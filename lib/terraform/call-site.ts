import * as fs from "node:fs";
import { SourceMap } from "node:module";
import * as path from "node:path";
import { fileURLToPath } from "node:url";

/** A line of the person's own code: path relative to the working directory, with `/`, and the line, from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

// What else this package runs lies in folders beside lib, in source and in dist alike.
const OWN_FOLDERS = ["lib", "stacks", "cli", "jest"].map(
  (folder) => path.join(__dirname, "..", "..", folder) + path.sep,
);
const NODE_MODULES = `${path.sep}node_modules${path.sep}`;
const DEEPEST = 40;

const knownPlaces = new Map<string, SourceLine>();

/**
 * The line outside this package and its dependencies that led here, or undefined where there is none.
 *
 * This runs for every resource, and printing a stack is slow, slower yet with source maps. So it looks at the raw
 * frames, and has a stack printed only once for each place in the code.
 */
export function callerOutside(): SourceLine | undefined {
  const frames = rawFrames();
  const index = frames.findIndex(isPersons);
  const frame = frames[index];
  if (frame === undefined) {
    return undefined;
  }
  const key = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const before = knownPlaces.get(key);
  if (before !== undefined) {
    return before;
  }
  const place = printedPlace(index) ?? rawPlace(frame);
  const written = place === undefined ? undefined : fromMapFile(place);
  const found = written ?? place;
  if (found === undefined) {
    return undefined;
  }
  const line = { file: relative(found.file), line: found.line };
  knownPlaces.set(key, line);
  return line;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function rawFrames(): NodeJS.CallSite[] {
  const { prepareStackTrace } = Error;
  let frames: NodeJS.CallSite[] = [];
  try {
    Error.prepareStackTrace = (_error, callSites) => {
      frames = callSites;
      return "";
    };
    // V8 calls prepareStackTrace at capture or at the first look, depending on its version.
    void capturedStack();
  } finally {
    if (prepareStackTrace === undefined) {
      Reflect.deleteProperty(Error, "prepareStackTrace");
    } else {
      Error.prepareStackTrace = prepareStackTrace;
    }
  }
  return frames;
}

function capturedStack(): unknown {
  const { stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  Error.stackTraceLimit = DEEPEST;
  Error.captureStackTrace(holder, callerOutside);
  Error.stackTraceLimit = stackTraceLimit;
  return holder.stack;
}

function isPersons(frame: NodeJS.CallSite): boolean {
  const file = rawPlace(frame)?.file;
  return file !== undefined && !file.includes(NODE_MODULES) && !OWN_FOLDERS.some((folder) => file.startsWith(folder));
}

/** Where a frame is in the code that runs; undefined for Node's own code, native functions and evaluated text. */
function rawPlace(frame: NodeJS.CallSite): Place | undefined {
  const name = frame.getFileName();
  const file = typeof name === "string" ? asPath(name) : undefined;
  return file === undefined
    ? undefined
    : { file, line: frame.getLineNumber() ?? 1, column: frame.getColumnNumber() ?? 1 };
}

/** Where a frame is as stacks are printed: Node, tsx, ts-node and jest each map them to the source in their own way. */
function printedPlace(index: number): Place | undefined {
  const printed = capturedStack();
  const lines = typeof printed === "string" ? printed.split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const [, name, line, column] = /at (?:.* \()?(.+?):(\d+):(\d+)\)?$/.exec(lines[index] ?? "") ?? [];
  const file = name === undefined ? undefined : asPath(name);
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** By the source map beside compiled code, for Node that was started without `--enable-source-maps`. */
function fromMapFile({ file, line, column }: Place): { file: string; line: number } | undefined {
  if (!/\.[cm]?js$/.test(file) || !fs.existsSync(`${file}.map`)) {
    return undefined;
  }
  const entry = new SourceMap(JSON.parse(fs.readFileSync(`${file}.map`, "utf8"))).findEntry(line - 1, column - 1);
  if (!("originalSource" in entry)) {
    return undefined;
  }
  return { file: path.resolve(path.dirname(file), entry.originalSource), line: entry.originalLine + 1 };
}

/** An absolute path, of the file name or `file:` address in a frame. tsx adds a query to names. */
function asPath(name: string): string | undefined {
  const file = name.startsWith("file:") ? fileURLToPath(name) : name.replace(/\?.*$/, "");
  return path.isAbsolute(file) ? file : undefined;
}

function relative(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join("/");
}
