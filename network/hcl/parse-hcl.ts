import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json";

/** One file of HCL. */
export interface HclFile {
  readonly name: string;
  readonly text: string;
}

/** What a file holds, written as Terraform's configuration in JSON; or where it can't be read. */
export type ParsedHcl = { readonly json: JsonObject } | { readonly fault: string };

/**
 * Reads HCL with HashiCorp's parser. It is WebAssembly, and sets names of the whole process, so it runs in a thread of its
 * own, which is started with the first file.
 */
export function parseHcl(files: readonly HclFile[]): readonly ParsedHcl[] {
  if (files.length === 0) {
    return [];
  }
  thread ??= startedThread();
  const answer = answerOf(thread, files);
  if (answer === undefined) {
    void thread.worker.terminate();
    thread = undefined;
  }
  return files.map((_, index) => parsedOf(answer?.[index]));
}

/** Longer than any configuration takes. */
const LONGEST_WAIT = 60_000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** Counts the answers. */
  readonly answered: Int32Array;
}

let thread: Thread | undefined;

const IN_THREAD = `
const { workerData: { port, answered, parser } } = require("node:worker_threads");
const { parse } = require(parser);
const answer = (message) => {
  port.postMessage(message);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
};
process.on("exit", () => answer([]));
port.on("message", async (files) => {
  const all = [];
  for (const { name, text } of files) {
    try {
      all.push({ json: await parse(name, text) });
    } catch (error) {
      all.push({ fault: String(error?.message) });
    }
  }
  answer(all);
});
`;

function startedThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const parser = require.resolve("@cdktn/hcl2json");
  const worker = new Worker(IN_THREAD, {
    eval: true,
    workerData: { port: port2, answered, parser },
    transferList: [port2],
    stdout: true,
    stderr: true,
  });
  worker.unref();
  return { worker, port: port1, answered };
}

/** Waits for the answer; undefined where none comes. */
function answerOf({ port, answered }: Thread, files: readonly HclFile[]): readonly Json[] | undefined {
  const before = Atomics.load(answered, 0);
  port.postMessage(files);
  Atomics.wait(answered, 0, before, LONGEST_WAIT);
  const received: { readonly message: Json } | undefined = receiveMessageOnPort(port);
  return received !== undefined && isJsonArray(received.message) ? received.message : undefined;
}

function parsedOf(answer: Json | undefined): ParsedHcl {
  const { json, fault } = isJsonObject(answer) ? answer : {};
  if (isJsonObject(json)) {
    return { json };
  }
  // Messages of the parser may quote the file, so the line is all that is taken of them.
  const line = typeof fault === "string" ? /:(\d+),\d+/.exec(fault)?.[1] : undefined;
  return { fault: line === undefined ? "can't be read as HCL" : `can't be read as HCL, from line ${line} on` };
}
