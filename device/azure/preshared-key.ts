import { inspect } from "node:util";

/**
 * A pre-shared key, in a holder that can't be printed: as text, as JSON and in a debugger it is what it is, not what it
 * says. Only who writes a file of keys opens it.
 */
export class PresharedKey {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** The key itself. Only for a file that holds keys and nothing else. */
  open(): string {
    return this.#key;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

const SHOWN = "(pre-shared key)";
