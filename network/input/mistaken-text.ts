import { MAKE_PLAN_JSON } from "./make-json";
import { INTENT_KEYS, MISTAKEN as KINDS } from "./mistaken-kinds";

interface Mistaken {
  readonly looks: RegExp;
  readonly message: string;
}

const READ_BY_PEOPLE = `is the plan as people read it; hand over plan JSON: ${MAKE_PLAN_JSON}`;

/** What people hand over that is no JSON object, told by how it begins. The first that fits counts. */
const MISTAKEN: readonly Mistaken[] = [
  {
    looks: /^\[command\]/,
    message:
      "has the command before its JSON, as setup-terraform's wrapper prints it; set terraform_wrapper: false in that step, and write the file again",
  },
  {
    looks: /^\[[\s\S]*"(?:vpnSiteConfiguration|vpnSiteConnections)"/,
    message: KINDS.vpnDownload,
  },
  {
    looks: /^\[[\s\S]*"(?:nextHopType|routeOrigin)"/,
    message:
      "holds effective routes of a hub, not what is planned; compare the two: wanproof verify INPUT --azure FILE",
  },
  {
    looks: /^\[\s*\{[\s\S]*"id":\s*"\/subscriptions\//,
    message: KINDS.printedByAz,
  },
  { looks: /^\[/, message: "holds a JSON list, neither a plan nor configuration" },
  {
    looks: /^\{\s*"@level"/,
    message: "is the log of `terraform plan -json`; make the plan's JSON: terraform show -json FILE > plan.json",
  },
  {
    looks: /^(?:time=\S+ level=|\d\d:\d\d:\d\d\.\d+ +(?:INFO|STDOUT|WARN|ERROR|DEBUG)\b)/,
    message: "begins with Terragrunt's log; write the JSON alone: terragrunt show -json FILE > plan.json",
  },
  {
    looks: /^(?:targetScope|metadata|@\w+\(|(?:param|var|type) \w+|(?:resource|module) \w+ ')/,
    message: `is Bicep, which is not read; wanproof judges Terraform: ${MAKE_PLAN_JSON}`,
  },
  {
    looks: /^(?:#|\/\/|\/\*|(?:terraform|resource|data|provider|variable|locals|module|output)\s*["{])/,
    message: "is HCL, one file of a folder; name the folder, so that all is read that Terraform reads there",
  },
  {
    looks: /^[A-Za-z_][\w-]*[ \t]*=/,
    message: "holds values of variables, not resources; name the folder of Terraform, and this with --var-file FILE",
  },
  {
    looks: /^(?:Terraform|OpenTofu|No changes|Refreshing|\S+: Refreshing)/,
    message: READ_BY_PEOPLE,
  },
];

const ESCAPE = String.fromCharCode(27);

/** Files of YAML that wanproof itself reads, elsewhere, by keys that only they have. */
const YAML: readonly Mistaken[] = [
  {
    looks: /^(?:hubs|circuits|sites|spokes|monitoring):/m,
    message: KINDS.networkFile,
  },
  {
    looks: new RegExp(`^(?:${INTENT_KEYS.join("|")}):`, "m"),
    message: KINDS.intent,
  },
  {
    looks: /^(?:suppressions|failOn|levels|ignore[dP]?\w*):/m,
    message: "is a configuration of wanproof, and holds no resources; hand it over beside them: --config FILE",
  },
];

/** What the beginning of a file tells to be no JSON object; undefined where it may be one. */
export function mistakenText(head: string): string | undefined {
  const text = head.trimStart();
  const found = MISTAKEN.find(({ looks }) => looks.test(text));
  if (text === "" || (text.startsWith("{") && found === undefined)) {
    return undefined;
  }
  // Colours are written for a terminal.
  if (text.startsWith(ESCAPE)) {
    return READ_BY_PEOPLE;
  }
  // A comment is how YAML may begin, as HCL does.
  const yaml = /^(?:\{|\[)/.test(text) ? undefined : YAML.find(({ looks }) => looks.test(text));
  return (yaml ?? found)?.message ?? "is not JSON: it doesn't begin with a brace";
}
