import { Option } from "commander";

/** `--terraform-dir`, which may be given several times. */
export function terraformDirOption(): Option {
  return new Option(
    "--terraform-dir <[plan=]dir>",
    "folder that a plan was made in: what the plan leaves open is read there, and findings point at its files; " +
      "may be given several times (default: the plan's own folder, or the working directory, where it fits)",
  ).argParser((text: string, earlier: readonly string[] = []) => [...earlier, text]);
}
