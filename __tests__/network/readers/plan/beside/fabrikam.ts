import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../../../../../policies/gate";
import type { Report } from "../../../../../policies/report/report";
import { isJsonArray, isJsonObject, type Json } from "../../../../../text/json";

const SAMPLE = join(__dirname, "fabrikam");

/** Two regions with three sites, made of a map in YAML by modules and dynamic blocks, as a folder that may be changed. */
export class Fabrikam {
  readonly top = mkdtempSync(join(tmpdir(), "wanproof-beside-"));
  readonly folder = join(this.top, "infra");

  constructor() {
    cpSync(SAMPLE, this.folder, { recursive: true });
  }

  change(file: string, from: string, to: string): void {
    const path = join(this.folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) {
      throw new Error(`${file} doesn't hold ${from}`);
    }
    writeFileSync(path, text.replace(from, to));
  }

  /** Has every pre-shared key left to Azure: it is known after apply, and nothing is sensitive. */
  withoutKeys(): void {
    const path = join(this.folder, "plan.json");
    const plan: Json = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify(withoutKeys(plan)));
  }

  /** Judges the plan beside its folder, or with the folders that are named. */
  report(terraformDirs: readonly string[] = []): Report {
    return this.judged(join(this.folder, "plan.json"), terraformDirs);
  }

  /** Judges the plan from a place where there is nothing else. */
  reportAlone(terraformDirs: readonly string[] = []): Report {
    const plan = join(this.top, "plan.json");
    cpSync(join(this.folder, "plan.json"), plan);
    return this.judged(plan, terraformDirs);
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }

  private judged(plan: string, terraformDirs: readonly string[]): Report {
    return checkNetwork([plan], { intent: join(this.folder, "intent.yaml"), terraformDirs });
  }
}

function withoutKeys(value: Json, isMask = false): Json {
  if (isJsonArray(value)) {
    return value.map((one) => withoutKeys(one, isMask));
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const entries = Object.entries(value).filter(([name]) => name !== "shared_key");
  const inside = entries.map(([name, inner]): [string, Json] => [
    name,
    withoutKeys(inner, isMask || name === "after_unknown"),
  ]);
  return { ...Object.fromEntries(inside), ...(isMask && "vpn_site_link_id" in value ? { shared_key: true } : {}) };
}

/** What is found at the level that counts: `violation links-match-site azurerm_x.y vpn_link[0].vpn_site_link_id`. */
export function gravest({ findings }: Report): readonly string[] {
  return findings
    .filter(({ level }) => level === "error")
    .map(({ outcome, rule, address, path }) => `${outcome} ${rule} ${address} ${path}`);
}
