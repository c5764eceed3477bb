import { type Complaint, InputError } from "./complaint";

/**
 * Reads two things, so that complaints about both come together.
 * @throws InputError with every complaint about either
 */
export function both<A, B>(readOne: () => A, readOther: () => B): readonly [A, B] {
  const complaints: Complaint[] = [];
  const one = collecting(complaints, readOne);
  const other = collecting(complaints, readOther);
  if (one === undefined || other === undefined) {
    throw new InputError(complaints);
  }
  return [one.read, other.read];
}

function collecting<T>(complaints: Complaint[], read: () => T): { readonly read: T } | undefined {
  try {
    return { read: read() };
  } catch (error) {
    if (error instanceof InputError) {
      complaints.push(...error.complaints);
      return undefined;
    }
    throw error;
  }
}
