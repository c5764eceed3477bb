import { type AzureFile, azureFileOf } from "../../device/azure/read-azure-file";
import { deviceSet } from "../../device/configuration/device-set";
import type { Rendered } from "../../device/platforms/rendered-file";
import { strongswanFrr } from "../../device/platforms/strongswan-frr/strongswan-frr";
import { NO_NEXT_HOPS } from "../../device/tree/next-hops";
import { plant } from "../../device/tree/plant";
import type { Network } from "../../network/network";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";
import { entry } from "./azure/downloads";

/** What Azure would give for the link of the sound network. */
export const SOUND_ENTRY = { site: "bergen", link: "a", device: "10.31.0.4", peer: "10.31.255.1", asn: 65032 };

export function fileOf(entries: unknown): AzureFile {
  return azureFileOf("azure.json", JSON.stringify(entries));
}

/** What is rendered of a file and a network. */
export function rendered(file: AzureFile, network: Network | undefined, withSecrets = false): Rendered {
  return strongswanFrr.render(plant(deviceSet([file], network), NO_NEXT_HOPS, "azure.json"), { withSecrets });
}

/** What is rendered of the sound network with some changes, and Azure's file for it. */
export function renderedSound(changes: Changes = {}, withSecrets = false): Rendered {
  return rendered(fileOf([entry(SOUND_ENTRY)]), networkOf(changed(SOUND, changes)), withSecrets);
}

/** The text of the file whose path ends so. */
export function textAt({ files }: Rendered, end: string): string {
  return files.find(({ path }) => path.endsWith(end))?.text ?? "";
}

/** What is thrown, line by line. */
export function complaintsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [String(error)];
  }
  return [];
}
