import { assemble } from "./assemble/assemble";
import { readInputs } from "./input/read-inputs";
import { type Complaint, InputError } from "./input/reading";
import { type IntentFile, readIntentFile } from "./intent-file/read-intent-file";
import type { Network } from "./network";

/** What goes into reading a network beside its inputs. */
export interface ReadOptions {
  /** A file that states intent, in YAML or JSON. */
  readonly intent?: string;
}

/**
 * Reads all inputs as one network: `cdktf.out` folders, Terraform configuration in JSON and plans in JSON.
 * @throws InputError with every complaint about all of them
 */
export function readNetwork(paths: readonly string[], { intent }: ReadOptions = {}): Network {
  const complaints: Complaint[] = [];
  const readings = collecting(complaints, () => readInputs(paths)) ?? [];
  const file = collecting(complaints, (): IntentFile | undefined =>
    intent === undefined ? undefined : readIntentFile(intent),
  );
  if (complaints.length > 0) {
    throw new InputError(complaints);
  }
  return assemble(readings, file);
}

function collecting<T>(complaints: Complaint[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) {
      complaints.push(...error.complaints);
      return undefined;
    }
    throw error;
  }
}
