import { setTimeout as pause } from "node:timers/promises";
import { LabError, StoppedError } from "./lab-error";

const POLL_MILLISECONDS = 300;

/** How to wait. */
export interface Waiting {
  /** What is waited for, for the message: `all BGP sessions`. */
  readonly what: string;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/**
 * Asks again and again until the answer is there.
 *
 * @param ask the answer, or as a text what is still missing
 * @throws LabError when it takes too long, with what was missing last
 */
export async function until<T>({ what, seconds, signal }: Waiting, ask: () => Promise<T | string>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (signal.aborted) {
      throw new StoppedError();
    }
    const answer = await ask();
    if (typeof answer !== "string") {
      return answer;
    }
    if (Date.now() > end) {
      throw new TimeoutError(`${what}: not so within ${seconds} s: ${answer}`);
    }
    await pause(POLL_MILLISECONDS);
  }
}

/** What was waited for didn't come. */
export class TimeoutError extends LabError {
  constructor(message: string) {
    super([message]);
    this.name = "TimeoutError";
  }
}
