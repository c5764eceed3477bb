import type * as Yaml from "yaml";
import { isDeep } from "../../text/depth";
import { isExact } from "../expression/value";
import type { Attribute } from "../resource";

/**
 * What Terraform's `yamldecode` makes of a text; undefined where that isn't certain. Terraform reads an older YAML than most,
 * where `yes` is a boolean, so a text with anything that is read in several ways gives nothing.
 */
export function yamlDecoded(text: string): Attribute | undefined {
  if (isDeep(text)) {
    return undefined;
  }
  const yaml = theYaml();
  const documents = yaml.parseAllDocuments(text, { schema: "failsafe", uniqueKeys: true, merge: false });
  const [only, ...more] = Array.isArray(documents) ? documents : [];
  if (only === undefined || more.length > 0 || only.errors.length > 0 || only.warnings.length > 0) {
    return undefined;
  }
  try {
    return valueAt(only.contents, yaml);
  } catch (fault) {
    if (fault instanceof Unsure) {
      return undefined;
    }
    throw fault;
  }
}

// It is loaded where there is something to read with it.
const theYaml = (): typeof Yaml => require("yaml");

class Unsure extends Error {}

function valueAt(node: unknown, yaml: typeof Yaml): Attribute {
  if (yaml.isScalar(node) && node.tag === undefined && node.anchor === undefined) {
    return node.type === "PLAIN" ? plainValue(String(node.value)) : String(node.value);
  }
  if (yaml.isSeq(node) && node.tag === undefined && node.anchor === undefined) {
    return node.items.map((item) => valueAt(item, yaml));
  }
  if (yaml.isMap(node) && node.tag === undefined && node.anchor === undefined) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [keyOf(valueAt(key, yaml)), value === null ? null : valueAt(value, yaml)]),
    );
  }
  throw new Unsure();
}

function keyOf(key: Attribute): string {
  if ((typeof key === "string" && key !== "<<") || typeof key === "number") {
    return String(key);
  }
  throw new Unsure();
}

const NULL = /^(?:|~|null|Null|NULL)$/;
const WORD_OF_TRUTH = /^(?:y|n|yes|no|on|off)$/i;
const LIKE_A_NUMBER =
  /^[-+]?(?:0[xob][\da-f_]+|[\d_]+(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|\.inf|\.nan|\d{4}-\d\d?-\d\d?.*|[\d:_]+(?:\.\d+)?)$/i;

function plainValue(text: string): Attribute {
  if (NULL.test(text)) {
    return null;
  }
  if (/^(?:true|false)$/.test(text)) {
    return text === "true";
  }
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && isExact(Number(text))) {
    return Number(text) + 0;
  }
  if (WORD_OF_TRUTH.test(text) || /^(?:true|false)$/i.test(text) || LIKE_A_NUMBER.test(text) || text === "<<") {
    throw new Unsure();
  }
  return text;
}
