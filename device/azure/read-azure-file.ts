import { parsed } from "../../network/input/load";
import { type Complaint, InputError } from "../../text/complaint";
import { isDeep } from "../../text/depth";
import { readDocument } from "../../text/document";
import { isJsonArray, isJsonObject, type Json } from "../../text/json";
import type { Problem } from "../../text/problem";
import { textOfFile } from "../../text/text-file";
import { ADDRESSES_OUTPUT, type GatewayAddresses, gatewayOutputsIn } from "./gateway-outputs";
import { Spot } from "./spot";
import { type DownloadedLink, vpnDownloadIn } from "./vpn-download";

/** What a file of Azure's, or of Terraform's, tells of gateways and links. */
export type AzureFile =
  | { readonly kind: "download"; readonly path: string; readonly links: readonly DownloadedLink[] }
  | { readonly kind: "outputs"; readonly path: string; readonly gateways: readonly GatewayAddresses[] };

/**
 * Reads a file that tells where tunnels end: what "Download VPN Config" gives, or `terraform output -json`.
 * @throws InputError with every complaint
 */
export function readAzureFile(path: string): AzureFile {
  return azureFileOf(path, textOfFile(path, { noun: "file of Azure's", insteadOfFolder: WHAT }));
}

/**
 * The same of a text.
 * @throws InputError with every complaint
 */
export function azureFileOf(path: string, text: string): AzureFile {
  const json = jsonOf(path, text);
  const problems: Problem[] = [];
  const spot = new Spot(json, [], problems);
  const file = fileIn(path, json, spot);
  if (problems.length > 0) {
    throw new InputError(complaintsOf(path, text, problems));
  }
  return file;
}

/** The JSON of a text. What stands where it breaks off is not told: it may be a key. */
export function jsonOf(path: string, text: string): Json {
  // PowerShell puts a byte order mark before what it writes.
  const loaded = isDeep(text)
    ? { complaint: { message: "is nested too deeply to be a file of Azure's" } }
    : parsed(text.replace(/^\ufeff/, ""));
  if ("complaint" in loaded) {
    throw new InputError([{ path, ...loaded.complaint }]);
  }
  return loaded.json;
}

/** Problems of a file at their lines. */
export function complaintsOf(path: string, text: string, problems: readonly Problem[]): Complaint[] {
  const { complaint } = readDocument(path, text, "file of Azure's");
  return problems.map(complaint);
}

function fileIn(path: string, json: Json, spot: Spot): AzureFile {
  if (isVpnDownload(json)) {
    return { kind: "download", path, links: vpnDownloadIn(spot) };
  }
  if (isGatewayOutputs(json)) {
    return { kind: "outputs", path, gateways: gatewayOutputsIn(spot) };
  }
  throw new InputError([{ path, message: `tells no VPN gateway; ${WHAT}` }]);
}

const WHAT =
  'name the file of "Download VPN Config", or what `terraform output -json` writes of a stack with a VPN gateway';

/** Whether JSON is what "Download VPN Config" gives. */
export function isVpnDownload(json: Json): boolean {
  return isJsonArray(json) && json.some((entry) => isJsonObject(entry) && Object.hasOwn(entry, "vpnSiteConfiguration"));
}

/** Whether JSON is what `terraform output -json` writes of a stack with a gateway. */
export function isGatewayOutputs(json: Json): boolean {
  return (
    isJsonObject(json) &&
    Object.entries(json).some(([name, one]) => name.startsWith(ADDRESSES_OUTPUT) && isJsonObject(one) && "value" in one)
  );
}
