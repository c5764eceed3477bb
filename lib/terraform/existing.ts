import type { Postcondition, TerraformResourceLifecycle } from "cdktf";
import { inExpression } from "./expression";

/** What a person states about something that exists in Azure, in Terraform's attribute names. `undefined`: not stated. */
type Stated<T> = Readonly<Record<string, T | undefined>>;

/**
 * Postconditions for a data source, one for each statement. Terraform refuses to plan where Azure says otherwise, and so
 * the gate may rely on the statements before anything was read.
 *
 * @param what the thing in words, such as `virtual hub weu`
 * @param ids Azure resource ids, which Azure doesn't always write in the same case
 */
export function statedFacts(
  what: string,
  values: Stated<string | number | boolean>,
  ids: Stated<string> = {},
): Postcondition[] {
  const stated = [
    ...Object.entries(values).map(([attribute, value]) => ({ attribute, value, asIs: true })),
    ...Object.entries(ids).map(([attribute, value]) => ({ attribute, value, asIs: false })),
  ];
  return stated.flatMap(({ attribute, value, asIs }) => {
    if (value === undefined) {
      return [];
    }
    const self = `self.${attribute}`;
    const [left, right] = [self, inExpression(value)].map((side) => (asIs ? side : `lower(${side})`));
    return [
      {
        condition: `\${${left} == ${right}}`,
        errorMessage: `The ${attribute} of ${what} is \${jsonencode(${self})}, but ${value} is stated.`,
      },
    ];
  });
}

/** The lifecycle with these postconditions; none where there are none. */
export function lifecycleOf(postcondition: Postcondition[]): TerraformResourceLifecycle | undefined {
  return postcondition.length === 0 ? undefined : { postcondition };
}
