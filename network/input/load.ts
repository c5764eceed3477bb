import { constants, isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Complaint } from "../../text/complaint";
import type { Json } from "../../text/json";
import { BadJson } from "./json-bytes";
import { jsonFault } from "./json-fault";
import { mistakenText } from "./mistaken-text";
import { nameTwice } from "./name-twice";
import { sparsePlan } from "./sparse-plan";

/** The parsed content of a file, or why it can't be read. */
export type Loaded = { readonly json: Json } | { readonly complaint: Omit<Complaint, "path"> };

const HEAD = 4096;
const MEBIBYTE = 1024 * 1024;
/** Of a plan, no string is made as a whole. */
const LARGEST_PLAN = 2 ** 31 - 2 * MEBIBYTE;

/** Loads JSON from a file, or from standard input for `-`. What its first bytes tell to be something else is not read on. */
export function loadJson(path: string): Loaded {
  let file: number;
  try {
    file = path === "-" ? 0 : openSync(path, "r");
  } catch (error) {
    return refused(reasonOf(error));
  }
  try {
    return loadFrom(file);
  } catch (error) {
    return refused(reasonOf(error));
  } finally {
    if (path !== "-") {
      closeSync(file);
    }
  }
}

function loadFrom(file: number): Loaded {
  const size = fstatSync(file).size;
  const head = readUpTo(file, HEAD);
  const fault = faultOfHead(head);
  if (fault !== undefined) {
    return refused(fault);
  }
  const isPlan = isPlanOfTerraform(head);
  const most = isPlan ? LARGEST_PLAN : constants.MAX_STRING_LENGTH;
  const bytes = size > most ? undefined : readOn(file, head, size, most);
  if (bytes === undefined) {
    return refused(`is larger than ${Math.floor(most / MEBIBYTE)} MB, which can't be read`);
  }
  return (isPlan ? planIn(bytes) : undefined) ?? textIn(bytes);
}

/** The plan in the bytes; undefined where they are no JSON, or no text, so that whoever reads the text finds the fault. */
function planIn(bytes: Buffer): Loaded | undefined {
  if (!isUtf8(bytes)) {
    return undefined;
  }
  try {
    return { json: sparsePlan(bytes.subarray(startOf(bytes))) };
  } catch (error) {
    if (!(error instanceof BadJson)) {
      throw error;
    }
    return bytes.length > constants.MAX_STRING_LENGTH
      ? refused(faultOfBytes(startOf(bytes) + error.at, bytes))
      : undefined;
  }
}

/** Of what is too large for a string, only the byte is told. */
function faultOfBytes(at: number, bytes: Buffer): string {
  return at >= bytes.length
    ? "is cut off: the JSON ends early; write the file again"
    : `is not JSON: it can't be read from byte ${at + 1} on`;
}

function textIn(bytes: Buffer): Loaded {
  const text = decoded(bytes);
  return text === undefined ? refused("is no text: neither UTF-8 nor UTF-16") : parsed(text);
}

/** Parses a whole text; the place of a fault is told, what stands there is not. */
export function parsed(text: string): Loaded {
  try {
    const json: Json = JSON.parse(text);
    return faultOfNames(text) ?? { json };
  } catch {
    if (text.trim() === "") {
      return refused("is empty");
    }
    const { line, column, isCutOff } = jsonFault(text);
    const place = `line ${line}, column ${column}`;
    const message = isCutOff
      ? `is cut off: the JSON ends early, at ${place}; write the file again`
      : `is not JSON: it can't be read from ${place} on`;
    return { complaint: { message, line } };
  }
}

/** Only one of two members with the same name is read: what the other one holds would go unjudged. */
function faultOfNames(text: string): Loaded | undefined {
  const at = SAVED.test(text) ? undefined : nameTwice(text);
  if (at === undefined) {
    return undefined;
  }
  const before = text.slice(0, at).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const message = `has a name for the second time in one object, at line ${line}, column ${column}, and only one of the two can be read; join them`;
  return { complaint: { message, line } };
}

// What this package writes has every name once, and may be large.
const SAVED = /^\s*\{\s*"wanproofNetwork"/;

/** What the beginning of a file tells to be no JSON object. */
function faultOfHead(head: Buffer): string | undefined {
  if (head.length === 0) {
    return "is empty";
  }
  if (head.subarray(0, 4).toString("latin1") === "PK\x03\x04") {
    return "is a binary plan; make JSON of it: terraform show -json FILE > plan.json";
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return "is compressed; unpack it first";
  }
  // The head may end within a character, so it is not asked to be whole.
  return mistakenText(decoded(head, true) ?? "");
}

/** The text of the bytes: UTF-8, or UTF-16 as Windows PowerShell writes it. A byte order mark is no part of it. */
function decoded(bytes: Buffer, isHead = false): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.toString("utf16le", 2);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  }
  return isHead || isUtf8(bytes) ? bytes.toString("utf8", startOf(bytes)) : undefined;
}

/** Where UTF-8 starts, after a byte order mark. */
function startOf(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Plan JSON in UTF-8 begins with its format, when Terraform writes it. */
function isPlanOfTerraform(head: Buffer): boolean {
  return /^\s*\{\s*"format_version"/.test(head.toString("latin1", startOf(head)));
}

function readUpTo(file: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSome(file, buffer, filled);
    if (count === 0) {
      break;
    }
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** The whole content: what was read already, and all that follows. Undefined where it grows too large. */
function readOn(file: number, head: Buffer, size: number, most: number): Buffer | undefined {
  // A pipe has no size; a file may grow while it is read.
  let buffer = Buffer.allocUnsafe(Math.max(size + 1, head.length + MEBIBYTE));
  head.copy(buffer);
  let filled = head.length;
  for (;;) {
    const count = readSome(file, buffer, filled);
    if (count === 0) {
      return buffer.subarray(0, filled);
    }
    filled += count;
    if (filled > most) {
      return undefined;
    }
    if (filled === buffer.length) {
      const larger = Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

function readSome(file: number, buffer: Buffer, from: number): number {
  for (;;) {
    try {
      return readSync(file, buffer, from, buffer.length - from, null);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") {
        return 0;
      }
      if (code !== "EAGAIN") {
        throw error;
      }
      // Standard input has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function refused(message: string): Loaded {
  return { complaint: { message } };
}

/** What a person needs of an error of the file system. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "does not exist";
    case "EACCES":
    case "EPERM":
      return "can't be read: permission denied";
    case "EISDIR":
      return "is a folder";
    case undefined:
      throw error;
    default:
      return `can't be read (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string | undefined {
  const isCoded = typeof error === "object" && error !== null && "code" in error;
  return isCoded && typeof error.code === "string" ? error.code : undefined;
}
