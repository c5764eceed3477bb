import { readFileSync, statSync } from "node:fs";
import { parsed } from "../../network/input/load";
import { ADDRESSES_OUTPUT } from "./gateway-outputs";
import { isGatewayOutputs, isVpnDownload } from "./read-azure-file";

/** What a command was given: files that tell where tunnels end, and inputs that describe the network. */
export interface Given {
  readonly azure: readonly string[];
  readonly inputs: readonly string[];
}

/**
 * Tells by their content which files tell where tunnels end; the first always does, or its reader says what is wrong. All
 * others are inputs, as every command takes them.
 */
export function tellApart(first: string, others: readonly string[]): Given {
  const azure = others.filter(isAboutTunnels);
  return { azure: [first, ...azure], inputs: others.filter((path) => !azure.includes(path)) };
}

// A plan may be large, and is read where it is read as one.
const LARGEST_BYTES = 16 * 1024 * 1024;

function isAboutTunnels(path: string): boolean {
  const found = path === "-" ? undefined : statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size > LARGEST_BYTES) {
    return false;
  }
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  if (!text.includes("vpnSiteConfiguration") && !text.includes(ADDRESSES_OUTPUT)) {
    return false;
  }
  const loaded = parsed(text);
  return "json" in loaded && (isVpnDownload(loaded.json) || isGatewayOutputs(loaded.json));
}
