/** The lab can't run, or can't go on: what is wrong, and what would be right. Never a result. */
export class LabError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join("\n"));
    this.name = "LabError";
  }
}

/** Somebody stopped the lab. */
export class StoppedError extends LabError {
  constructor() {
    super(["the lab was stopped before it had a result"]);
    this.name = "StoppedError";
  }
}
