import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020";

// What this package writes of SARIF 2.1.0, by the standard's own names and demands: a subset of the official schema,
// stricter in that it allows no other property.

const text = { type: "string", minLength: 1 };
const message = object({ text }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };
const bag = { type: "object" };

const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    helpUri: { type: "string", pattern: "^https://" },
    help: object({ text, markdown: text }, ["text"]),
    defaultConfiguration: object({ level }, ["level"]),
    properties: object({ tags: { type: "array", items: text, maxItems: 10, uniqueItems: true } }, ["tags"]),
  },
  ["id", "shortDescription", "fullDescription", "help"],
);

// RFC 3986: what a relative or absolute reference may be made of.
const uri = {
  type: "string",
  pattern: "^(file:///([A-Za-z]:/)?)?([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*$",
  minLength: 1,
};

const location = object(
  {
    physicalLocation: object(
      {
        artifactLocation: object({ uri, uriBaseId: { const: "%SRCROOT%" } }, ["uri"]),
        region: object({ startLine: { type: "integer", minimum: 1 } }, ["startLine"]),
      },
      ["artifactLocation", "region"],
    ),
    logicalLocations: list(object({ fullyQualifiedName: text, kind: { enum: ["resource", "construct"] } }), 2),
  },
  ["physicalLocation", "logicalLocations"],
);

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
    level,
    message,
    locations: list(location, 100),
    baselineState: { enum: ["new", "unchanged", "absent"] },
    suppressions: list(
      object(
        {
          kind: { const: "external" },
          status: { const: "accepted" },
          justification: text,
          properties: object({ expires: { type: ["string", "null"] }, by: text }, ["expires", "by"]),
        },
        ["kind", "status", "justification", "properties"],
      ),
      1,
    ),
    partialFingerprints: { type: "object", additionalProperties: text, minProperties: 1 },
    properties: bag,
  },
  ["ruleId", "message", "locations", "partialFingerprints"],
);

const notification = object({ descriptor: object({ id: text }, ["id"]), level, message }, ["message"]);

// JSON Schema (draft 2020-12) of the SARIF that this package writes, with GitHub's limits.
const OWN_SCHEMA = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: list(
      object(
        {
          tool: object({ driver: object({ name: text, semanticVersion: text, rules: list(rule, 25_000) }, ["name"]) }, [
            "driver",
          ]),
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: list(
            object({ executionSuccessful: { type: "boolean" }, toolExecutionNotifications: list(notification, 1000) }, [
              "executionSuccessful",
            ]),
            1,
          ),
          results: list(result, 5000),
          properties: bag,
        },
        ["tool", "results"],
      ),
      20,
    ),
  },
  ["version", "runs"],
);

function object(properties: object, required: readonly string[] = []): object {
  return { type: "object", properties, required, additionalProperties: false };
}

function list(items: object, maxItems: number): object {
  return { type: "array", items, maxItems };
}

const byOwnSchema = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { uri: /^https:/ },
}).compile(OWN_SCHEMA);

const byOfficialSchema = officialAjv().compile(officialSchema());

/** What is wrong with SARIF by the official schema, and by what this package means to write of it. */
export function wrongWith(sarif: string): unknown {
  const document: unknown = JSON.parse(sarif);
  return [
    ...(byOfficialSchema(document) ? [] : (byOfficialSchema.errors ?? [])),
    ...(byOwnSchema(document) ? [] : (byOwnSchema.errors ?? [])),
  ];
}

/** The schema of the standard's committee, whole, as it came (MIT, github.com/microsoft/sarif-js-sdk). It is of draft 4. */
function officialSchema(): object {
  const text = readFileSync(join(__dirname, "sarif-2.1.0-rtm.5.schema.json"), "utf8");
  // Of what draft 4 has and later drafts write differently, it uses these two only.
  const { $schema: _, id: __, ...schema } = JSON.parse(text);
  return schema;
}

function officialAjv(): Ajv {
  const absolute = (text: string) => URL.canParse(text);
  const relative = (text: string) =>
    /^[\w.~!$&'()*+,;=:@/?#[\]%-]*$/.test(text) && URL.canParse(text, "https://x.example/");
  const formats = {
    uri: absolute,
    "uri-reference": relative,
    "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  };
  // One of its patterns is not one of a Unicode expression.
  return new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats });
}
