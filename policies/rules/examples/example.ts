/** A mistake and its mending, with the smallest difference between the two. */
export interface WrongAndRight {
  readonly wrong: string;
  readonly right: string;
}

/** A mistake that a `network.yaml` can't hold. */
export interface Unwritable {
  /** What keeps it out, in a sentence. */
  readonly cannot: string;
  /** What is written in its place, where there is anything to write. */
  readonly right?: string;
}

/**
 * A rule broken and kept. Fragments hold what matters to the rule; a test completes them to a whole network and proves
 * that the rule speaks of the wrong form and not of the right one. Each begins and ends with a line break.
 */
export interface Example {
  /** Terraform address at which the rule finds the wrong form. */
  readonly address: string;
  /** What is there already, where the rule is about a change of it: Terraform, and the same in a `network.yaml`. */
  readonly before?: { readonly hcl: string; readonly yaml: string };
  /** Terraform. Where both forms are the same text, the difference is in the intent. */
  readonly hcl: WrongAndRight;
  /** What an intent file states beside the Terraform, where the rule rests on it. */
  readonly intent?: WrongAndRight;
  /** The same in a `network.yaml`. */
  readonly yaml: WrongAndRight | Unwritable;
}

/** One text for the wrong form and the right one: the difference is elsewhere. */
export function always(text: string): WrongAndRight {
  return { wrong: text, right: text };
}
