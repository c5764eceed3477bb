import { relative, resolve, sep } from "node:path";
import type { Notice } from "../judge/marked";
import { EVERY_RULE } from "../rules/observed/catalogue";
import { type Config, NO_CONFIG } from "./config";
import type * as AtRef from "./config-at-ref";
import { todayInUtc } from "./expiry";
import { CONFIG_FILE, type FoundConfig, findConfig, readConfigFile } from "./find-config";
import type * as Parse from "./parse-config";
import type { KnownRules } from "./shape";

/** Where the configuration comes from. */
export interface ConfigOptions {
  /** The configuration file; default: the `wanproof.yaml` that is found upward from the working directory. */
  readonly config?: string;
  /**
   * The git ref whose configuration counts, instead of that of the working tree: a pull request can't exempt itself. What
   * its Terraform says should be suppressed counts only where it is applied already.
   */
  readonly configFrom?: string;
  /** The day that it is in UTC, as `2027-03-31`; default: what the clock says. */
  readonly today?: string;
}

/**
 * Reads the configuration.
 * @throws InputError with everything that is wrong with it
 */
export function readConfig(options: ConfigOptions = {}, from: string = process.cwd()): Config {
  if (options.configFrom === undefined) {
    return parsed(
      options.config === undefined ? findConfig(from) : readConfigFile(options.config, from),
      options,
      from,
    );
  }
  const { configAtRef }: typeof AtRef = require("./config-at-ref");
  const { found, name } = configAtRef(options.configFrom, options.config, from);
  const config = parsed(found, options, from);
  const notices = found === undefined ? [nothingAt(name)] : changedSince(found, options, from);
  return { ...config, notices: [...notices, ...config.notices] };
}

function parsed(found: FoundConfig | undefined, { today = todayInUtc() }: ConfigOptions, from: string): Config {
  if (found === undefined) {
    return NO_CONFIG;
  }
  // Loaded where there is something to read: it takes some 50 ms.
  const { parseConfig }: typeof Parse = require("./parse-config");
  const { name, text, folder } = found;
  const fromFolder = (path: string) => relative(folder, resolve(from, path)).split(sep).join("/");
  return parseConfig({ name, text, fromFolder, rules: KNOWN_RULES, today });
}

/** The rules that a configuration may name. */
export const KNOWN_RULES: KnownRules = new Map(EVERY_RULE.map((rule) => [rule.id, rule]));

function nothingAt(name: string): Notice {
  return {
    at: name,
    message: "there is no such file in that ref, so every rule has its own level, and nothing is suppressed",
  };
}

/** Whoever changes the configuration is told why that changes nothing yet. */
function changedSince(found: FoundConfig, { config }: ConfigOptions, from: string): Notice[] {
  const here = textHere(config, from);
  return here === found.text
    ? []
    : [
        {
          at: found.name,
          message: `is what counts; ${config ?? CONFIG_FILE} of the working tree differs from it, and what it changes counts once it is merged`,
        },
      ];
}

function textHere(config: string | undefined, from: string): string | undefined {
  try {
    return (config === undefined ? findConfig(from) : readConfigFile(config, from))?.text;
  } catch {
    // What can't be read here differs, and is not what counts.
    return undefined;
  }
}
