import { InputError } from "../../text/complaint";

/** The complaints that something throws, one a line, as a person sees them; none where it doesn't throw. */
export function complaintsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InputError) {
      return error.message.split("\n");
    }
    throw error;
  }
}
