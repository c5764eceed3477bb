import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json";
import { MAKE_PLAN_JSON } from "./make-json";
import { INTENT_KEYS, MISTAKEN as KINDS } from "./mistaken-kinds";

interface Mistaken {
  readonly is: (json: JsonObject) => boolean;
  readonly message: string;
}

/** Objects that people hand over by mistake, told by members that only they have. The first that fits counts. */
const MISTAKEN: readonly Mistaken[] = [
  {
    is: ({ $schema: schema }) => typeof schema === "string" && /deployment(?:Template|Parameters)\.json/.test(schema),
    message: `is an ARM template, or its parameters; wanproof judges Terraform: ${MAKE_PLAN_JSON}`,
  },
  {
    is: ({ data, ...rest }) =>
      isJsonArray(data) && ["skip_token", "total_records", "count"].some((name) => name in rest),
    message: `is what Azure Resource Graph answers (az graph query), not what is planned; hand over plan JSON: ${MAKE_PLAN_JSON}`,
  },
  {
    is: (json) => "vpnSiteConfiguration" in json || "vpnSiteConnections" in json,
    message: KINDS.vpnDownload,
  },
  {
    is: ({ value }) => isJsonArray(value) && value.some((one) => isJsonObject(one) && "nextHopType" in one),
    message:
      "holds effective routes of a hub, not what is planned; compare the two: wanproof verify INPUT --azure FILE",
  },
  {
    is: ({ id }) => typeof id === "string" && /^\/subscriptions\//i.test(id),
    message: KINDS.printedByAz,
  },
  {
    is: ({ verdict, findings }) => typeof verdict === "string" && isJsonArray(findings),
    message: "is a report of wanproof; hand it over as what was found before: --baseline FILE",
  },
  {
    is: ({ routes, version }) => isJsonArray(routes) && typeof version === "number",
    message: "is what wanproof routes writes; hand over what that was made of",
  },
  {
    is: ({ runs, version }) => isJsonArray(runs) && typeof version === "string",
    message: "is a report in SARIF; hand over what was judged",
  },
  {
    is: (json) => isJsonObject(json.hubs) && json.resource === undefined,
    message: KINDS.networkFile,
  },
  {
    is: ({ version, ...rest }) => typeof version === "number" && INTENT_KEYS.some((name) => name in rest),
    message: KINDS.intent,
  },
];

/** What may stand at the top of Terraform's configuration in JSON. */
const BLOCKS: ReadonlySet<string> = new Set(
  "// terraform provider resource data module variable locals output moved import removed check ephemeral action".split(
    " ",
  ),
);

/** Why an object is neither plan, state nor configuration, as far as its members tell. */
export function mistakenJson(json: JsonObject): string | undefined {
  return MISTAKEN.find(({ is }) => is(json))?.message;
}

/** Members that Terraform takes for no part of configuration, and ends with an error. */
export function strangeMembers(json: JsonObject): string[] {
  return Object.keys(json).filter((name) => !BLOCKS.has(name));
}

/** Names as they are told, few of many. */
export function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).map((name) => JSON.stringify(name.slice(0, 40)));
  return `${few.join(", ")}${names.length > 3 ? " and others" : ""}`;
}

/** Whether anything of configuration is there. */
export function holdsBlocks(json: JsonObject): boolean {
  const isFilled = (value: Json | undefined) => isJsonObject(value) || isJsonArray(value);
  return Object.keys(json).some((name) => name !== "//" && BLOCKS.has(name) && isFilled(json[name]));
}
