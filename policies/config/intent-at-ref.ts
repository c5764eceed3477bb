import { type IntentFile, parseIntent } from "../../network/intent/read-intent-file";
import { InputError } from "../../text/complaint";
import type * as AtRef from "./config-at-ref";
import type { ConfigOptions } from "./read-config";

/**
 * The intent file as the git ref of the configuration has it: what was stated before the change. "none" where the ref holds
 * no such file, or one that states nothing; undefined where no ref is named, or it can't be read: whoever reads the
 * configuration there says why.
 */
export function intentAtRef(
  { intent, configFrom }: ConfigOptions & { readonly intent?: string },
  from: string = process.cwd(),
): IntentFile | "none" | undefined {
  if (intent === undefined || configFrom === undefined) {
    return undefined;
  }
  const { textAtRef }: typeof AtRef = require("./config-at-ref");
  const read = readable(() => ({ text: textAtRef(configFrom, intent, from) }));
  const text = read?.text;
  if (read === undefined || text === undefined) {
    return read === undefined ? undefined : "none";
  }
  return readable(() => parseIntent(intent, text)) ?? "none";
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}
