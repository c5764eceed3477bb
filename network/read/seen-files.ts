import type { Complaint } from "../../text/complaint";
import { realPath } from "./paths";

/** The files that were read: the same one under two names would be judged twice, and overlap itself. */
export class SeenFiles {
  private readonly inputs = new Map<string, string>();

  /**
   * What is wrong with reading a file; undefined where it is new.
   * @param input what the person named
   */
  faultOf(path: string, input: string): Complaint | undefined {
    const real = path === "-" ? path : realPath(path);
    const before = this.inputs.get(real);
    this.inputs.set(real, input);
    if (before === undefined) {
      return undefined;
    }
    const again = before === input ? "is named twice" : `is named twice, as ${before} too`;
    return { path: input, message: `${again}; name it once` };
  }
}
