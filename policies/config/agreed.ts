import type { Network } from "../../network/network";
import type { Finding } from "../judge/finding";
import type { Notice, Suppressions } from "../judge/marked";
import { RULES } from "../rules/catalogue";
import type { Level } from "../rules/rule";
import type * as Carried from "./carried";
import { todayInUtc } from "./expiry";
import { atLevels, levelNotices } from "./levels";
import { type ConfigOptions, KNOWN_RULES, readConfig } from "./read-config";
import { StatedSuppressions } from "./suppressions";

/** How a check judges, as people have agreed on it: in the configuration, and in the Terraform that is judged. */
export interface Agreed {
  /** The mildest level that counts in the verdict; undefined where it isn't said. */
  readonly failOn: Level | undefined;
  /** Findings at the levels that are agreed on. */
  readonly atLevels: (findings: readonly Finding[]) => readonly Finding[];
  /** What has to be said of levels. */
  readonly levelNotices: (findings: readonly Finding[]) => readonly Notice[];
  /**
   * What is suppressed in a network.
   * @throws InputError where the suppressions that it carries are wrong, with every complaint
   */
  readonly suppressionsIn: (network: Network) => Suppressions;
}

/**
 * Reads what is agreed.
 * @throws InputError where the configuration is wrong, with every complaint
 */
export function readAgreed(options: ConfigOptions = {}): Agreed {
  const config = readConfig(options);
  const carriedIn = (network: Network) => {
    if (!network.inputs.some(({ suppressions }) => suppressions !== undefined)) {
      return { suppressions: [], notices: [] };
    }
    // Loaded where there is something to read, for the sake of what it loads.
    const { carriedSuppressions }: typeof Carried = require("./carried");
    return carriedSuppressions(network.inputs, {
      rules: KNOWN_RULES,
      today: options.today ?? todayInUtc(),
      onlyApplied: options.configFrom !== undefined,
    });
  };
  return {
    failOn: config.failOn,
    atLevels: (findings) => atLevels(findings, config),
    levelNotices: (findings) => levelNotices(findings, config, RULES),
    suppressionsIn: (network) => {
      const carried = carriedIn(network);
      return new StatedSuppressions([...config.suppressions, ...carried.suppressions], config.ignoredPaths, [
        ...config.notices,
        ...carried.notices,
      ]);
    },
  };
}
