import { Option } from "commander";

/** `--config`: the file that says how to judge. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "levels of rules, ignored paths and suppressions (default: wanproof.yaml, found upward from the working directory)",
  );
}

/** `--config-from`: the ref that the file is read from, so that a change can't exempt itself. */
export function configFromOption(): Option {
  return new Option(
    "--config-from <ref>",
    "git ref to read that file from, such as origin/main: a pull request can't exempt itself",
  );
}
