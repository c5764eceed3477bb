import type { RenderedFile } from "../../device/platforms/rendered-file";
import { KEY_PLACEHOLDER } from "../../device/platforms/strongswan-frr/swanctl";
import { LabError } from "../system/lab-error";
import { LAB_DPD_SECONDS } from "./changes";

/** The text of a rendered file, by the end of its path. */
export function fileAt(files: readonly RenderedFile[], end: string): string {
  const found = files.find(({ path }) => path.endsWith(end));
  if (found === undefined) {
    throw new LabError([`nothing was rendered as ${end}`]);
  }
  return found.text;
}

/** The connections as the lab loads them. */
export function shortened(connections: string): string {
  return connections.replace(/^(\s*dpd_delay = )\d+s$/gm, `$1${LAB_DPD_SECONDS}s`);
}

/** The same for a charon that has one tunnel and no XFRM interface. */
export function onlyTunnel(connections: string, name: string): string {
  const kept: string[] = [];
  let block: string | undefined;
  for (const line of connections.split("\n")) {
    block = /^ {4}(\w+) \{$/.exec(line)?.[1] ?? block;
    if ((block === undefined || block === name) && !/^\s*if_id_(?:in|out) = \d+$/.test(line)) {
      kept.push(line);
    }
    if (line === "    }") {
      block = undefined;
    }
  }
  return kept.join("\n");
}

/** The keys' file with a key in the place of each placeholder. */
export function withKey(keys: string, key: string): string {
  return keys.replaceAll(KEY_PLACEHOLDER, key);
}
