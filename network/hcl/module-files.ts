import { isJsonObject, type Json, type JsonObject } from "../../text/json";
import { isOverride, terraformFilesIn } from "../input/terraform-files";
import { type HclFile, parseHcl } from "./parse-hcl";
import type { Repository } from "./repository";

/** What the files of one module hold, each as configuration in JSON, or why they can't be read. */
export interface ModuleFiles {
  readonly contents: readonly JsonObject[];
  /** What is wrong, a file each. With one that can't be read, nothing in the module can be told for certain. */
  readonly faults: readonly string[];
}

/** Reads the Terraform files of a folder. */
export function moduleFilesIn(folder: string, isOpenTofu: boolean, repository: Repository): ModuleFiles {
  const names = terraformFilesIn(folder, isOpenTofu);
  const [override] = names.filter(isOverride);
  if (override !== undefined) {
    return { contents: [], faults: [`${override} is an override file, which isn't read`] };
  }
  const faults: string[] = [];
  const texts: HclFile[] = [];
  for (const name of names) {
    const file = repository.source(folder, name);
    if (file.kind === "text") {
      texts.push({ name, text: file.text.replace(/^\ufeff/, "") });
    } else {
      faults.push(`${name} ${file.kind === "missing" ? "is a link to nothing" : file.reason}`);
    }
  }
  const [json, hcl] = [texts.filter(isJson), texts.filter((file) => !isJson(file))];
  const parsed = [...json.map(parseJson), ...parseHcl(hcl)];
  const contents = parsed.flatMap((one, at) => {
    if ("fault" in one) {
      faults.push(`${[...json, ...hcl][at]?.name ?? "a file"} ${one.fault}`);
    }
    return "json" in one ? [one.json] : [];
  });
  return { contents, faults };
}

function isJson({ name }: HclFile): boolean {
  return name.endsWith(".json");
}

function parseJson({ text }: HclFile): { readonly json: JsonObject } | { readonly fault: string } {
  try {
    const json: Json = JSON.parse(text);
    return isJsonObject(json) ? { json } : { fault: "can't be read as JSON" };
  } catch {
    return { fault: "can't be read as JSON" };
  }
}
