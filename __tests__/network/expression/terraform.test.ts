import { isPlain } from "../../../network/expression/value";
import { type Attribute, isList, isRecord } from "../../../network/resource";
import { give } from "./expressions";
import { TERRAFORM_VALUES } from "./terraform-values";

/** What an expression gives, as JSON; undefined where that isn't told. */
function told(expression: string): string | undefined {
  const value = give(`\${${expression}}`);
  return isPlain(value) ? JSON.stringify(inOrder(value)) : undefined;
}

function inOrder(value: Attribute): Attribute {
  if (isList(value)) {
    return Array.from(value, inOrder);
  }
  const names = isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : undefined;
  return names === undefined ? value : Object.fromEntries(names.map(([name, inner]) => [name, inOrder(inner)]));
}

/** Whether Terraform's value of an expression isn't told here. That is all that may be other than in Terraform. */
const UNTOLD = new Set([
  'true ? { a = 1, b = "x" } : {}',
  'true ? ["a"] : [1]',
  'format("%5s|%-5s|", "a", "b")',
  'format("%08.3f", 3.5)',
  'substr("westeurope", -6, -1)',
  'matchkeys(["a", "b"], ["x", "y"], ["y"])',
  'md5("a")',
  "0.1 + 0.2",
  'tolist(["a"]) == tolist(["a"])',
  'toset(["a", "b"]) == toset(["b", "a"])',
  'try(tonumber("x"), 7)',
  "yamldecode(\"a: [1, yes, 0x10, 2021-01-01, ~, 1.0, '1']\\nb: on\")",
  'yamldecode("x: &a {n: hq}\\ny: *a")',
  'yamldecode("- <<: {a: 1}\\n  b: 2")',
  'yamldecode("a: 1\\na: 2")',
  'csvdecode("name,asn\\nhq,65010\\n\\"b,r\\",65011\\n")',
]);

describe("an expression gives what Terraform makes of it", () => {
  it.each(TERRAFORM_VALUES.filter(([, value]) => value !== "refused"))("%s", (expression, value) => {
    expect(told(expression)).toBe(UNTOLD.has(expression) ? undefined : value);
  });

  it.each(TERRAFORM_VALUES.filter(([, value]) => value === "refused"))(
    "%s is refused by Terraform and untold",
    (expression) => {
      expect(told(expression)).toBeUndefined();
    },
  );
});
